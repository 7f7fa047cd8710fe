/** What is said of an objective's data: where from, how many, what was left out, and bars that are few, finite and true. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountForData } from '../../../src/language/explanation/dataAccount';
import { chartOfNumbers, chartOfSizes, type DataChart } from '../../../src/language/explanation/dataCharts';
import type { ClassSize, Parameters } from '../../../src/objective/definition';
import { objectiveDataSchema } from '../../../src/protocol/dataViewSchema';
import { decode } from '../../../src/protocol/decode';
import { defineObjective, known, unknown } from '../../webview/page/defineObjective';

const classes = (...sizes: number[]): ClassSize[] =>
  sizes.map((count, k) => ({ name: `class ${k + 1}`, count }));

const supCon = (parameters: Partial<Parameters>, dialect?: string) =>
  accountForData(defineObjective('a', 'supcon', { temperature: known(0.1), ...parameters }, dialect));

const plain = (text: string | null | undefined) => text?.replaceAll('\u202f', ' ');

const countOf = ({ bars }: DataChart) =>
  bars.map(({ count }) => count).reduce((sum, count) => sum + count, 0);

describe('the account', () => {
  it('names file, column and binding, the rows that do not count and why', () => {
    const file = {
      path: 'data/ages.csv',
      version: '1',
      rows: 3,
      columns: 1,
      read: 1500,
      columnNames: ['age'],
      leftOut: [
        { kind: 'filtered', because: 'not `split` = train', rows: 1497 },
        { kind: 'missing', because: 'no value in `age`', rows: 0 },
      ],
      distinct: 3,
    } as const;
    const labels = { ...known([[31], [44], [75]], 'config objective-lens.yaml'), file };
    const { accounts, lacking } = accountForData(defineObjective('a', 'y-aware', { labels }));
    expect(accounts).toHaveLength(1);
    expect(accounts[0]).toMatchObject({
      title: 'Labels',
      source: 'Column age of data/ages.csv, bound in objective-lens.yaml.',
      undrawn: 0,
    });
    expect(plain(accounts[0].rows)).toBe(
      '1 500 rows were read, of which 1 497 are left out (not split = train: 1 497 rows; no value in age: 0 rows).',
    );
    expect(accounts[0].facts).toEqual([
      { label: 'Samples', value: '3' },
      { label: 'Different values', value: '3' },
      { label: 'Smallest', value: '31' },
      { label: 'Median', value: '44' },
      { label: 'Largest', value: '75' },
    ]);
    expect(accounts[0].charts.map(({ title }) => title)).toEqual(['age']);
    expect(lacking).toEqual([]);
  });

  it('tells largest, smallest and their ratio of classes, in their order', () => {
    const [account] = supCon({
      classes: known([...classes(6705, 115), { name: 'mel', count: 1113 }]),
    }).accounts;
    expect(account.facts.map(({ label, value }) => `${label}: ${plain(value)}`)).toEqual([
      'Classes: 3',
      'Samples: 7 933',
      'Largest: class 1, 6 705',
      'Smallest: class 2, 115',
      'Imbalance ratio: 58.3',
    ]);
    expect(account.charts[0].bars.map(({ says }) => plain(says))).toEqual([
      'class 1: 6 705 samples',
      'class 2: 115 samples',
      'mel: 1 113 samples',
    ]);
  });

  it.each([
    ['literal', 'Written in the text.'],
    ['constant', 'Computed from constants of the program.'],
    ['config objective-lens.yaml', 'Bound in objective-lens.yaml.'],
    ['config configs/a.yaml', 'From configs/a.yaml.'],
    ['default of --imb-factor', 'The default of the option --imb-factor.'],
    ['changed here', 'Tried here: the file has other values.'],
  ] as const)('says where %s stands', (origin, source) => {
    expect(supCon({ classes: known(classes(2, 3), origin) }).accounts[0].source).toBe(source);
  });

  it('counts the files of a folder', () => {
    const file = { path: 'data/train', version: '', rows: 2, columns: 1, read: 5, isFolder: true } as const;
    const [account] = supCon({ classes: { ...known(classes(2, 3)), file } }).accounts;
    expect(account.source).toBe('The sub-folders of data/train.');
    expect(account.rows).toBe('5 files were counted, and none is left out.');
  });

  it('names what is not known, and whether a binding would count', () => {
    const open = supCon({ classes: { value: null, origin: 'unresolved', span: null } }, 'supcontrast');
    expect(open).toEqual({
      accounts: [],
      lacking: ['Not known: class sizes (nothing in the text or the workspace says so).'],
      canBind: true,
    });
    const decided = supCon({ classes: unknown('counts(args)') }, 'supcontrast');
    expect(decided.lacking).toEqual(['Not known: class sizes (counts(args)).']);
    expect(decided.canBind).toBe(false);
  });

  it('draws three columns of labels and counts the others', () => {
    const rows = Array.from({ length: 9 }, (_, k) => [k, 2 * k, -k, 0, 1]);
    const [account] = accountForData(defineObjective('a', 'y-aware', { labels: known(rows) })).accounts;
    expect(account.charts.map(({ title }) => title)).toEqual(['Label 1', 'Label 2', 'Label 3']);
    expect(account.undrawn).toBe(2);
    expect(account.facts).toContainEqual({ label: 'Numbers of each', value: '5' });
  });
});

describe('charts', () => {
  it('show a long tail as its profile, each class once', () => {
    const sizes = Array.from({ length: 8142 }, (_, k) => 2 + ((k * 7919) % 500));
    const chart = chartOfSizes(classes(...sizes));
    expect(chart.bars.length).toBeLessThanOrEqual(60);
    const heights = chart.bars.map(({ count }) => count);
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
    expect(chart.bars[0].says).toBe('classes 1 to 136 by size: 493 to 501 samples each');
  });

  it('say of whole numbers which ones a bar holds', () => {
    const chart = chartOfNumbers('age', [1, 1, 2, 90, 101], (count) => `${count} people`);
    expect(chart?.bars[0].says).toBe('0 to 3: 3 people');
    expect(chart?.bars.at(-1)?.says).toBe('100 to 103: 1 people');
  });

  it('are few, finite and count every finite value, whatever the values are', () => {
    const value = fc.oneof(
      fc.double(),
      fc.integer({ min: -5, max: 200 }),
      fc.constantFrom(Number.MAX_VALUE, 5e-324),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 200 }), (values) => {
        const labels = known(values.map((y) => [y]));
        const data = accountForData(defineObjective('a', 'y-aware', { labels }));
        expect(decode(objectiveDataSchema, data).kind).toBe('message');
        const [chart] = data.accounts[0].charts;
        const finite = values.filter(Number.isFinite).length;
        if (finite === 0) return expect(chart).toBeUndefined();
        expect(chart.bars.length).toBeLessThanOrEqual(60);
        expect(countOf(chart)).toBe(finite);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

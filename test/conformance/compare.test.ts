/** The script that holds checkouts to a table: what counts as a hit, a miss and a false alarm. */
import { describe, expect, it } from 'vitest';
import { definitionOf, literal, unresolved } from '../language/explanation/samples';
import { compare, type Observed } from './compare';
import { parseTable } from './table';

const OBSERVED: Observed = {
  files: ['a.py', 'b.yaml', 'c/d.py', 'e.py'],
  objectives: [
    {
      file: 'a.py',
      line: 3,
      lastLine: 4,
      definition: definitionOf('supcon', { temperature: literal(1 / 7) }, { name: 'criterion' }),
    },
    {
      file: 'b.yaml',
      line: 7,
      lastLine: 7,
      definition: definitionOf('y-aware', { temperature: unresolved('opt.t'), bandwidth: literal(2) }),
    },
  ],
  findings: [
    { file: 'a.py', line: 4, rule: 'loss-scale', message: 'twice' },
    { file: 'c/d.py', line: 9, rule: 'unknown-argument', message: 'no such' },
  ],
};

function compared(...rows: string[]) {
  const [{ rows: parsed }] = parseTable(['[owner/name]', ...rows].join('\n'));
  const { hits, misses, falseAlarms, unlisted } = compare(parsed, OBSERVED);
  return { hits, misses: misses.length, falseAlarms: falseAlarms.length, unlisted: unlisted.length };
}

describe('rows', () => {
  it.each<[string, string[], ReturnType<typeof compared>]>([
    [
      'that are right',
      [
        'a.py:3  supcon temperature=0.142857 name=criterion rule=loss-scale  # seven',
        'b.yaml:5-8 y-aware temperature=? missing=opt.t bandwidth=2',
      ],
      { hits: 2, misses: 0, falseAlarms: 0, unlisted: 0 },
    ],
    ['of another line', ['a.py:4 supcon'], { hits: 0, misses: 1, falseAlarms: 1, unlisted: 1 }],
    ['of another kind', ['a.py:3 info-nce'], { hits: 0, misses: 1, falseAlarms: 0, unlisted: 1 }],
    [
      'of another value',
      ['a.py:3 supcon temperature=0.1425'],
      { hits: 0, misses: 1, falseAlarms: 0, unlisted: 1 },
    ],
    [
      'of a value within rounding',
      ['a.py:3 supcon temperature=0.1429'],
      { hits: 1, misses: 0, falseAlarms: 0, unlisted: 1 },
    ],
    [
      'of a known value',
      ['b.yaml:7 y-aware temperature=0.1'],
      { hits: 0, misses: 1, falseAlarms: 0, unlisted: 1 },
    ],
    [
      'of a rule that says nothing',
      ['a.py:3 supcon rule=radius'],
      { hits: 0, misses: 1, falseAlarms: 0, unlisted: 1 },
    ],
    [
      'of a second objective',
      ['a.py:3 supcon', 'a.py:3 supcon'],
      { hits: 1, misses: 1, falseAlarms: 0, unlisted: 1 },
    ],
    ['of no file', ['x.py:3 supcon'], { hits: 0, misses: 1, falseAlarms: 0, unlisted: 2 }],
    [
      'of a finding',
      ['c/d.py:9 finding rule=unknown-argument'],
      { hits: 1, misses: 0, falseAlarms: 0, unlisted: 2 },
    ],
    [
      'of a finding elsewhere',
      ['c/d.py:8 finding rule=unknown-argument'],
      { hits: 0, misses: 1, falseAlarms: 0, unlisted: 2 },
    ],
    ['for silent files', ['**/*.py none'], { hits: 0, misses: 0, falseAlarms: 3, unlisted: 1 }],
    ['for silent files below', ['c/** none'], { hits: 0, misses: 0, falseAlarms: 1, unlisted: 2 }],
    ['that leave files alone', ['c/** any', '** none'], { hits: 0, misses: 0, falseAlarms: 3, unlisted: 0 }],
  ])('%s', (_, rows, expected) => expect(compared(...rows)).toEqual(expected));
});

describe('a table', () => {
  it.each([
    ['a.py:3 supcon temprature=0.1', 'no fact'],
    ['a.py:3 supkon', 'no kind'],
    ['a.py supcon', 'needs a line'],
    ['a.py:3 none', 'whole files'],
    ['a.py:3 finding', 'needs its rule'],
  ])('does not take %s', (row, words) => expect(() => compared(row)).toThrow(words));

  it('says whose rows they are', () => {
    expect(() => parseTable('a.py none')).toThrow('above any');
    const table = parseTable(
      '# facts\n[a/b]  # at 1234\nx.py:1 clip origin="default of --t"\n\n[c/d]\n** none',
    );
    expect(table.map(({ repository, rows }) => [repository, rows.length])).toEqual([
      ['a/b', 1],
      ['c/d', 1],
    ]);
    expect(table[0].rows[0]).toMatchObject({ facts: { origin: 'default of --t' }, from: 1, to: 1 });
  });
});

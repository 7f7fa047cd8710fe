/** Whatever is changed in whatever text: reading it again gives exactly what was tried, and nothing else has changed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Changes } from '../../../src/language/changes/changes';
import { literal } from '../../../src/language/changes/literals';
import { valuesOf } from '../../../src/language/changes/valuesOf';
import type { Definition } from '../../../src/objective/definition';
import { write } from './writing';

const RUNS = { seed: 20, numRuns: 80 };

type Value = NonNullable<Changes[string]>;

const positive = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: -9, max: 2 }))
  .map(([digits, power]): Value => Number(`${digits}e${power}`));
const count = (most: number) => fc.integer({ min: 1, max: most });
const sizes = fc.array(count(50), { minLength: 1, maxLength: 4 });
const classes: fc.Arbitrary<Value> = fc.oneof(
  sizes,
  fc.dictionary(fc.constantFrom('cat', 'dog', 'no', 'a b', 'x: y', '"q"'), count(50), { minKeys: 1 }),
  fc.record({
    'long-tail': fc.record({
      classes: count(5),
      max: fc.integer({ min: 100, max: 500 }),
      factor: fc.constantFrom(0.01, 0.5, 1),
    }),
  }),
);
const bool = fc.boolean();
const COMMON: Readonly<Record<string, fc.Arbitrary<Value>>> = {
  temperature: positive,
  similarity: fc.constantFrom('cosine', 'dot', 'negative-euclidean', 'negative-squared-euclidean'),
  dimension: count(300),
  batch: count(64),
  views: fc.oneof(count(4), fc.record({ count: count(4), tied: bool })),
};
const labels = fc.array(positive, { minLength: 3, maxLength: 3 });
const kernel = fc.oneof(
  fc.constantFrom('gaussian', 'laplacian'),
  fc.record({ exponent: fc.constantFrom(1.5, 2) }),
);
const balance = fc.record({ anchors: bool, denominators: bool });
const matrix = fc.array(fc.array(fc.oneof(positive, fc.constant(null)), { minLength: 2, maxLength: 2 }), {
  minLength: 2,
  maxLength: 2,
});

/** By kind, its keys; those that it cannot do without first. */
const KINDS: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<Value>>>>> = {
  supcon: { ...COMMON, classes, balance },
  'soft-supcon': { across: fc.constantFrom(0.01, 0.3, 1), ...COMMON, classes, balance },
  'y-aware': { bandwidth: positive, ...COMMON, labels, kernel },
  'info-nce': { ...COMMON, samples: count(100) },
  weighted: {
    weights: matrix.map((rows): Value => [[1, rows[0][1]], rows[1]]),
    temperature: positive,
    dimension: count(9),
  },
};
const REQUIRED = ['across', 'bandwidth', 'weights'];

interface Trial {
  readonly kind: string;
  readonly before: readonly (readonly [string, Value])[];
  readonly changes: Changes;
}

const trial: fc.Arbitrary<Trial> = fc.constantFrom(...Object.keys(KINDS)).chain((kind) => {
  const entries = Object.entries(KINDS[kind]).map(([key, value]) =>
    fc.record({
      key: fc.constant(key),
      before: REQUIRED.includes(key) ? value : fc.option(value),
      // Undefined leaves a value as it is, null takes it away.
      after: fc.option(REQUIRED.includes(key) ? value : fc.option(value), { nil: undefined }),
      place: fc.nat(),
    }),
  );
  return fc.tuple(...entries).map((keys) => ({
    kind,
    before: [...keys]
      .sort((a, b) => a.place - b.place)
      .flatMap(({ key, before }) => (before === null ? [] : [[key, before] as const])),
    changes: Object.fromEntries(
      keys.flatMap(({ key, after }) => (after === undefined ? [] : [[key, after]])),
    ),
  }));
});

/** A key a line, with its name in a comment behind it where the syntax has comments. */
const WRITERS: Readonly<Record<string, (trial: Trial) => string>> = {
  yaml: ({ kind, before }) =>
    [
      `# all`,
      `objective: ${kind} # kind`,
      ...before.map(([key, value]) => `${key}:  ${literal(value, 'yaml')} # ${key}`),
      '',
    ].join('\n'),
  json: ({ kind, before }) =>
    `{\n${[['objective', kind] as const, ...before].map(([key, value]) => `  "${key}" : ${literal(value, 'json')}`).join(',\n')}\n}\n`,
  toml: ({ kind, before }) =>
    [
      '# all',
      `objective = "${kind}" # kind`,
      ...before.map(([key, value]) => `${key}  = ${literal(value, 'toml')} # ${key}`),
      '',
    ].join('\n'),
};

const plain = (definition: Definition) => ({
  kind: definition.kind,
  values: Object.fromEntries(Object.entries(valuesOf(definition)).map(([key, { value }]) => [key, value])),
});

/** TOML has no value that says that a pair is not compared. */
const hasNull = (value: Value | null): boolean =>
  value === null || (typeof value === 'object' && Object.values(value).some(hasNull));

describe('an objective file', () => {
  it.each(Object.keys(WRITERS))('in %s', (ending) => {
    fc.assert(
      fc.property(trial, (given) => {
        const isToml = ending === 'toml';
        const before = given.before.filter(([, value]) => !isToml || !hasNull(value));
        const changes = Object.fromEntries(
          Object.entries(given.changes).filter(([, value]) => !isToml || value === null || !hasNull(value)),
        );
        if (
          isToml &&
          REQUIRED.some((key) => key in KINDS[given.kind] && !before.some(([name]) => name === key))
        )
          return;
        const text = WRITERS[ending]({ ...given, before });
        const written = write(`a.objective.${ending}`, text, changes);
        expect(written.refusedBecause, text + JSON.stringify(changes)).toBeNull();
        expect(written.read && plain(written.read)).toEqual(plain(written.tried));
        const kept = linesWithout(text, changes);
        expect(linesOf(written.text ?? '').filter((line) => kept.includes(line))).toEqual(kept);
      }),
      RUNS,
    );
  });
});

const linesOf = (text: string) => text.split('\n').map((line) => line.replace(/,$/, ''));
const linesWithout = (text: string, changes: Changes) =>
  linesOf(text).filter((line) => !((/^\s*"?([\w-]+)"?\s*[:=]/.exec(line)?.[1] ?? '') in changes));

interface Library {
  readonly name: string;
  readonly load: string;
  readonly call: string;
  /** Each argument with what it stands for, and how the library counts it. */
  readonly given: Readonly<Record<string, readonly [argument: string, count: (value: number) => number]>>;
}

const same = (value: number) => value;
const LIBRARIES: readonly Library[] = [
  {
    name: 'nidl',
    load: 'from nidl.losses import YAwareInfoNCE',
    call: 'YAwareInfoNCE',
    given: { temperature: ['temperature', same], bandwidth: ['bandwidth', (sigma) => sigma ** 2] },
  },
  {
    name: 'pytorch-metric-learning',
    load: 'from pytorch_metric_learning import losses',
    call: 'losses.NTXentLoss',
    given: { temperature: ['temperature', same] },
  },
  {
    name: 'its neighbourhood components',
    load: 'from pytorch_metric_learning import losses',
    call: 'losses.NCALoss',
    given: { temperature: ['softmax_scale', (temperature) => 1 / (2 * temperature)] },
  },
  {
    name: 'sentence-transformers',
    load: 'from sentence_transformers import losses',
    call: 'losses.MultipleNegativesRankingLoss',
    given: { temperature: ['scale', (temperature) => 1 / temperature] },
  },
  {
    name: 'lightly',
    load: 'from lightly.loss import NTXentLoss',
    call: 'NTXentLoss',
    given: { temperature: ['temperature', same] },
  },
];

const number = fc.integer({ min: 1, max: 400 }).map((k) => k / 100);

describe('a call of', () => {
  it.each(LIBRARIES)('$name', ({ load, call, given }) => {
    const keys = Object.keys(given);
    const pair = fc.record({ before: fc.option(number), after: fc.option(number) });
    const shape = fc.constantFrom('line', 'lines', 'constants');
    fc.assert(
      fc.property(fc.tuple(...keys.map(() => pair)), shape, (values, shaped) => {
        const written = keys.flatMap((key, i) => {
          const { before } = values[i];
          return before === null ? [] : [[given[key][0], given[key][1](before)] as const];
        });
        const changes = Object.fromEntries(
          keys.flatMap((key, i) => (values[i].after === null ? [] : [[key, values[i].after]])),
        );
        const text = programOf(load, call, written, shaped);
        const result = write('a.py', text, changes);
        expect(result.refusedBecause, text + JSON.stringify(changes)).toBeNull();
        const read = result.read && valuesOf(result.read);
        for (const [key, { value }] of Object.entries(valuesOf(result.tried)))
          if (typeof value === 'number') expect(read?.[key].value).toBeCloseTo(value, 9);
          else expect(read?.[key].value).toEqual(value);
        // All that is no number of a changed argument is as it was.
        const words = (source: string) => source.replace(/(?<![\w.])-?[\d.]+(?:e-?\d+)?/g, '0');
        const inserted = keys.filter((key, i) => values[i].before === null && key in changes);
        if (inserted.length === 0) expect(words(result.text ?? '')).toBe(words(text));
        expect(result.text).toContain('# behind');
      }),
      RUNS,
    );
  });
});

function programOf(
  load: string,
  call: string,
  written: readonly (readonly [string, number])[],
  shape: string,
): string {
  const isConstant = shape === 'constants';
  const constants = isConstant
    ? written.map(([name, value]) => `MY_${name.toUpperCase()} = ${value}  # of ${name}`)
    : [];
  const given = written.map(([name, value]) => `${name}=${isConstant ? `MY_${name.toUpperCase()}` : value}`);
  const body = shape === 'lines' && given.length > 0 ? `\n    ${given.join(',\n    ')},\n` : given.join(', ');
  return [load, ...constants, `loss = ${call}(${body})  # behind`, ''].join('\n');
}

/** Values of the workspace fill what an objective does not say itself, and nothing else. */
import { describe, expect, it } from 'vitest';
import { bindWorkspaceValues, matchesGlob, type WorkspaceValues } from '../../src/data/binding';
import type { Definition, ObjectiveKind, Parameters } from '../../src/objective/definition';

const ORIGIN = { origin: 'config objective-lens.yaml', span: null } as const;
const CLASSES = {
  value: [
    { name: 'cat', count: 5 },
    { name: 'dog', count: 3 },
  ],
  ...ORIGIN,
};
const LABELS = { value: [[1], [2], [3]], ...ORIGIN };
const NOTHING: WorkspaceValues = { bindings: [], dimension: null, views: null, batch: null };
const ALL: WorkspaceValues = {
  bindings: [
    { objectives: 'src/**', classes: CLASSES, labels: LABELS },
    { objectives: '**', classes: null, labels: { ...LABELS, value: [[9]] } },
  ],
  dimension: { value: 16, ...ORIGIN },
  views: { value: { count: 4, tied: true }, ...ORIGIN },
  batch: { value: 32, ...ORIGIN },
};

const STANDING = { origin: 'default of the library', span: null } as const;
function definition(kind: ObjectiveKind, parameters: Partial<Parameters> = {}): Definition {
  return {
    name: 'c',
    kind,
    dialect: 'supcontrast',
    span: { start: 0, end: 1 },
    headSpan: { start: 0, end: 1 },
    positives: 'one-softmax',
    parameters: {
      temperature: { value: 0.1, origin: 'literal', span: null },
      similarity: { value: 'cosine', ...STANDING },
      views: { value: { count: 2, tied: true }, ...STANDING },
      balance: { value: { anchors: false, denominators: false }, ...STANDING },
      ...parameters,
    },
  };
}

const UNNAMED = { value: null, origin: 'unresolved', span: null } as const;

describe('binding', () => {
  it.each([
    { kind: 'supcon', path: 'src/a.py', data: { classes: CLASSES } },
    { kind: 'soft-supcon', path: 'src/a.py', data: { classes: CLASSES } },
    { kind: 'y-aware', path: 'src/a.py', data: { labels: LABELS } },
    { kind: 'euclidean-euclidean', path: 'src/deep/er/a.py', data: { labels: LABELS } },
    { kind: 'info-nce', path: 'src/a.py', data: { samples: { value: 8, ...ORIGIN } } },
    { kind: 'info-nce', path: 'b.py', data: { samples: { value: 1, ...ORIGIN } } },
    { kind: 'balanced-supcon', path: 'src/a.py', data: { classes: CLASSES } },
    { kind: 'rank-n-contrast', path: 'src/a.py', data: { labels: LABELS } },
    { kind: 'decoupled', path: 'src/a.py', data: { samples: { value: 8, ...ORIGIN } } },
    { kind: 'x-clr', path: 'src/a.py', data: {} },
    { kind: 'clip', path: 'src/a.py', data: {} },
    { kind: 'supcon', path: 'test/a.py', data: {} },
  ] as const)('gives $kind in $path the data of the first glob that matches', ({ kind, path, data }) => {
    const bound = bindWorkspaceValues(definition(kind), path, ALL);
    const { dimension, views, batch } = ALL;
    expect(bound).toEqual(definition(kind, { dimension: dimension!, views: views!, batch: batch!, ...data }));
  });

  it('gives InfoNCE over labelled positives the classes', () => {
    const perPositive = { ...definition('info-nce'), positives: 'softmax-per-positive' } as const;
    const { parameters } = bindWorkspaceValues(perPositive, 'src/a.py', ALL);
    expect([parameters.classes, parameters.samples]).toEqual([CLASSES, undefined]);
  });

  it('fills values that stand open', () => {
    const open = definition('supcon', { classes: UNNAMED, dimension: UNNAMED, batch: UNNAMED });
    const { parameters } = bindWorkspaceValues(open, 'src/a.py', ALL);
    expect([parameters.classes, parameters.dimension, parameters.batch]).toEqual([
      CLASSES,
      ALL.dimension,
      ALL.batch,
    ]);
  });

  it('leaves alone what the objective says itself, known or not', () => {
    const own = definition('supcon', {
      classes: { value: null, origin: 'unresolved', span: { start: 0, end: 1 }, missing: 'train.csv' },
      dimension: { value: 2, origin: 'literal', span: { start: 0, end: 1 } },
      views: { value: { count: 1, tied: true }, origin: 'literal', span: { start: 0, end: 1 } },
      batch: { value: null, origin: 'unresolved', span: null, missing: 'args.batch' },
    });
    expect(bindWorkspaceValues(own, 'src/a.py', ALL)).toEqual(own);
  });

  it('changes nothing without values', () => {
    expect(bindWorkspaceValues(definition('supcon'), 'src/a.py', NOTHING)).toEqual(definition('supcon'));
  });

  it('does not count samples beyond what can be analysed', () => {
    const many = {
      ...ALL,
      bindings: [
        { objectives: '**', classes: { value: [{ name: 'a', count: 1_000_001 }], ...ORIGIN }, labels: null },
      ],
    };
    expect(bindWorkspaceValues(definition('info-nce'), 'a.py', many).parameters.samples).toBeUndefined();
  });
});

describe('globs', () => {
  it.each([
    ['**', 'a/b.py', true],
    ['**', 'b.py', true],
    ['src/**', 'src/b.py', true],
    ['./src/**', 'src/a/b.py', true],
    ['src/**', 'lib/src/b.py', false],
    ['**/*.py', 'b.py', true],
    ['*.py', 'a/b.py', false],
    ['**/{train,test}.py', 'x/train.py', true],
    ['**', '.hidden/b.py', true],
    ['[', 'b.py', false],
  ])('%s on %s: %s', (glob, path, matches) => {
    expect(matchesGlob(path, glob)).toBe(matches);
  });
});

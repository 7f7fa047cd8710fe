/** What rules say of objectives: which, how severely, and in a message that stands by itself. */
import { describe, expect, test } from 'vitest';
import { type ObjectiveSketch, sketch } from '../../support/definitions';
import { analysisOf, definitionOf } from '../explanation/samples';
import { brief, findingsFor, judged } from './judging';

const SOFT: ObjectiveSketch = { objective: 'soft-supcon', classes: [6, 3, 1, 2], temperature: 0.5 };
const SUPCON: ObjectiveSketch = { objective: 'supcon', temperature: 0.5 };
const LINE: ObjectiveSketch = {
  objective: 'y-aware',
  kernel: 'gaussian',
  bandwidth: 0.3,
  labels: [0, 0.5, 1],
  temperature: 0.2,
};
const WEIGHTED: ObjectiveSketch = { objective: 'weighted', temperature: 0.5 };

describe('one objective, one warning at most', () => {
  test.each<[string, ObjectiveSketch, readonly string[], readonly string[]]>([
    ['realizable', { ...SOFT, across: 0.2 }, [], []],
    ['classes asked to be close', { ...SOFT, across: 0.9 }, [], []],
    ['balanced SupCon', { ...SUPCON, classes: [20, 20, 20] }, ['information zero-weight'], ['0.0972 nats']],
    [
      'imbalanced SupCon',
      { ...SUPCON, classes: { head: 60, left: 6, right: 6 } },
      ['warning class-imbalance', 'information zero-weight'],
      ['−0.70 (“head”–“left”)', '−0.01 (“left”–“right”)', '−0.50 for all', 'across: 0.0498'],
    ],
    [
      'imbalanced SupCon at a temperature where it hardly shows',
      { ...SUPCON, classes: [60, 6, 6], temperature: 0.1 },
      ['information class-imbalance', 'information zero-weight'],
      ['5.3e-7 nats'],
    ],
    [
      'SupCon whose rare classes merge',
      { ...SUPCON, classes: { big: 100, large: 100, rare: 1, scarce: 1 } },
      ['warning minority-collapse', 'information zero-weight'],
      ['“rare” and “scarce”', '0.95', '0.0590 nats'],
    ],
    [
      'balanced SupCon without room for a simplex',
      { ...SUPCON, classes: [9, 9, 9, 9, 9], dimension: 2 },
      ['information zero-weight'],
      [],
    ],
    [
      'InfoNCE',
      { objective: 'info-nce', samples: 6, temperature: 0.2 },
      ['information zero-weight'],
      ['0.0245 nats'],
    ],
    [
      'a compact kernel',
      { ...LINE, kernel: 'epanechnikov', bandwidth: 0.6 },
      ['warning zero-weight'],
      ['label 0 and label 1', 'gaussian'],
    ],
    [
      'scalar labels on the sphere',
      LINE,
      ['warning not-spherical', 'information view-splitting'],
      ['negative-squared-euclidean', 'With 5 or more dimensions', 'to a cosine of 0.76 or less'],
    ],
    ['the same in few dimensions', { ...LINE, dimension: 3 }, ['warning not-spherical'], ['no sphere']],
    [
      'views that reach the bound only apart',
      { ...LINE, views: { count: 2, tied: false } },
      ['information view-splitting'],
      ['With 5 or more dimensions the loss reaches its bound', 'invariance to augmentation is lost'],
    ],
    [
      'scalar labels whose gap nobody sees',
      { ...LINE, bandwidth: 3 },
      ['information not-spherical'],
      ['no training run will notice'],
    ],
    [
      'too large a sphere',
      { ...SOFT, across: 0.05 },
      ['warning radius'],
      ['R² = 1.12', 'temperature: 0.445'],
    ],
    [
      'too large a sphere on which rare classes merge',
      { ...SOFT, classes: [100, 100, 1, 1], across: 0.0001 },
      ['warning minority-collapse', 'information radius'],
      ['Lower the temperature to'],
    ],
    [
      'too few dimensions',
      { ...SOFT, across: 0.2, dimension: 2 },
      ['warning dimension'],
      ['4 dimensions', '(dimension: 4)'],
    ],
    ['one point', { ...SOFT, across: 1 }, ['error total-collapse'], ['nothing is learned']],
    [
      'unequal directions',
      {
        ...WEIGHTED,
        weights: [
          [4, 2, 1],
          [1, 4, 2],
          [2, 1, 4],
        ],
      },
      ['warning asymmetric'],
      ['sample 1 → sample 2 → sample 3', 'a factor of 8'],
    ],
    [
      'a triangle that cannot close',
      {
        ...WEIGHTED,
        weights: [
          [1, 0.9, 0.001],
          [0.9, 1, 0.9],
          [0.001, 0.9, 1],
        ],
      },
      ['warning not-euclidean'],
      ['sample 1 and sample 3 far apart', 'near sample 2'],
    ],
    ['norms without limit', { ...LINE, similarity: 'dot' }, ['warning unbounded'], ['norms', 'weight decay']],
    [
      'unknown class sizes',
      { ...SUPCON, classes: null },
      ['information missing-data'],
      ['class sizes', 'classes: { cat: 500, dog: 50 }'],
    ],
    [
      'unknown temperature',
      { ...SOFT, across: 0.2, temperature: null },
      ['information missing-data'],
      ['the temperature', 'temperature: 0.1', 'iff', '0.8284'],
    ],
    [
      'learned centers of rare classes',
      { objective: 'balanced-supcon', classes: [500, 50, 5, 5, 5], temperature: 0.5 },
      ['warning minority-collapse', 'information zero-weight'],
      ['all but merges', '3 pairs above 0.90', 'learned centers'],
    ],
    [
      'two towers',
      { objective: 'clip', samples: 8, temperature: 0.5 },
      ['information zero-weight'],
      ['An image and its text meet at one point'],
    ],
    [
      'rankings on the sphere',
      { objective: 'rank-n-contrast', labels: [0, 1, 2, 4], temperature: 2 },
      ['information zero-weight'],
      ['orders embeddings by label distance'],
    ],
    [
      'decoupled samples',
      { objective: 'decoupled', samples: 8, temperature: 0.1 },
      ['information decoupled'],
      ['no entropic bound'],
    ],
    ['a single view', { ...LINE, views: 1 }, [], []],
  ])('%s', (_, written, expected, parts) => {
    const findings = findingsFor(written);
    expect(brief(findings)).toEqual(expected);
    const words = findings.map(({ message }) => message).join('\n');
    for (const part of parts) expect(words).toContain(part);
    for (const { message, span } of findings) {
      expect(message.length).toBeLessThanOrEqual(300);
      expect(message).not.toMatch(/NaN|undefined|Infinity|null/);
      expect(span).toEqual(sketch(written).headSpan);
    }
    expect(findings.filter(({ severity }) => severity !== 'information').length).toBeLessThanOrEqual(1);
  });

  test('the number of samples of a loss in Python comes from bound class sizes', () => {
    const definition = definitionOf('info-nce', {}, { dialect: 'lightly' });
    const [finding] = judged(definition, analysisOf({ verdict: 'conditional' }));
    expect(finding.message).toContain('objective-lens.yaml: data: [{ objectives: "**", classes: {');
  });

  test('positives outside their denominator', () => {
    const analysis = analysisOf({ verdict: 'degenerate', reason: 'decoupled' });
    expect(brief(judged(definitionOf('decoupled'), analysis))).toEqual(['information decoupled']);
  });

  test('an inconsistency of unknown size counts as harm', () => {
    const analysis = analysisOf({ verdict: 'inconsistent', reason: 'not-euclidean' });
    expect(brief(judged(definitionOf('weighted'), analysis))).toContain('warning not-euclidean');
  });
});

test('hostile and endless names stay short', () => {
  const findings = findingsFor({
    ...SUPCON,
    classes: { ['x'.repeat(5000)]: 60, ['y'.repeat(5000)]: 6, z: 6 },
  });
  for (const { message } of findings) expect(message.length).toBeLessThanOrEqual(300);
});

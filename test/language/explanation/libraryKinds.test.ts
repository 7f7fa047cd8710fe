/** Kinds that only libraries have, and proofs by a lower bound, are told in words with their numbers. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { explain } from '../../../src/language/explanation/explain';
import { type ObjectiveSketch, sketch } from '../../support/definitions';

function wordsFor(written: ObjectiveSketch): string {
  const definition = sketch(written);
  const { headline, because } = explain(definition, analyze(definition));
  return [headline, ...because].join('\n');
}

const w = (squared: number) => Math.exp(-squared / 2);
/** Four samples in a ring; opposite ones are never compared. */
const ring = (long: number) => [
  [1, w(1), null, w(long)],
  [w(1), 1, w(1), null],
  [null, w(1), 1, w(1)],
  [w(long), null, w(1), 1],
];

describe('the words', () => {
  test.each<[string, ObjectiveSketch, readonly string[]]>([
    [
      'two towers',
      { objective: 'clip', samples: 8, temperature: 0.5 },
      ['An image and its text meet at one point', 'every two pairs at cosine −0.14', 'regular simplex'],
    ],
    [
      'rankings',
      { objective: 'rank-n-contrast', labels: [0, 1, 2, 4], temperature: 2 },
      ['orders embeddings by label distance', 'label 0 and label 4', 'duality certificate'],
    ],
    [
      'rankings that spread',
      {
        objective: 'rank-n-contrast',
        labels: [0, 1, 2, 4],
        temperature: 2,
        similarity: 'negative-euclidean',
      },
      ['nothing stops the distances', '0.7922 nats'],
    ],
    [
      'learned centers of balanced classes',
      { objective: 'balanced-supcon', classes: [20, 20, 20], temperature: 0.5 },
      ['every two classes at cosine −0.50', 'Each learned center ends at its class'],
    ],
    [
      'learned centers of rare classes',
      { objective: 'balanced-supcon', classes: [500, 50, 5, 5, 5], temperature: 0.5 },
      [
        'do not end exactly at their classes',
        'the center of “class 2” stands at cosine 0.95 to it',
        '3 pairs stand above cosine 0.90',
      ],
    ],
    [
      'decoupled samples',
      { objective: 'decoupled', samples: 8, temperature: 0.1 },
      ['a loss of −8.7895 nats, proved by a duality certificate', 'every two samples at cosine −0.14'],
    ],
    [
      'positives inside the logarithm',
      { objective: 'supcon', classes: [60, 6, 6], temperature: 0.5, positives: 'summed-positives' },
      ['0.0738 nats above its entropic bound of 0 nats', '−0.70'],
    ],
    [
      'distances that nobody asks for',
      { objective: 'weighted', weights: ring(1.44), temperature: 0.3 },
      ['2 pairs of samples are never compared', 'one of many'],
    ],
    [
      'a lower bound',
      { objective: 'weighted', weights: ring(16), temperature: 0.1 },
      ['distances of no points', 'leaves a gap of at least 0.0038 nats'],
    ],
    [
      'a lower bound on the sphere',
      { objective: 'weighted', weights: ring(9), temperature: 0.1 },
      ['on no sphere', 'leaves a gap of at least'],
    ],
    [
      'a temperature found by bisection',
      {
        objective: 'weighted',
        weights: [
          [null, null, null, 1, w(4), w(16)],
          [null, null, null, w(4), 1, w(4)],
          [null, null, null, w(16), w(4), 1],
          [1, w(4), w(16), null, null, null],
          [w(4), 1, w(4), null, null, null],
          [w(16), w(4), 1, null, null, null],
        ],
        views: 1,
        temperature: 3,
      },
      ['leaves a gap of at least', 'Found by bisection: up to τ* ='],
    ],
  ])('%s', (_, written, parts) => {
    const words = wordsFor(written);
    for (const part of parts) expect(words).toContain(part);
    expect(words).not.toMatch(/NaN|undefined|Infinity|null/);
  });
});

/** Paragraphs hold the numbers of the proof, and what they mean. */
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../src/geometry/analysis';
import { explain } from '../../../src/language/explanation/explain';
import type { Definition } from '../../../src/objective/definition';
import {
  analysisOf,
  definitionOf,
  literal,
  SOFT_SUPCON_BEYOND,
  SUPCON_60_6_6,
  SUPCON_BALANCED,
  SUPCON_MERGING,
  unresolved,
  Y_AWARE_LINE,
} from './samples';

type Sample = { readonly definition: Definition; readonly analysis: Analysis };
const wordsOf = ({ definition, analysis }: Sample) => explain(definition, analysis).because.join('\n');

const degenerate = (reason: Analysis['reason'], parts: Partial<Analysis> = {}) =>
  analysisOf({ verdict: 'degenerate', reason, ...parts });
const inconsistent = (reason: Analysis['reason'], parts: Partial<Analysis> = {}) =>
  analysisOf({ verdict: 'inconsistent', reason, ...parts });

describe('paragraphs hold the numbers of the proof', () => {
  const items = ['a', 'b', 'c'].map((name) => ({ name, size: 1 }));
  const weighted = definitionOf('weighted');
  test.each<[string, Sample, readonly string[]]>([
    ['zero pair', SUPCON_60_6_6, ['“head” has “left”', '6 such pairs', 'collapse to one point']],
    ['uneven classes', SUPCON_60_6_6, ['−0.70 (“head” and “left”)', '−0.01', '−1/(3 − 1) = −0.50']],
    ['balanced classes', SUPCON_BALANCED, ['every two classes at cosine −0.50', 'regular simplex']],
    ['merging classes', SUPCON_MERGING, ['“rare” and “scarce” all but merge', '1 pair stands']],
    [
      'the gap in practice',
      SUPCON_60_6_6,
      [
        'stop 0.0738 nats above its entropic bound of 4.3823 nats, at 4.4561 nats',
        '7.1% less',
        '1e-9 nats lower',
      ],
    ],
    ['sphere residual', Y_AWARE_LINE, ['straight line', 'residual of 0.61', 'No temperature mends']],
    ['too large a sphere', SOFT_SUPCON_BEYOND, ['R² = 1.123', 'τ* = 0.445']],
    [
      'cycle and its sum',
      {
        definition: weighted,
        analysis: inconsistent('asymmetric', {
          items,
          proof: { kind: 'cycle', items: [0, 2], sum: -Math.LN2 },
        }),
      },
      ['a → c → a', '−0.693', 'a factor of 2'],
    ],
    [
      'violated triangle',
      {
        definition: weighted,
        analysis: inconsistent('not-euclidean', {
          items,
          proof: {
            kind: 'negative-direction',
            items: [0, 1],
            coefficients: [0.5, -0.5],
            value: 1,
            triangle: { items: [0, 1, 2], sides: [3, 1, 1.5] },
          },
        }),
      },
      ['a and b should be 3 apart', 'near c', '1 + 1.5'],
    ],
    [
      'direction without a triangle',
      {
        definition: weighted,
        analysis: inconsistent('not-euclidean', {
          items,
          proof: {
            kind: 'negative-direction',
            items: [0, 1],
            coefficients: [0.75, -0.75],
            value: 0.125,
            triangle: null,
          },
        }),
      },
      ['0.75 at a', '−0.75 at b', '0.125'],
    ],
    [
      'needed dimension',
      {
        definition: weighted,
        analysis: inconsistent('dimension', { items, proof: { kind: 'dimension', needed: 5, given: 2 } }),
      },
      ['5 dimensions', 'has 2'],
    ],
    [
      'local search',
      {
        definition: weighted,
        analysis: inconsistent('dimension', {
          items,
          gap: 0.5,
          bound: 1,
          minimum: 1.5,
          method: 'local-search',
        }),
      },
      ['best that local searches found'],
    ],
    [
      'a limit that is not reached',
      {
        definition: definitionOf('weighted', { similarity: literal('dot') }),
        analysis: degenerate('unbounded', {
          items,
          gap: 0,
          bound: 1.25,
          minimum: 1.25,
          method: 'bound-approached',
          proof: { kind: 'escape', cause: 'no-sphere' },
        }),
      },
      ['nothing stops the norms', 'ever closer to 1.2500 nats without reaching it'],
    ],
    [
      'condition',
      {
        definition: definitionOf('supcon', { temperature: unresolved('args.temp') }),
        analysis: analysisOf({ verdict: 'conditional', condition: 'realizable iff τ ≤ 1' }),
      },
      ['class sizes and the temperature (args.temp)', 'realizable iff τ ≤ 1'],
    ],
    [
      'realizable on a sphere',
      {
        definition: definitionOf('soft-supcon'),
        analysis: analysisOf({
          verdict: 'realizable',
          reason: 'exact',
          rank: 3,
          bound: 2,
          minimum: 2,
          gap: 0,
          method: 'bound-reached',
          proof: { kind: 'embedding', distanceRank: 3, radiusSquared: 0.8634, margin: 0 },
        }),
      },
      ['They span 3 dimensions', 'R² = 0.863', 'ends at a loss of 2.0000 nats'],
    ],
  ])('%s', (_, sample, parts) => {
    const words = wordsOf(sample);
    for (const part of parts) expect(words).toContain(part);
    expect(words).not.toMatch(/NaN|undefined|Infinity|null/);
  });
});

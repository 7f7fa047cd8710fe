/** The words of an analysis: headlines to the letter, and the numbers that a paragraph must hold. */
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
const headlineOf = ({ definition, analysis }: Sample) => explain(definition, analysis).headline;
const wordsOf = ({ definition, analysis }: Sample) => explain(definition, analysis).because.join('\n');

const WITH_DIMENSION = definitionOf('soft-supcon', { dimension: literal(128) });
const REALIZABLE = analysisOf({ verdict: 'realizable', reason: 'exact', rank: 4 });
const degenerate = (reason: Analysis['reason'], parts: Partial<Analysis> = {}) =>
  analysisOf({ verdict: 'degenerate', reason, ...parts });
const inconsistent = (reason: Analysis['reason'], parts: Partial<Analysis> = {}) =>
  analysisOf({ verdict: 'inconsistent', reason, ...parts });

describe('headlines', () => {
  const UNKNOWN_SIZES = definitionOf('supcon', { temperature: literal(0.07) });
  const UNKNOWN_TEMPERATURE = definitionOf('y-aware', {
    temperature: unresolved('args.temp'),
    labels: literal([[0, 1]]),
    kernel: literal('gaussian'),
    bandwidth: literal(1),
  });
  const weighted = definitionOf('weighted', { weights: literal([[1, 0.5]]) });
  test.each<[string, Sample]>([
    ['inconsistent: labels on no sphere · gap 0.0002 nats', Y_AWARE_LINE],
    ['degenerate: zero weights · gap 0.0738 nats', SUPCON_60_6_6],
    ['inconsistent: classes on too large a sphere · gap 0.0051 nats', SOFT_SUPCON_BEYOND],
    ['realizable · rank 4 of 128', { definition: WITH_DIMENSION, analysis: REALIZABLE }],
    ['realizable · rank 4', { definition: definitionOf('soft-supcon'), analysis: REALIZABLE }],
    [
      'conditional: needs class sizes',
      { definition: UNKNOWN_SIZES, analysis: analysisOf({ verdict: 'conditional' }) },
    ],
    [
      'conditional: needs the temperature · τ* 0.445',
      {
        definition: UNKNOWN_TEMPERATURE,
        analysis: analysisOf({ verdict: 'conditional', temperatureLimit: 0.44507 }),
      },
    ],
    [
      'degenerate: zero weights · needs class sizes',
      { definition: UNKNOWN_SIZES, analysis: degenerate('zero-weight') },
    ],
    [
      'degenerate: norms without limit · never reached',
      {
        definition: weighted,
        analysis: degenerate('unbounded', { gap: 0, bound: 1, minimum: 1, method: 'bound-approached' }),
      },
    ],
    [
      'degenerate: everything at one point · gap 0 nats',
      { definition: weighted, analysis: degenerate('total-collapse', { gap: 0 }) },
    ],
    [
      'inconsistent: asymmetric weights · gap 5.3e-7 nats',
      { definition: weighted, analysis: inconsistent('asymmetric', { gap: 5.27e-7 }) },
    ],
    [
      'inconsistent: distances of no points',
      { definition: weighted, analysis: inconsistent('not-euclidean') },
    ],
    [
      'inconsistent: too few dimensions · gap 1.2500 nats',
      { definition: weighted, analysis: inconsistent('dimension', { gap: 1.25 }) },
    ],
    [
      'undecided: this version does not know free views',
      {
        definition: weighted,
        analysis: analysisOf({ undecidedBecause: 'this version does not know free views' }),
      },
    ],
  ])('%s', (headline, sample) => expect(headlineOf(sample)).toBe(headline));
});

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
      ['best of several local searches'],
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

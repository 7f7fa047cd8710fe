/** Headlines to the letter. */
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
  unresolved,
  Y_AWARE_LINE,
} from './samples';

type Sample = { readonly definition: Definition; readonly analysis: Analysis };
const headlineOf = ({ definition, analysis }: Sample) => explain(definition, analysis).headline;

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

/** The line of lens and tree: verdict, short words, and the one number that tells how much it matters. */
import type { Analysis, Reason } from '../../geometry/analysis';
import type { Definition } from '../../objective/definition';
import { missingParameters } from './missing';
import { nats, short } from './numbers';
import { clipWords, hasClasses, listed, PARAMETER_WORDS } from './vocabulary';

const LONGEST_BECAUSE = 70;

/** For example "inconsistent: labels on no sphere · gap 0.0002 nats" or "realizable · rank 4 of 128". */
export function writeHeadline(definition: Definition, analysis: Analysis): string {
  const words = shortWords(definition, analysis);
  const verdict = words === null ? analysis.verdict : `${analysis.verdict}: ${words}`;
  return [verdict, ...number(definition, analysis)].join(' · ');
}

function shortWords(definition: Definition, analysis: Analysis): string | null {
  if (analysis.verdict === 'undecided')
    return clipWords(analysis.undecidedBecause ?? 'no answer', LONGEST_BECAUSE);
  if (analysis.verdict === 'conditional')
    return needs(definition) ?? clipWords(analysis.condition ?? 'needs more', LONGEST_BECAUSE);
  return analysis.reason === null ? null : reasonWords(definition, analysis.reason);
}

function reasonWords(definition: Definition, reason: Reason): string | null {
  switch (reason) {
    case 'exact':
      return null;
    case 'zero-weight':
      return 'zero weights';
    case 'unbounded':
      return 'norms without limit';
    case 'decoupled':
      return 'positives outside the denominator';
    case 'total-collapse':
      return 'everything at one point';
    case 'asymmetric':
      return 'asymmetric weights';
    case 'not-euclidean':
      return 'distances of no points';
    case 'not-spherical':
      return `${subject(definition)} on no sphere`;
    case 'radius':
      return `${subject(definition)} on too large a sphere`;
    case 'dimension':
      return 'too few dimensions';
  }
}

/** What the author gave that turns out to fit or not to fit: labels, features, classes, or weights. */
function subject(definition: Definition): string {
  if (hasClasses(definition)) return 'classes';
  if (definition.kind === 'x-clr') return 'features';
  return definition.kind === 'weighted' ? 'weights' : 'labels';
}

function number(definition: Definition, analysis: Analysis): string[] {
  const { verdict, gap, rank, temperatureLimit } = analysis;
  if (verdict === 'conditional') return temperatureLimit === null ? [] : [`τ* ${short(temperatureLimit)}`];
  if (verdict === 'realizable') return rank === null ? [] : [rankWords(definition, rank)];
  if (verdict === 'undecided') return [];
  if (analysis.method === 'bound-approached') return ['never reached'];
  if (gap !== null) return [`gap ${nats(gap)}`];
  const need = needs(definition);
  return need === null ? [] : [need];
}

/** `rank 4 of 128`, or `rank 4` when the embedding dimension is unknown. */
export function rankWords(definition: Definition, rank: number): string {
  const dimension = definition.parameters.dimension?.value ?? null;
  return dimension === null ? `rank ${rank}` : `rank ${rank} of ${dimension}`;
}

function needs(definition: Definition): string | null {
  const missing = missingParameters(definition);
  return missing.length === 0 ? null : `needs ${listed(missing.map((name) => PARAMETER_WORDS[name]))}`;
}

/** The mathematics from end to end: a definition in, its verdict, optimum and picture out. */
import { buildObjective } from '../objective/buildObjective';
import type { Definition, ParameterName } from '../objective/definition';
import { ownOffset } from '../objective/kinds/libraryKinds';
import type { Objective } from '../objective/objective';
import type { PairWeights } from '../objective/pairWeights';
import { entropicBound } from '../objective/softmaxes';
import { softmaxesOf } from '../objective/softmaxesOf';
import { UnusableWeight } from '../objective/unusableWeight';
import { type Analysis, NO_ANSWER } from './analysis';
import { batchNote, decideEmptyBatches } from './batchNote';
import { decideUnknown } from './conditions/decideUnknown';
import { listed, withAuthorsNames, wordsFor } from './conditions/words';
import { decideForeign, decideKind, whyNoOptimum } from './foreignKinds';
import { type Interrupt, NEVER } from './interrupt';
import { analyzeLarge } from './large/analyzeLarge';
import type { Effort } from './optimum/effort';
import type { Optimum } from './optimum/findOptimum';
import { asShown, type OverBatches, overBatches } from './optimum/overBatches';
import { batchDrawing } from './picture/batchDrawing';
import { picture } from './picture/picture';
import { proposeRemedies } from './remedy/proposeRemedies';
import { CERTIFICATE_TOLD } from './tolerances';
import { type Decision, undecided } from './verdict/decision';
import { chooseConstant } from './verdict/freeConstant/chooseConstant';
import { viewSimilarity } from './verdict/freeConstant/viewSimilarity';

export interface AnalyzeOptions {
  /** Raised by a host that cannot wait any longer: then the best answer so far comes back, and says that it is that. */
  readonly interrupt?: Interrupt;
  /** `quick` for values that a slider passes: numbers to some two digits, and the analysis says so. @defaultValue full */
  readonly effort?: Effort;
}

/** Deterministic, and every number of the answer is finite. Throws: on values that the language room must refuse. */
export function analyze(
  definition: Definition,
  { interrupt = NEVER, effort = 'full' }: AnalyzeOptions = {},
): Analysis {
  try {
    const analysis = analyzeWhole(definition, interrupt, effort);
    // Each remedy is an analysis by itself, for which there is no time left.
    const remedies = interrupt.isRaised() ? [] : proposeRemedies(definition, analysis);
    return { ...analysis, remedies };
  } catch (error) {
    // The language room looks at the weights of as many pairs as a keystroke has time for; this pair is another.
    if (error instanceof UnusableWeight) return told(definition, undecided(error.message));
    throw error;
  }
}

function analyzeWhole(definition: Definition, interrupt: Interrupt, effort: Effort): Analysis {
  const built = buildObjective(definition);
  switch (built.kind) {
    case 'objective':
      return ofObjective(definition, built.objective, interrupt, effort);
    case 'unknown':
      return ofUnknown(definition, built.missing);
    case 'too-large':
      return ofLarge(definition, built.pairs, interrupt);
    case 'too-many':
      return ofLarge(definition, null, interrupt);
    case 'foreign':
      return { ...told(definition, decideForeign(definition)), optimumNote: whyNoOptimum(definition) };
  }
}

function ofObjective(
  definition: Definition,
  built: Objective,
  interrupt: Interrupt,
  effort: Effort,
): Analysis {
  const decision = decideEmptyBatches(definition, built) ?? decideKind(definition, built, interrupt);
  const chosen = chooseConstant(built, decision);
  const found = overBatches(definition, chosen, decision, interrupt, effort);
  const { objective, optimum, samplingError } = found;
  const drawing = picture(asShown(found), decision, optimum);
  const minibatches = batchDrawing(definition, chosen, found.batches);
  const bound = found.batches.kind === 'nothing-compared' ? null : boundOf(objective);
  return {
    ...told(definition, decision),
    ...lossNumbers(bound, optimum, objective),
    items: objective.items,
    ...drawing,
    training:
      drawing.training && minibatches ? { ...drawing.training, drawing: minibatches } : drawing.training,
    optimumNote: joined(
      drawing.optimumNote,
      effort === 'quick' ? quickNote(found) : batchNote(found.batches, samplingError),
    ),
    viewSimilarity: viewSimilarity(definition, objective, decision, optimum.prediction),
    samplingError,
  };
}

/** Null where the search was as thorough as any. */
function quickNote({ batches, optimum: { method, certifiedWithin } }: OverBatches): string | null {
  const isUnproved = method === 'local-search' || (certifiedWithin ?? 0) > CERTIFICATE_TOLD;
  const isRough = batches.kind === 'drawn' || isUnproved;
  return isRough ? 'a quick look, good for some two digits: a longer search follows' : null;
}

/** Null where nothing bounds the loss: no anchor has a positive, or positives are in no denominator. */
function boundOf(objective: Objective): number | null {
  const softmaxes = softmaxesOf(objective);
  if (softmaxes.decoupled || objective.anchorMass.every((mass) => mass === 0)) return null;
  const bound = entropicBound(softmaxes) + objective.lossOffset;
  // Positives summed inside the logarithm have the bound 0, as the difference of two equal numbers.
  return Math.abs(bound) < 1e-13 * Math.abs(objective.lossOffset) ? 0 : bound;
}

function ofLarge(definition: Definition, pairs: PairWeights | null, interrupt: Interrupt): Analysis {
  const { decision, bound, optimum, geometry } = analyzeLarge(definition, pairs, interrupt);
  return {
    ...told(definition, decision),
    ...lossNumbers(bound === null ? null : bound + ownOffset(definition, pairs), optimum),
    optimumNote: joined(optimum.note, largeBatchNote(definition, optimum.gap)),
    items: pairs?.items ?? [],
    geometry,
  };
}

function ofUnknown(definition: Definition, missing: readonly ParameterName[]): Analysis {
  const note = `the minimum depends on ${listed(missing.map(wordsFor))}, not known here`;
  return { ...told(definition, decideUnknown(definition, missing)), optimumNote: note };
}

/** The part of an analysis that the decision gives. */
function told(definition: Definition, decision: Decision): Analysis {
  const open = decision.condition ?? whatIsOpen(definition, decision);
  return { ...NO_ANSWER, ...decision, condition: open === null ? null : withAuthorsNames(open, definition) };
}

/** What a verdict that stands leaves open, because a value is known only when the training runs. */
function whatIsOpen({ parameters }: Definition, { verdict, rank }: Decision): string | null {
  if (verdict === 'undecided') return null;
  if (parameters.temperature.value === null)
    return 'the verdict holds at every temperature; the minimum depends on the temperature';
  const { dimension } = parameters;
  if (
    dimension?.value === null &&
    dimension.missing !== undefined &&
    verdict === 'realizable' &&
    rank !== null
  )
    return `realizable iff the embedding dimension is at least ${rank}`;
  return null;
}

function lossNumbers(
  bound: number | null,
  { gap, certifiedWithin, method }: Pick<Optimum, 'gap' | 'certifiedWithin' | 'method'>,
  objective: Objective | null = null,
): Pick<Analysis, 'bound' | 'minimum' | 'gap' | 'certifiedWithin' | 'method'> {
  // Without a bound the search answers the loss itself.
  if (objective?.severalSoftmaxes?.decoupled)
    return {
      bound: null,
      minimum: gap === null ? null : gap + objective.lossOffset,
      gap: null,
      certifiedWithin,
      method,
    };
  const minimum = bound === null || gap === null ? null : bound + gap;
  return { bound, minimum, gap, certifiedWithin, method };
}

/** Of many items no batches are drawn. */
function largeBatchNote({ parameters }: Definition, minimum: number | null): string | null {
  const samples = parameters.batch?.value ?? null;
  return samples === null || minimum === null
    ? null
    : batchNote({ kind: 'not-drawn', samples, of: null }, null);
}

function joined(...notes: readonly (string | null)[]): string | null {
  const said = notes.filter((note) => note !== null);
  return said.length > 0 ? said.join('; ') : null;
}

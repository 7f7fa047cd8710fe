/** Recognises a contrast of samples that is written out where it is trained, without a class or function for the loss. */
import type { ObjectiveKind, PositiveGrouping } from '../../../../objective/definition';
import { type LossShape, shapeOf } from '../inRepository/shape';
import { unfixedWeights } from '../inRepository/unfixedWeights';
import { bareCode } from './bareCode';
import { type Scaling, scalingIn } from './scaling';

export interface Contrast {
  readonly kind: Extract<ObjectiveKind, LossShape['kind'] | 'clip' | 'other'>;
  readonly positives: PositiveGrouping;
  readonly scaling: Scaling;
  /** Of another kind, what it is. */
  readonly what?: string;
}

const SIMILARITY =
  /matmul|\bmm\(|\bbmm\(|[\w\])]\s*@\s*\w|einsum|tensordot|cosine_similarity|CosineSimilarity|cdist|\b(?:cos_?)?sim(?:ilarity)?(?:_\w+)?\(|compute_(?:logits|scores?|sim\w*)\(/;
const CROSS_ENTROPY =
  /cross_?entropy|\b(?:criterion|loss_f(?:n|unc|ct)|compute_loss|ce_loss|ce|xent)\w*\s*\(|return\s+\(?\s*\w*logits?\w*,\s*\w*(?:labels?|targets?)/i;
/** Each row's own pair is right: its place in the batch is its label. */
const NUMBERED =
  /\b\w*(?:labels?|targets?|truth|idxs?|gt|y)\w*\s*(?::[^=\n]+)?=(?!=)[^\n]{0,80}\ba?range\(|cross_?entropy[^\n]{0,80}\barange\(/i;
/** The first column is right, and the others are negatives: a queue, or what was drawn. */
const FIRST_COLUMN =
  /\b\w*(?:labels?|targets?|truth|idxs?|gt)\w*\s*(?::[^=\n]+)?=(?!=)[^\n]{0,80}\bzeros(?:_like)?\(/i;
const JOINED = /\b(?:cat|concat|concatenate|hstack)\(/;
const NEGATIVES = /neg|queue|memory|bank/i;
/** Logits against a memory, which a criterion elsewhere compares with the first column. */
const MEMORY = /queue|memory|bank/i;
const POSITIVE = /\bl?_?pos(?:itive)?s?(?:_\w+)?\b/;
const NEGATIVE = /\bl?_?neg(?:ative)?s?(?:_\w+)?\b/;
/** A row's own pair: the diagonal, or the products of two views (no mask among them) summed row by row. */
const VIEW = String.raw`(?!\w*(?:mask|pos|neg|exp|prob|log|weight|sim))[\w.[\]]+`;
const OWN_PAIR = String.raw`${VIEW}\s*\*\s*${VIEW}\s*`;
const RANGE = String.raw`(?:(?:torch|np)\.a)?range\(`;
const DIAGONAL = new RegExp(
  String.raw`\beye\(|diag|\(\s*${OWN_PAIR}\)\s*\.sum\(|sum\(\s*${OWN_PAIR},|sum\(\s*(?:tf\.)?multiply\(|nc,nc->n\b|\[\s*${RANGE}[^()\n]*\)\s*,\s*${RANGE}`,
);
const SOFTMAX_BY_HAND = /exp\(|logsumexp\(|log_softmax|LogSoftmax/;
const LOGARITHM = /\blog\w*\(|LogSoftmax/;
/** Softmaxes over something else than samples: classes, codes, actions, what a teacher says. */
const OTHER = /kl_div|KLDiv|sinkhorn|gumbel|Categorical\(|teacher|perplexity|codebook|top_p\b|\.log_prob\(/i;
/** Rows against one vector a class are a classifier; against a queue of samples they are not. */
const PROTOTYPES = /proto/i;
const TWO_TOWERS = /(?:image|img|visual|vision|video|audio)\w*[\s\S]{0,4000}(?:text|txt|caption|sentence)/i;

/** Longer functions do too much for their words to be about one loss. */
const LONGEST = 20_000;

export function contrastIn(source: string): Contrast | null {
  if (source.length > LONGEST) return null;
  const code = bareCode(source);
  const scaling = scalingIn(code);
  if (!scaling || !SIMILARITY.test(code) || OTHER.test(code)) return null;
  const isFirst = comparesFirst(code);
  if (PROTOTYPES.test(code) && !isFirst) return null;
  const what = unfixedWeights(code) ?? pickedPairs(code);
  const shape = shapeOf(code, 'function');
  if (shape && shape.kind !== 'info-nce' && !what && !scaling.inverse) return { ...shape, scaling };
  const hasCrossEntropy = CROSS_ENTROPY.test(code);
  const isNumbered = hasCrossEntropy && (NUMBERED.test(code) || (what !== null && TWO_TOWERS.test(code)));
  const byHand = !scaling.inverse && isSoftmaxByHand(code) && (what !== null || DIAGONAL.test(code));
  if (!isNumbered && !isFirst && !byHand) return null;
  const kind = TWO_TOWERS.test(code) ? 'clip' : 'info-nce';
  return { positives: 'one-softmax', scaling, ...(what ? { kind: 'other', what } : { kind }) };
}

const isSoftmaxByHand = (code: string): boolean => SOFTMAX_BY_HAND.test(code) && LOGARITHM.test(code);

/** Positives and negatives that neither the batch's order nor equal labels tell apart. */
function pickedPairs(code: string): string | null {
  const isPicked =
    !DIAGONAL.test(code) &&
    POSITIVE.test(code) &&
    NEGATIVE.test(code) &&
    isSoftmaxByHand(code) &&
    !MEMORY.test(code);
  return isPicked && !shapeOf(code, 'function')
    ? 'a softmax over positives and negatives that the code picks as it runs'
    : null;
}

const comparesFirst = (code: string): boolean =>
  (CROSS_ENTROPY.test(code) &&
    FIRST_COLUMN.test(code) &&
    (JOINED.test(code) ? NEGATIVES : MEMORY).test(code)) ||
  (JOINED.test(code) &&
    MEMORY.test(code) &&
    NEGATIVE.test(code) &&
    (POSITIVE.test(code) || /\breturn\s+\(?\s*logits\b/.test(code)));

/** A class that only scales a similarity: its caller has the softmax. */
export function scaledSimilarityIn(source: string): Scaling | null {
  const code = bareCode(source);
  if (source.length > LONGEST || OTHER.test(code) || LOGARITHM.test(code)) return null;
  return /CosineSimilarity|cosine_similarity/.test(code) ? scalingIn(code) : null;
}

/** Whether code takes a cross-entropy against each row's own number. */
export const isNumberedContrast = (code: string): boolean =>
  /cross_?entropy/i.test(code) && NUMBERED.test(code);

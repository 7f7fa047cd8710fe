/** Recognises a contrastive loss by what its code does, whatever it is called. */
import type { ObjectiveKind, PositiveGrouping } from '../../../../objective/definition';
import { scalingIn } from '../writtenOut/scaling';

export interface LossShape {
  readonly kind: Extract<ObjectiveKind, 'supcon' | 'info-nce' | 'decoupled' | 'rank-n-contrast'>;
  readonly positives: PositiveGrouping;
}

const SIMILARITY =
  /matmul|\bmm\(|\bbmm\(|\w\s*@\s*\w|einsum|tensordot|cosine_similarity|CosineSimilarity|cdist|norm\(2/;
const TEMPERATURE = /temperature|\btemp\b|\btau\b|self\.[tT]\b|logit_scale|\bT\b/;
const LOGARITHM = /cross_entropy|CrossEntropy|log_softmax|LogSoftmax|logsumexp|log_prob|\.log\(|\blog\(/;
const SAME_LABEL =
  /(?:eq|equal)\(\s*(?:\w*(?:label|target)|y_?\w*,)|\w*(?:labels?|targets?)\w*\s*==|==\s*\w*(?:labels?|targets?)|label\w*\.T\b|npairs_loss/;
/** Labels that only number the samples. */
const OWN_LABELS = /\b(?:labels?|targets?)\s*=[^\n]*\barange\(/;
/** A row's own pair: the diagonal of the batch. */
const DIAGONAL = /arange|\beye\(|diag/;
/** −log of a ratio of sums, numerator over denominator. */
const SUMMED =
  /log\(\s*\(?\s*(?:\w*pos\w*|numerator|nominator|\w*positives?\w*)(?:\.\w+\([^()]*\))?\s*\/|log\(\s*torch\.div\(\s*\w*pos/i;

/** The denominator without the positive: `pos / (sim.sum(1) - pos)`. */
const WITHOUT_POSITIVE = /\b(pos\w*)\s*\/\s*\(\s*\w+\.sum\([^()\n]*\)\s*-\s*\1\b/;
/** Scores of learned prototypes, spread evenly over a batch: no contrast of samples. */
const CODES = /sinkhorn/i;

/**
 * Null when the code compares no samples in a softmax. `source` is the whole text of a class or a function; a function
 * may leave the logarithm to a cross-entropy that its caller has, and only return the logits.
 */
export function shapeOf(source: string, of: 'class' | 'function' = 'class'): LossShape | null {
  const code = withoutComments(source);
  const isSoftmax = LOGARITHM.test(code) || (of === 'function' && /logits/.test(code));
  if (!SIMILARITY.test(code) || !isSoftmax || !isScaled(code) || CODES.test(code)) return null;
  if (/label_diff/.test(code)) return { kind: 'rank-n-contrast', positives: 'one-softmax' };
  const supervised =
    SAME_LABEL.test(code) && /(?<!attention_)mask|npairs_loss/.test(code) && !OWN_LABELS.test(code);
  const positives = SUMMED.test(code) ? 'summed-positives' : 'one-softmax';
  if (supervised) return { kind: 'supcon', positives };
  if (WITHOUT_POSITIVE.test(code)) return { kind: 'decoupled', positives: 'one-softmax' };
  // With one positive a row the sum inside the logarithm is the same as outside.
  return DIAGONAL.test(code) ? { kind: 'info-nce', positives: 'one-softmax' } : null;
}

/** Names of losses that leave the positive out of the denominator. */
export const isDecoupledName = (name: string): boolean => /^DCLW?(?:Loss)?$|decoupled/i.test(name);

const isScaled = (code: string): boolean => TEMPERATURE.test(code) || scalingIn(code) !== null;

/** Strings go too: descriptions name what the code does not do. */
function withoutComments(source: string): string {
  return source.replace(/("""|''')[\s\S]*?\1|#[^\n]*/g, ' ');
}

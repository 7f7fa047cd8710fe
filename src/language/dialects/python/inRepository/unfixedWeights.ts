/** Softmaxes whose weights only training tells: the code works out anew how much each pair counts. */

/** Debiased and hard-negative contrastive learning. */
const NEGATIVES_ANEW = /\btau_plus\b|debiased|\breweight\w*neg|\bneg\w*reweight/i;
/** `targets = F.softmax((a + b) / 2)`, `xent(logits, F.softmax(soft_label))`. */
const SOFT_TARGETS =
  /\b\w*(?:targets?|labels?)\w*\s*=\s*(?:[\w.]+\s*\*\s*)?(?:\w+\.)*softmax\(|softmax\(\s*(?:soft_?)?(?:labels?|targets?)\w*/i;
/** Pairs whose pseudo-labels agree: `Q = probs @ probs.t()`. */
const PSEUDO_LABELS = /\bmm\(\s*(probs?\w*)\s*,\s*\1\.t\(\)|\b(probs?\w*)\s*@\s*\2\.[tT]\b/;
/** What a teacher says is a target of another kind. */
const TEACHER = /teacher|student|distill/i;

/** Completes "it is …"; null where nothing of the kind is seen. */
export function unfixedWeights(code: string): string | null {
  if (NEGATIVES_ANEW.test(code))
    return 'a softmax whose negatives are weighted anew in every batch, by how near they lie';
  if (SOFT_TARGETS.test(code) && !TEACHER.test(code))
    return 'a softmax towards soft targets, which the code works out anew in every batch';
  if (PSEUDO_LABELS.test(code))
    return 'a softmax whose weights are how well pseudo-labels agree, which only training tells';
  return null;
}

/**
 * pytorch-metric-learning (2.x). It knows no views: callers concatenate them, so the default of two views stands
 * unless the project file says otherwise.
 */
import type { Parameter, Similarity } from '../../../../objective/definition';
import type { CallNode } from '../../../parsers/python/file';
import type { LossArguments } from '../lossArguments';
import { type OwnParameters, ofLibrary, otherLoss, type PythonDialect, SOFTMAX } from '../lossClass';
import { signature } from '../lossSignature';
import { wordsFor } from '../program/words';

/** What every loss of the library takes, by keyword only; anything else ends in a TypeError. */
const SHARED = '*, distance, reducer, embedding_regularizer, embedding_reg_weight, collect_stats';
const CLASSES = 'num_classes, embedding_size';

const MARGIN = 'a margin loss: it compares distances with a threshold and has no softmax';
const TRIPLET = 'a triplet loss: it compares two distances with a margin and has no softmax';
const PROXY = 'a proxy loss: samples are compared with learned class vectors, not with each other';

/** Names, signatures and what they are instead of a softmax over weighted pairs. */
const OTHERS: readonly (readonly [name: string, parameters: string, what: string])[] = [
  ['ContrastiveLoss', 'pos_margin=0, neg_margin=1', MARGIN],
  ['TripletMarginLoss', 'margin=0.05, swap, smooth_loss, triplets_per_anchor="all"', TRIPLET],
  ['MarginLoss', 'margin=0.2, nu=0, beta=1.2, triplets_per_anchor="all", learn_beta, num_classes', MARGIN],
  ['TupletMarginLoss', 'margin=5.73, scale=64', 'a margin loss over tuples'],
  ['LiftedStructureLoss', 'neg_margin=1, pos_margin=0', MARGIN],
  ['GeneralizedLiftedStructureLoss', 'neg_margin=1, pos_margin=0', MARGIN],
  [
    'MultiSimilarityLoss',
    'alpha=2, beta=50, base=0.5',
    'two separate log-sum-exps, one of positives and one of negatives, that share no denominator',
  ],
  ['CircleLoss', 'm=0.4, gamma=80', 'a pair loss whose weights follow the similarities themselves'],
  ['ProxyNCALoss', `${CLASSES}, softmax_scale=1`, PROXY],
  ['ProxyAnchorLoss', `${CLASSES}, margin=0.1, alpha=32`, PROXY],
  ['NormalizedSoftmaxLoss', `${CLASSES}, temperature=0.05`, PROXY],
  ['SoftTripleLoss', `${CLASSES}, centers_per_class=10, la=20, gamma=0.1, margin=0.01`, PROXY],
  ['FastAPLoss', 'num_bins=10', 'a smoothed average precision'],
  ['SignalToNoiseRatioContrastiveLoss', 'pos_margin=0, neg_margin=1', MARGIN],
  ['PNPLoss', 'b=2, alpha=1, anneal=0.01, variant="O"', 'a smoothed ranking measure'],
];

export const PYTORCH_METRIC_LEARNING: PythonDialect = {
  packages: ['pytorch_metric_learning'],
  classes: ofLibrary('pytorch-metric-learning', 'pytorch-metric-learning', [
    {
      ...SOFTMAX,
      ...signature(`temperature=0.1, ${SHARED}`),
      name: 'SupConLoss',
      kind: 'supcon',
      readOwn: readDistance,
    },
    // With class labels every pair of an anchor and a positive is a softmax of its own beside the negatives, other
    // positives left out; so bound class sizes make it that objective, not SupCon.
    {
      ...SOFTMAX,
      ...signature(`temperature=0.07, ${SHARED}`),
      name: 'NTXentLoss',
      kind: 'info-nce',
      positives: 'softmax-per-positive',
      readOwn: readDistance,
    },
    // Squared Euclidean distances of normalised embeddings are cosines, twice as strong: τ = 1/(2·scale).
    {
      ...SOFTMAX,
      ...signature(`softmax_scale=1, ${SHARED}`),
      name: 'NCALoss',
      temperature: null,
      kind: 'supcon',
      positives: 'summed-positives',
      readOwn: readNeighbourhood,
    },
    {
      ...SOFTMAX,
      ...signature(SHARED),
      name: 'NPairsLoss',
      temperature: null,
      standing: { value: 1, origin: 'default of the library' },
      kind: 'info-nce',
      similarity: 'dot',
    },
    ...OTHERS.map(([name, parameters, what]) => otherLoss(name, `${parameters}, ${SHARED}, **`, what)),
  ]),
};

/** The distance in place of cosine similarity; one that is none of ours makes the objective another kind. */
function readDistance(args: LossArguments): OwnParameters {
  const node = args.node('distance');
  if (!node || node.kind === 'null') return { parameters: {} };
  const similarity = node.kind === 'call' ? similarityOf(node.callee.at(-1) ?? '', node, args) : null;
  if (similarity === null) {
    args.findings.add(
      'invalid-value',
      'information',
      node.span,
      `Objective Lens cannot judge ${args.loss.name} with the distance ${wordsFor(node)}: it knows cosine similarity, the dot product, and Euclidean distances of embeddings that are not normalised.`,
    );
    return { parameters: {}, kind: 'other' };
  }
  const parameter: Parameter<Similarity> = { value: similarity, origin: 'literal', span: node.span };
  return { parameters: { similarity: parameter } };
}

function readNeighbourhood(args: LossArguments): OwnParameters {
  const own = readDistance(args);
  const scale = args.plain('softmax_scale');
  const span = args.spanOf('softmax_scale');
  const known = typeof scale === 'number' && scale > 0;
  const temperature: Parameter<number> = known
    ? { value: 1 / (2 * scale), origin: span ? 'literal' : 'default of the library', span }
    : { value: null, origin: 'unresolved', span, missing: 'softmax_scale' };
  return { ...own, parameters: { ...own.parameters, temperature } };
}

/** Distances normalise embeddings unless told not to; a Euclidean distance on the sphere is no similarity of ours. */
function similarityOf(name: string, node: CallNode, args: LossArguments): Similarity | null {
  const keyword = (key: string) => args.keywordOf(node, key);
  const normalised = keyword('normalize_embeddings') ?? true;
  if (name === 'CosineSimilarity') return 'cosine';
  if (name === 'DotProductSimilarity')
    return normalised === true ? 'cosine' : normalised === false ? 'dot' : null;
  if (name !== 'LpDistance' || normalised !== false || (keyword('p') ?? 2) !== 2) return null;
  const power = keyword('power') ?? 1;
  return power === 1 ? 'negative-euclidean' : power === 2 ? 'negative-squared-euclidean' : null;
}

/** sentence-transformers and SetFit: rankings of a text among those of the batch, with a scale of one over the temperature. */
import type { Parameter, Similarity } from '../../../../objective/definition';
import type { LossArguments } from '../lossArguments';
import { type OwnParameters, ofLibrary, otherLoss, type PythonDialect, SOFTMAX } from '../lossClass';
import { signature } from '../lossSignature';

const RANKING = {
  ...SOFTMAX,
  temperature: 'scale',
  inverse: true,
  kind: 'info-nce',
  views: 1,
  readOwn: readSimilarity,
} as const;
const GATHER = 'gather_across_devices';
const MORE = 'directions, partition_mode="joint", hardness_mode, hardness_strength';
const CACHED = 'mini_batch_size=32, show_progress_bar';

const PAIRS =
  'a ranking of pairs by their similarity: it compares pairs with pairs, not candidates of one anchor';
const TRIPLET = 'a triplet loss: it compares two distances with a margin and has no softmax';
const BATCH_TRIPLETS = ['All', 'Hard', 'SemiHard', 'HardSoftMargin'].map((kind) =>
  otherLoss(`Batch${kind}TripletLoss`, 'model, distance_metric, margin=5', TRIPLET),
);

export const SENTENCE_TRANSFORMERS: PythonDialect = {
  packages: ['sentence_transformers'],
  classes: ofLibrary('sentence-transformers', 'sentence-transformers', [
    ...['MultipleNegativesRankingLoss', 'MultipleNegativesSymmetricRankingLoss'].map((name) => ({
      ...RANKING,
      ...signature(`model, scale=20, similarity_fct, ${GATHER}, ${MORE}`),
      name,
    })),
    ...['CachedMultipleNegativesRankingLoss', 'CachedMultipleNegativesSymmetricRankingLoss'].map((name) => ({
      ...RANKING,
      ...signature(`model, scale=20, similarity_fct, ${CACHED}, ${GATHER}, ${MORE}`),
      name,
    })),
    {
      ...RANKING,
      ...signature(`model, scale=1, similarity_fct, ${GATHER}, ${MORE}`),
      name: 'SparseMultipleNegativesRankingLoss',
      similarity: 'dot' as const,
    },
    {
      ...RANKING,
      ...signature('model, num_negatives=4, scale=10, activation_fn'),
      name: 'MultipleNegativesRankingLoss',
      within: 'cross_encoder',
      kind: 'other' as const,
      what: 'a softmax over scores of pairs of texts: there are no embeddings that have a geometry',
    },
    {
      ...RANKING,
      ...signature('model, scale=20, similarity_fct'),
      name: 'ContrastiveTensionLossInBatchNegatives',
    },
    ...['GISTEmbedLoss', 'CachedGISTEmbedLoss'].map((name) => ({
      ...SOFTMAX,
      ...signature(
        `model, guide, temperature=0.01, ${name.startsWith('Cached') ? `${CACHED}, ` : ''}margin_strategy="absolute", margin=0, contrast_anchors, contrast_positives, ${GATHER}`,
      ),
      name,
      kind: 'info-nce' as const,
      views: 1,
    })),
    otherLoss('CoSENTLoss', 'model, scale=20, similarity_fct', PAIRS),
    otherLoss('AnglELoss', 'model, scale=20, similarity_fct', PAIRS),
    otherLoss(
      'ContrastiveLoss',
      'model, distance_metric, margin=0.5, size_average',
      'a margin loss: it compares distances with a threshold',
    ),
    otherLoss(
      'OnlineContrastiveLoss',
      'model, distance_metric, margin=0.5',
      'a margin loss: it compares distances with a threshold',
    ),
    otherLoss('TripletLoss', 'model, distance_metric, triplet_margin=5', TRIPLET),
    otherLoss(
      'MegaBatchMarginLoss',
      'model, positive_margin=0.8, negative_margin=0.3, use_mini_batched_version, mini_batch_size=50',
      TRIPLET,
    ),
    ...BATCH_TRIPLETS,
  ]),
};

import { wordsFor } from '../program/words';

/** `util.dot_score` in place of the cosine; what a function of somebody's own compares is not known. */
function readSimilarity(args: LossArguments): OwnParameters {
  const node = args.node('similarity_fct');
  const span = args.spanOf('similarity_fct');
  const name = node?.kind === 'name' ? node.path.at(-1) : undefined;
  if (!node) return { parameters: {} };
  const value = name === 'dot_score' ? 'dot' : name === 'cos_sim' ? 'cosine' : null;
  const similarity: Parameter<Similarity> =
    value === null
      ? { value, origin: 'unresolved', span, missing: wordsFor(node) }
      : { value, origin: 'literal', span };
  return { parameters: { similarity } };
}

/** A class that is handed to a trainer is built there with the model alone, so its temperature is the default. */
export const SETFIT: PythonDialect = {
  packages: ['setfit'],
  classes: ofLibrary('setfit', 'SetFit', [
    {
      ...SOFTMAX,
      ...signature('model, temperature=0.07, contrast_mode="all", base_temperature=0.07'),
      name: 'SupConLoss',
      base: 'base_temperature',
      kind: 'supcon',
      views: 1,
    },
  ]),
};

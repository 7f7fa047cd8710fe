/** TensorFlow Similarity. */
import { ofLibrary, otherLoss, type PythonDialect, SOFTMAX } from '../lossClass';
import { signature } from '../lossSignature';

const MARGIN = 'a margin loss: it compares distances with a threshold and has no softmax';
const NAME = 'name, reduction, **';

export const TENSORFLOW_SIMILARITY: PythonDialect = {
  packages: ['tensorflow_similarity'],
  classes: ofLibrary('tensorflow-similarity', 'TensorFlow Similarity', [
    {
      ...SOFTMAX,
      ...signature(`temperature=0.05, margin=0.001, ${NAME}`),
      name: 'SimCLRLoss',
      kind: 'info-nce',
    },
    {
      ...SOFTMAX,
      ...signature(`distance="inner_product", scale=20, ${NAME}`),
      name: 'MultiNegativesRankLoss',
      temperature: 'scale',
      inverse: true,
      kind: 'info-nce',
      views: 1,
    },
    {
      ...SOFTMAX,
      ...signature(`distance="sql2", temperature=1, ${NAME}`),
      name: 'SoftNearestNeighborLoss',
      kind: 'supcon',
      similarity: 'negative-squared-euclidean',
      positives: 'summed-positives',
      views: 1,
    },
    otherLoss(
      'MultiSimilarityLoss',
      `distance="cosine", alpha=2, beta=40, epsilon=0.1, lmda=0.5, center=1, ${NAME}`,
      'two separate log-sum-exps, one of positives and one of negatives, that share no denominator',
    ),
    otherLoss(
      'CircleLoss',
      `distance="cosine", gamma=80, margin=0.4, ${NAME}`,
      'a pair loss whose weights follow the similarities themselves',
    ),
    otherLoss('PNLoss', `distance="cosine", ${NAME}`, MARGIN),
    otherLoss(
      'TripletLoss',
      `distance="cosine", positive_mining_strategy="hard", negative_mining_strategy="semi-hard", ${NAME}`,
      MARGIN,
    ),
    otherLoss('LiftedStructLoss', `distance="cosine", ${NAME}`, MARGIN),
  ]),
};

/**
 * pytorch-metric-learning (2.x). It knows no views: callers concatenate them, so the default of two views stands
 * unless the project file says otherwise.
 */
import type { Parameter, Similarity } from '../../objective/definition';
import type { CallNode } from '../parsers/pythonFile';
import type { LossArguments } from './lossArguments';
import type { LossClass, OwnParameters, PythonDialect } from './lossClass';
import type { LossParameter } from './lossSignature';
import { wordsFor } from './pythonValues';

/** What every loss of the library takes, by keyword only; anything else ends in a TypeError. */
const SHARED: readonly LossParameter[] = [
  { name: 'distance', keywordOnly: true },
  { name: 'reducer', keywordOnly: true },
  { name: 'embedding_regularizer', keywordOnly: true },
  { name: 'embedding_reg_weight', keywordOnly: true },
  { name: 'collect_stats', keywordOnly: true },
];

const COMMON = {
  dialect: 'pytorch-metric-learning',
  owner: 'pytorch-metric-learning',
  takesAnyKeyword: false,
  takesAnyPosition: false,
  temperature: 'temperature',
  similarity: 'cosine',
  readOwn: readDistance,
} as const;

const SUPCON: LossClass = {
  ...COMMON,
  name: 'SupConLoss',
  parameters: [{ name: 'temperature', otherwise: 0.1 }, ...SHARED],
  kind: 'supcon',
  positives: 'one-softmax',
};

/**
 * NT-Xent is InfoNCE. With class labels every pair of an anchor and a positive is a softmax of its own beside the
 * negatives, other positives left out; so bound class sizes make it that objective, not SupCon.
 */
const NT_XENT: LossClass = {
  ...COMMON,
  name: 'NTXentLoss',
  parameters: [{ name: 'temperature', otherwise: 0.07 }, ...SHARED],
  kind: 'info-nce',
  positives: 'softmax-per-positive',
};

export const PYTORCH_METRIC_LEARNING: PythonDialect = {
  packages: ['pytorch_metric_learning'],
  classes: [SUPCON, NT_XENT],
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

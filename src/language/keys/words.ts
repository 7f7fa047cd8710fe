/** What the words that may be chosen among mean: kinds of objectives, similarities and kernels. */
import type { NamedKernel, ObjectiveFileKind, Similarity } from '../../objective/definition';
import type { Option } from './shape';

const KINDS: Readonly<Record<ObjectiveFileKind, string>> = {
  supcon:
    'Supervised contrastive loss (L_out of Khosla et al. 2020): all samples of the class are positives with equal weight.',
  'soft-supcon':
    'SupCon with a small weight for pairs of two classes, which fixes how far classes end apart.',
  'y-aware': 'y-Aware InfoNCE: a kernel on continuous labels weighs the pairs of samples.',
  'euclidean-euclidean':
    'A kernel on continuous labels weighs the pairs, and embeddings are compared by their squared distance.',
  'x-clr':
    'X-CLR: similarities of given features (of texts, for example), softened by a temperature, weigh the pairs.',
  'info-nce': 'SimCLR, NT-Xent, MoCo: the other views of a sample are its only positives.',
  weighted: 'Any weights of pairs: a matrix, a file that holds one, or a formula.',
};

const SIMILARITY: Readonly<Record<Similarity, string>> = {
  cosine: 'Embeddings at length 1: the optimum lies on the unit sphere.',
  'negative-squared-euclidean':
    'Minus the squared distance: embeddings may lie anywhere, so distances can follow weights.',
  'negative-euclidean': 'Minus the distance, as in Rank-N-Contrast.',
  dot: 'The dot product without normalisation: norms may grow without limit.',
};

const KERNELS: Readonly<Record<NamedKernel, string>> = {
  gaussian: 'exp(−u²/2): squared distances of labels become squared distances of embeddings.',
  laplacian: 'exp(−u): falls off at once, and slower far away.',
  epanechnikov: '1 − u² up to a distance of one bandwidth, then 0.',
  triangular: '1 − u up to a distance of one bandwidth, then 0.',
  cosine: 'cos(πu/2) up to a distance of one bandwidth, then 0.',
};

const optionsOf = (about: Readonly<Record<string, string>>): Option[] =>
  Object.entries(about).map(([value, text]) => ({ value, about: text }));

export const KIND_OPTIONS = optionsOf(KINDS);
export const SIMILARITY_OPTIONS = optionsOf(SIMILARITY);
export const KERNEL_OPTIONS = optionsOf(KERNELS);

/** What libraries call the values of an objective, and what they count in its place: a variance, one over the temperature. */

/** By the key of objective files; a loss has some of them, and reading tells which. */
export const ARGUMENT_NAMES: Readonly<Record<string, readonly string[] | undefined>> = {
  temperature: [
    'temperature',
    'tau',
    'temp',
    'T',
    'scale',
    'softmax_scale',
    'softmax_temperature',
    'instance_temperature',
    'temperature_q',
    'logit_scale',
  ],
  bandwidth: ['bandwidth', 'sigma'],
  kernel: ['kernel'],
  similarity: ['feature_sim', 'use_cosine_similarity'],
  'weight-temperature': ['graph_temperature', 'weight_temperature'],
  batch: ['batch_size'],
};

/** How a library's number follows from ours. */
export const CONVERSIONS: readonly ((value: number) => number)[] = [
  (value) => value,
  (value) => 1 / value,
  (value) => value ** 2,
  (value) => 1 / (2 * value),
];

/** What libraries call a kernel or a similarity. */
export const LIBRARY_WORDS: Readonly<Record<string, readonly string[] | undefined>> = {
  gaussian: ['gaussian', 'rbf'],
  laplacian: ['laplacian', 'exponential'],
  triangular: ['triangular', 'linear'],
  'negative-euclidean': ['negative-euclidean', 'l2'],
};

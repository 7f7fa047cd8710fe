/** What each value of an objective is and does, in the words of those who train with it. */
import type { ParameterName } from '../../objective/definition';
import { either, type KeyDescription, listOf, type Shape } from './shape';
import { CLASSES_ELSEWHERE, MATRIX_IN_A_FILE, ROWS_IN_A_FILE } from './sourceDescriptions';
import { KERNEL_OPTIONS, SIMILARITY_OPTIONS } from './words';

type ParameterDescription = Omit<KeyDescription, 'key' | 'for' | 'required'>;

const POSITIVE: Shape = { kind: 'number', above: 0 };
const COUNT: Shape = { kind: 'number', least: 1, whole: true };
const NUMBER: Shape = { kind: 'number' };

export const CLASSES: ParameterDescription = {
  about:
    'Numbers of samples of the classes: a list, a map from names to numbers, or where they can be counted.',
  effect:
    'With unequal classes SupCon does not end in a regular simplex: rare classes come closer to each other, and may merge.',
  unit: 'samples, not views',
  example: [5000, 500, 50],
  value: either(listOf(COUNT), { kind: 'names', of: COUNT }, ...CLASSES_ELSEWHERE),
};

export const LABELS: ParameterDescription = {
  about: 'Continuous labels: a number, or a row of numbers, for each sample.',
  effect: 'Distances between labels become weights, and so wished-for distances between embeddings.',
  example: [0.1, 0.5, 0.9],
  value: either(listOf(either(NUMBER, listOf(NUMBER))), ROWS_IN_A_FILE),
};

export const VIEWS: ParameterDescription = {
  about: 'Augmented views of a sample in a batch.',
  effect:
    '`tied: true` takes the encoder to map the views of a sample to one point; `tied: false` lets the analysis pull them apart.',
  example: { count: 2, tied: false },
  value: either(COUNT, {
    kind: 'map',
    keys: [
      { key: 'count', about: 'How many views a sample has.', otherwise: '`2`', example: 2, value: COUNT },
      {
        key: 'tied',
        about: 'Whether all views of a sample are taken to be one point.',
        otherwise: '`true`',
        example: false,
        value: { kind: 'switch' },
      },
    ],
  }),
};

export const DIMENSION: ParameterDescription = {
  about: 'Coordinates of an embedding (the output of the projection head).',
  effect:
    'With too few, the wished-for geometry does not fit and is projected; K classes as a simplex need K − 1.',
  otherwise: 'as many as the optimum needs',
  example: 128,
  value: COUNT,
};

export const BATCH: ParameterDescription = {
  about: 'Samples in a batch.',
  effect: 'The prediction is then for expected batches, in which rare classes often have no positive at all.',
  unit: 'samples, not views',
  otherwise: 'all samples in one batch',
  example: 256,
  value: COUNT,
};

export const DESCRIPTIONS: { readonly [P in ParameterName]: ParameterDescription } = {
  temperature: {
    about: 'τ of the softmax: similarities are divided by it.',
    effect:
      'Weights that ask for distances ask for larger ones at a higher τ, until they no longer fit on the unit sphere; a lower τ makes many of them realizable.',
    example: 0.1,
    value: POSITIVE,
  },
  similarity: {
    about: 'How two embeddings are compared.',
    effect: 'It decides where the optimum may lie: on the unit sphere (cosine), or anywhere.',
    example: 'cosine',
    value: { kind: 'choice', options: SIMILARITY_OPTIONS },
  },
  dimension: DIMENSION,
  views: VIEWS,
  batch: BATCH,
  classes: CLASSES,
  across: {
    about: 'Weight of a pair from two classes, where a pair inside a class has weight 1.',
    effect:
      'It fixes the cosine between classes: the smaller it is, the farther apart they are to stand, at most as far as the temperature lets them.',
    example: 0.01,
    value: { kind: 'number', above: 0, most: 1 },
  },
  labels: LABELS,
  kernel: {
    about: 'How the weight of a pair falls with u = ‖y_i − y_j‖ / bandwidth.',
    effect:
      'Gaussian asks for distances that follow those of the labels; kernels that reach 0 ask for nothing beyond their bandwidth.',
    example: 'gaussian',
    value: either(
      { kind: 'choice', options: KERNEL_OPTIONS },
      {
        kind: 'map',
        keys: [
          {
            key: 'exponent',
            about: 'p of the kernel exp(−u^p).',
            effect: 'Up to 2 the wished-for distances are those of points; above 2 no points have them.',
            required: true,
            example: 1.5,
            value: POSITIVE,
          },
        ],
      },
    ),
  },
  bandwidth: {
    about: 'The label distance that counts as 1 for the kernel; a list has one for each label column.',
    effect: 'A larger one makes more samples positives of each other and draws the target together.',
    unit: 'that of the labels (a standard deviation, not a variance)',
    example: 0.3,
    value: either(POSITIVE, listOf(POSITIVE)),
  },
  features: {
    about: 'Features whose similarities weigh the pairs: a row a sample, brought to length 1 on reading.',
    effect: 'Similar rows are to end close together.',
    example: [
      [1, 0],
      [0, 1],
    ],
    value: either(listOf(listOf(NUMBER)), ROWS_IN_A_FILE),
  },
  weightTemperature: {
    about: 'τ_s: similarities of the features are divided by it before they become weights.',
    effect:
      'The smaller it is against `temperature`, the farther apart samples of unlike features are to stand, and the sooner that no longer fits.',
    example: 0.1,
    value: POSITIVE,
  },
  samples: {
    about: 'Samples that are contrasted with each other.',
    effect: 'With more samples than the embedding has dimensions they spread as evenly as the sphere allows.',
    example: 64,
    value: { kind: 'number', least: 1, most: 1_000_000, whole: true },
  },
  weights: {
    about:
      'Weights of pairs: a square matrix (`null` for a pair in no denominator), a file that holds one, or a formula.',
    effect: 'Rows are normalised to probabilities, which the softmax over similarities is to match.',
    example: 'exp(-abs(y_i - y_j) / 0.3)',
    value: either(
      { kind: 'text' },
      listOf(listOf(either({ kind: 'number', least: 0 }, { kind: 'null' }))),
      MATRIX_IN_A_FILE,
    ),
  },
  balance: {
    about: 'Counts every class once instead of once a sample.',
    effect:
      'With both, unequal classes end in a regular simplex again, as long as batches miss none of them.',
    example: { anchors: true, denominators: true },
    value: {
      kind: 'map',
      keys: [
        {
          key: 'anchors',
          about: 'Whether every class has the same share of the loss.',
          otherwise: '`false`',
          example: true,
          value: { kind: 'switch' },
        },
        {
          key: 'denominators',
          about: 'Whether every class has the same share of each denominator.',
          otherwise: '`false`',
          example: true,
          value: { kind: 'switch' },
        },
      ],
    },
  },
};

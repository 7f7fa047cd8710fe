/** The keys of the project file `objective-lens.yaml`, described. */
import type { ParameterName } from '../../objective/definition';
import { describeParameter } from './objectiveShape';
import { either, type KeyDescription, listOf, type PlainValue, type Shape } from './shape';
import { KIND_OPTIONS } from './words';

const GLOB: Shape = { kind: 'text' };
const IDENTIFIER: Shape = { kind: 'text', pattern: String.raw`^[A-Za-z_]\w*$` };

/** The values that a loss class may take in an argument, or fix once for all. */
export const CUSTOM_LOSS_PARAMETERS = [
  'temperature',
  'similarity',
  'dimension',
  'views',
  'classes',
  'across',
  'kernel',
  'bandwidth',
  'weightTemperature',
] as const satisfies readonly ParameterName[];
export type CustomLossParameter = (typeof CUSTOM_LOSS_PARAMETERS)[number];

/** What arguments are called in losses that people write. */
const ARGUMENT_EXAMPLES: Readonly<Record<CustomLossParameter, PlainValue>> = {
  temperature: 'tau',
  similarity: 'cosine',
  dimension: 'feat_dim',
  views: 'n_views',
  classes: 'cls_num_list',
  across: 'eps',
  kernel: 'kernel',
  bandwidth: 'sigma',
  weightTemperature: 'tau_s',
};

function argumentKey(name: CustomLossParameter): KeyDescription {
  const { otherwise: _, ...described } = describeParameter(name);
  return {
    ...described,
    about: `The argument that holds this, or the value itself where it is always the same. ${described.about}`,
    example: ARGUMENT_EXAMPLES[name],
    value: either(IDENTIFIER, described.value, {
      kind: 'map',
      keys: [
        {
          key: 'argument',
          about: 'The argument that holds the value.',
          example: ARGUMENT_EXAMPLES[name],
          required: true,
          value: IDENTIFIER,
        },
        {
          key: 'default',
          about: 'What the class takes when the argument is left out.',
          example: described.example,
          value: described.value,
        },
      ],
    }),
  };
}

const CUSTOM_LOSS: Shape = {
  kind: 'map',
  keys: [
    {
      key: 'like',
      about:
        'What the class computes: a kind of objective, or a library’s class by its import path, such as `pytorch_metric_learning.losses.SupConLoss`.',
      example: 'supcon',
      required: true,
      value: either({ kind: 'choice', options: KIND_OPTIONS }, { kind: 'text' }),
    },
    {
      key: 'arguments',
      about: 'The arguments of the class in their order, for calls that give them by position.',
      otherwise: 'the signature of the class, where the workspace holds it',
      example: ['tau'],
      value: listOf(IDENTIFIER),
    },
    ...CUSTOM_LOSS_PARAMETERS.map(argumentKey),
  ],
};

/** Of a description that stands in a file of one objective: there it has a kind, here it holds for all that need it. */
const forAll = (name: ParameterName, otherwise?: string): KeyDescription => {
  const { for: _, otherwise: usual, ...described } = describeParameter(name);
  const without = otherwise ?? usual;
  return { ...described, ...(without === undefined ? {} : { otherwise: without }) };
};

const OWN_VALUE = 'what the objective says itself';

const DATA_ENTRY: Shape = {
  kind: 'map',
  keys: [
    {
      key: 'objectives',
      about: 'A glob of the files whose objectives get these data, from the workspace root.',
      example: 'src/**',
      required: true,
      value: GLOB,
    },
    forAll('classes', OWN_VALUE),
    forAll('labels', OWN_VALUE),
    forAll('features', OWN_VALUE),
  ],
};

/** What a comment at a loss may say: its data, and, where the loss is not known, what it computes. */
export const COMMENT_SHAPE: Shape = {
  kind: 'map',
  keys: [
    forAll('classes', OWN_VALUE),
    forAll('labels', OWN_VALUE),
    forAll('features', OWN_VALUE),
    forAll('samples', OWN_VALUE),
    forAll('dimension'),
    forAll('views'),
    forAll('batch'),
    {
      key: 'objective',
      about: 'What the loss computes, where it is none that is known here.',
      example: 'supcon',
      value: { kind: 'choice', options: KIND_OPTIONS },
    },
  ],
};

/** The whole project file. */
export const PROJECT_FILE_SHAPE: Shape = {
  kind: 'map',
  keys: [
    {
      key: 'data',
      about:
        'Class sizes, labels and features for objectives that do not name their own: the first entry whose glob fits counts.',
      effect: 'Without them a verdict stays conditional.',
      example: [{ objectives: 'src/**', classes: [5000, 500, 50] }],
      value: listOf(DATA_ENTRY),
    },
    forAll('dimension'),
    forAll('views'),
    forAll('batch'),
    {
      key: 'exclude',
      about: 'Globs of folders and files that are not looked at, from the workspace root.',
      example: ['old/**'],
      value: listOf(GLOB),
    },
    {
      key: 'dialects',
      about:
        'Loss classes of your own, by their dotted path: what they are like, and what their arguments are called.',
      example: { 'my.losses.TailCon': { like: 'supcon', temperature: 'tau' } },
      value: { kind: 'names', of: CUSTOM_LOSS },
    },
  ],
};

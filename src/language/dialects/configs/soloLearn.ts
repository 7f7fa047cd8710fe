/**
 * solo-learn: `method` chooses a training method, `method_kwargs` are its arguments. Its supcon sums the positives
 * inside the logarithm, unlike the loss of that name elsewhere. Many of its methods have no contrastive loss, and some
 * of their configs a temperature all the same.
 */
import type { LossClass } from '../lossClass';
import type { ConfigDialect } from './configDialect';
import { nodeAt, textAt } from './configMap';

const COMMON = {
  dialect: 'solo-learn',
  owner: 'solo-learn',
  takesAnyKeyword: true,
  takesAnyPosition: true,
  temperature: 'temperature',
  // The script stops when its config does not say it.
  parameters: [{ name: 'temperature' }],
  similarity: 'cosine',
  positives: 'one-softmax',
  kind: 'info-nce',
} as const;

const METHODS: readonly LossClass[] = [
  { ...COMMON, name: 'simclr' },
  { ...COMMON, name: 'supcon', kind: 'supcon', positives: 'summed-positives' },
  { ...COMMON, name: 'nnclr' },
  { ...COMMON, name: 'mocov2plus' },
  /** Multiplies its loss by 2τ. */
  { ...COMMON, name: 'mocov3' },
  /** Several terms: two of nearest neighbours at this temperature, two at 0.1, and one that decorrelates features. */
  { ...COMMON, name: 'all4one', kind: 'other' },
  /** Soft targets from a second temperature. */
  {
    ...COMMON,
    name: 'ressl',
    kind: 'other',
    temperature: 'temperature_q',
    parameters: [{ name: 'temperature_q' }],
  },
];

export const SOLO_LEARN: ConfigDialect = {
  read(map) {
    const method = textAt(map, 'method');
    const kwargs = nodeAt(map, 'method_kwargs');
    const loss = method && METHODS.find(({ name }) => name === method.value);
    if (!loss || kwargs?.kind !== 'map') return null;
    const span = {
      start: Math.min(method.span.start, kwargs.span.start),
      end: Math.max(method.span.end, kwargs.span.end),
    };
    return { loss, name: loss.name, headSpan: method.span, span, given: kwargs.entries };
  },
};

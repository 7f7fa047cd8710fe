/**
 * solo-learn: `method` chooses a training method, `method_kwargs` are its arguments. Its supcon sums the positives
 * inside the logarithm, unlike the loss of that name elsewhere. Many of its methods have no contrastive loss, and some
 * of their configs a temperature all the same.
 */
import { libraryLoss } from '../python/dialects';
import type { LossClass } from '../python/lossClass';
import type { ConfigDialect } from './configDialect';
import { nodeAt, textAt } from './configMap';

/** Methods by the function that computes their loss; what they do otherwise. */
const METHODS: Readonly<
  Record<string, readonly [function_: string, otherwise?: Partial<LossClass>] | undefined>
> = {
  simclr: ['simclr_loss_func'],
  supcon: ['simclr_loss_func', { kind: 'supcon', positives: 'summed-positives' }],
  nnclr: ['nnclr_loss_func'],
  mocov2plus: ['mocov2plus_loss_func'],
  mocov3: ['mocov3_loss_func'],
  ressl: ['ressl_loss_func'],
  all4one: [
    'nnclr_loss_func',
    {
      kind: 'other',
      what: 'a sum of InfoNCE with nearest neighbours, at this temperature and at 0.1, and of a term that decorrelates features',
    },
  ],
};

export const SOLO_LEARN: ConfigDialect = {
  read(map) {
    const method = textAt(map, 'method');
    const kwargs = nodeAt(map, 'method_kwargs');
    const loss = method && lossOf(method.value);
    if (!loss || kwargs?.kind !== 'map') return null;
    const span = {
      start: Math.min(method.span.start, kwargs.span.start),
      end: Math.max(method.span.end, kwargs.span.end),
    };
    return { loss, name: loss.name, headSpan: method.span, span, given: kwargs.entries };
  },
};

/** The method's own arguments are the loss's temperatures, without a default, and those of its network. */
function lossOf(method: string): LossClass | null {
  const [function_, otherwise] = (Object.hasOwn(METHODS, method) ? METHODS[method] : undefined) ?? [];
  const computed = function_ === undefined ? null : libraryLoss(['solo', 'losses', function_]);
  if (!computed) return null;
  const { readOwn, ...described } = computed;
  const temperatures = computed.parameters.filter(({ name }) => name.startsWith('temperature'));
  return {
    ...described,
    // What is positive is told by the method, not by an argument.
    ...(readOwn && method === 'mocov3' ? { readOwn } : {}),
    ...otherwise,
    name: method,
    parameters: temperatures.map(({ name }) => ({ name })),
    takesAnyKeyword: true,
    takesAnyPosition: true,
  };
}

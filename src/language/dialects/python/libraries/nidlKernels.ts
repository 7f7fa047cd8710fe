/** nidl's kernels on u = ‖H^(−1/2)(y_i − y_j)‖. Its bandwidth H is the variance, σ², and its weights are divided by column sums. */
import type { Kernel, Parameter } from '../../../../objective/definition';
import type { Remark } from '../../../../objective/remarks';
import type { ValueNode } from '../../../values';
import type { LossArguments } from '../lossArguments';
import type { OwnParameters } from '../lossClass';
import { wordsFor } from '../program/words';

export function readYAware(args: LossArguments): OwnParameters {
  const given = args.plain('bandwidth');
  const node = args.node('bandwidth');
  const span = args.spanOf('bandwidth');
  const remarks: Remark[] = [{ kind: 'column-normalised-weights', span: args.span }];
  if (node && span && !isMetric(node))
    remarks.push({
      kind: 'bandwidth-is-variance',
      span,
      given: typeof given === 'number' ? given : null,
      words: wordsFor(node),
    });
  return { parameters: { kernel: readKernel(args), bandwidth: readBandwidth(args) }, remarks };
}

const KERNELS: Readonly<Record<string, Kernel | undefined>> = {
  gaussian: 'gaussian',
  epanechnikov: 'epanechnikov',
  exponential: 'laplacian',
  linear: 'triangular',
  cosine: 'cosine',
};

/** A KernelMetric brings its own kernel and a bandwidth that it fits to the labels. */
const isMetric = (node: ValueNode) => node.kind === 'call' && /Metric$/.test(node.callee.at(-1) ?? '');

function readKernel(args: LossArguments): Parameter<Kernel> {
  const node = args.node('kernel');
  const metric = args.node('bandwidth');
  if (metric && isMetric(metric)) return unresolved(metric, args.spanOf('bandwidth'));
  if (!node) return args.leftOut('kernel', (name) => KERNELS[String(name)] ?? null);
  const span = args.spanOf('kernel');
  const resolved = args.resolve('kernel');
  if (resolved?.kind !== 'known')
    return { ...unresolved(node, span), missing: resolved?.missing ?? wordsFor(node) };
  const name = resolved.value.kind === 'string' ? resolved.value.value : '';
  // The class capitalises the name before it looks it up, so "Gaussian" and "GAUSSIAN" are found as well.
  const kernel = Object.hasOwn(KERNELS, name.toLowerCase()) ? KERNELS[name.toLowerCase()] : undefined;
  if (kernel) return { value: kernel, origin: resolved.origin, span };
  const names = Object.keys(KERNELS).map((known) => `"${known}"`);
  args.reject('kernel', resolved, { what: `one of ${names.join(', ')}` });
  return unresolved(node, span);
}

const VARIANCE = {
  what: 'a number above 0, or a list with one for each label column',
  because: 'It is the variance σ² of the kernel: label distances are divided by its square root.',
};

/** σ = √H, of one bandwidth or of one for each label column. A full matrix or a fitted KernelMetric is not known here. */
function readBandwidth(args: LossArguments): Parameter<number | readonly number[]> {
  const node = args.node('bandwidth');
  if (!node)
    return args.leftOut('bandwidth', (variance) =>
      typeof variance === 'number' ? Math.sqrt(variance) : null,
    );
  const span = args.spanOf('bandwidth');
  const resolved = args.resolve('bandwidth');
  if (resolved?.kind !== 'known')
    return { ...unresolved(node, span), missing: resolved?.missing ?? wordsFor(node) };
  const { value, origin } = resolved;
  const rows = value.kind === 'list' && value.items.every((item) => item.kind === 'list');
  if (value.kind === 'list' && value.items.length > 0 && rows) return unresolved(node, span);
  const deviations = value.kind === 'list' ? value.items.map(deviation) : [deviation(value)];
  const known = deviations.flatMap((sigma) => (sigma === null ? [] : [sigma]));
  if (known.length > 0 && known.length === deviations.length)
    return { value: value.kind === 'list' ? known : known[0], origin, span };
  args.reject('bandwidth', resolved, VARIANCE);
  return unresolved(node, span);
}

function deviation(variance: ValueNode): number | null {
  if (variance.kind !== 'number') return null;
  return Number.isFinite(variance.value) && variance.value > 0 ? Math.sqrt(variance.value) : null;
}

function unresolved(node: ValueNode, span: Parameter<never>['span']) {
  return { value: null, origin: 'unresolved', span, missing: wordsFor(node) } as const;
}

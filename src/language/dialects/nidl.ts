/** nidl (neuroimaging with deep learning): InfoNCE and y-Aware InfoNCE. Its bandwidth H is the kernel's variance, σ². */
import type { Kernel, Parameter } from '../../objective/definition';
import type { ValueNode } from '../values';
import type { LossArguments } from './lossArguments';
import type { LossClass, OwnParameters, PythonDialect } from './lossClass';
import { wordsFor } from './pythonValues';

const COMMON = {
  dialect: 'nidl',
  owner: 'nidl',
  takesAnyKeyword: false,
  takesAnyPosition: false,
  temperature: 'temperature',
  similarity: 'cosine',
  positives: 'one-softmax',
} as const;

const INFO_NCE: LossClass = {
  ...COMMON,
  name: 'InfoNCE',
  parameters: [{ name: 'temperature', otherwise: 0.1 }],
  kind: 'info-nce',
};

export const YAWARE_INFO_NCE: LossClass = {
  ...COMMON,
  name: 'YAwareInfoNCE',
  parameters: [
    { name: 'kernel', otherwise: 'gaussian' },
    { name: 'bandwidth', otherwise: 1 },
    { name: 'temperature', otherwise: 0.1 },
  ],
  kind: 'y-aware',
  readOwn: (args): OwnParameters => ({
    parameters: { kernel: readKernel(args), bandwidth: readBandwidth(args) },
  }),
};

export const NIDL: PythonDialect = { packages: ['nidl'], classes: [INFO_NCE, YAWARE_INFO_NCE] };

/** nidl's words for kernels on u = ‖H^(−1/2)(y_i − y_j)‖. */
const KERNELS: Readonly<Record<string, Kernel | undefined>> = {
  gaussian: 'gaussian',
  epanechnikov: 'epanechnikov',
  exponential: 'laplacian',
  linear: 'triangular',
  cosine: 'cosine',
};

function readKernel(args: LossArguments): Parameter<Kernel> {
  const node = args.node('kernel');
  const metric = args.node('bandwidth');
  // A KernelMetric given as bandwidth brings its own kernel, and this argument has no effect.
  if (metric?.kind === 'call') return unresolved(metric);
  if (!node) return args.leftOut('kernel', (name) => KERNELS[String(name)] ?? null);
  const resolved = args.resolve('kernel');
  if (resolved?.kind !== 'known')
    return { ...unresolved(node), missing: resolved?.missing ?? wordsFor(node) };
  const name = resolved.value.kind === 'string' ? resolved.value.value : '';
  // The class capitalises the name before it looks it up, so "Gaussian" and "GAUSSIAN" are found as well.
  const kernel = Object.hasOwn(KERNELS, name.toLowerCase()) ? KERNELS[name.toLowerCase()] : undefined;
  if (kernel) return { value: kernel, origin: resolved.origin, span: node.span };
  const names = Object.keys(KERNELS).map((known) => `"${known}"`);
  args.reject('kernel', node, resolved, { what: `one of ${names.join(', ')}` });
  return unresolved(node);
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
  const resolved = args.resolve('bandwidth');
  if (resolved?.kind !== 'known')
    return { ...unresolved(node), missing: resolved?.missing ?? wordsFor(node) };
  const { value, origin } = resolved;
  const rows = value.kind === 'list' && value.items.every((item) => item.kind === 'list');
  if (value.kind === 'list' && value.items.length > 0 && rows) return unresolved(node);
  const deviations = value.kind === 'list' ? value.items.map(deviation) : [deviation(value)];
  const known = deviations.flatMap((sigma) => (sigma === null ? [] : [sigma]));
  if (known.length > 0 && known.length === deviations.length)
    return { value: value.kind === 'list' ? known : known[0], origin, span: node.span };
  args.reject('bandwidth', node, resolved, VARIANCE);
  return unresolved(node);
}

function deviation(variance: ValueNode): number | null {
  if (variance.kind !== 'number') return null;
  return Number.isFinite(variance.value) && variance.value > 0 ? Math.sqrt(variance.value) : null;
}

function unresolved(node: ValueNode) {
  return { value: null, origin: 'unresolved', span: node.span, missing: wordsFor(node) } as const;
}

/** Which values of an objective can be tried, and how each is set: pure, from its kind and the values it has. */
import type { ControlValue, ObjectiveView } from '../../src/protocol/panelMessages';

export type ControlKind =
  /** A positive number on a logarithmic scale. */
  | { readonly type: 'slider'; readonly from: number; readonly to: number; readonly atMost?: number }
  /** A whole number; without one the value goes away. */
  | { readonly type: 'count'; readonly least: number; readonly without: string | null }
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | { readonly type: 'classes' }
  | { readonly type: 'views' }
  | { readonly type: 'balance' };

export interface ControlSpec {
  /** The key of objective files. */
  readonly key: string;
  readonly label: string;
  /** What a change of it does, in a sentence. */
  readonly meaning: string;
  readonly kind: ControlKind;
  /** Among those that are seen first. */
  readonly isMain: boolean;
}

const SIMILARITIES = ['cosine', 'negative-squared-euclidean', 'negative-euclidean', 'dot'];
const KERNELS = ['gaussian', 'laplacian', 'epanechnikov', 'triangular', 'cosine'];

const ALL: readonly ControlSpec[] = [
  {
    key: 'temperature',
    label: 'Temperature',
    meaning: 'A lower temperature lets a given weight stand for a smaller distance.',
    kind: { type: 'slider', from: 0.01, to: 2 },
    isMain: true,
  },
  {
    key: 'across',
    label: 'Weight across classes (ε)',
    meaning: 'How much a pair from two classes weighs, against 1 inside a class.',
    kind: { type: 'slider', from: 1e-4, to: 1, atMost: 1 },
    isMain: true,
  },
  {
    key: 'bandwidth',
    label: 'Bandwidth',
    meaning: 'The difference of labels, in their own unit, at which the kernel has fallen off.',
    kind: { type: 'slider', from: 0.01, to: 100 },
    isMain: true,
  },
  {
    key: 'weight-temperature',
    label: 'Temperature of the weights (τ_s)',
    meaning: 'A lower one makes the weights follow only the most similar features.',
    kind: { type: 'slider', from: 0.01, to: 2 },
    isMain: true,
  },
  {
    key: 'classes',
    label: 'Class sizes',
    meaning: 'Samples of each class: what classes repel each other by.',
    kind: { type: 'classes' },
    isMain: true,
  },
  {
    key: 'samples',
    label: 'Samples',
    meaning: 'How many samples are compared with each other.',
    kind: { type: 'count', least: 2, without: null },
    isMain: true,
  },
  {
    key: 'dimension',
    label: 'Embedding dimension',
    meaning: 'Left empty, the embedding has as many dimensions as the optimum takes.',
    kind: { type: 'count', least: 1, without: 'large enough' },
    isMain: false,
  },
  {
    key: 'batch',
    label: 'Batch size',
    meaning: 'Samples that are compared at once. Left empty, all samples are.',
    kind: { type: 'count', least: 2, without: 'all samples' },
    isMain: false,
  },
  {
    key: 'kernel',
    label: 'Kernel',
    meaning: 'How weights fall with the distance of labels.',
    kind: { type: 'choice', options: KERNELS },
    isMain: false,
  },
  {
    key: 'similarity',
    label: 'Similarity',
    meaning: 'How two embeddings are compared.',
    kind: { type: 'choice', options: SIMILARITIES },
    isMain: false,
  },
  {
    key: 'views',
    label: 'Views of a sample',
    meaning: 'Tied views are taken to have one embedding; free ones may differ.',
    kind: { type: 'views' },
    isMain: false,
  },
  {
    key: 'balance',
    label: 'Count every class once',
    meaning: 'Among the anchors, in the denominators, or both.',
    kind: { type: 'balance' },
    isMain: false,
  },
];

const OF_ALL = ['temperature', 'dimension', 'similarity', 'views', 'batch'];

/** The keys that a kind takes, whether it has them now or not; other kinds take those that they have. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  supcon: [...OF_ALL, 'classes', 'balance'],
  'soft-supcon': [...OF_ALL, 'across', 'classes', 'balance'],
  'y-aware': [...OF_ALL, 'bandwidth', 'kernel'],
  'euclidean-euclidean': [...OF_ALL, 'bandwidth', 'kernel'],
  'x-clr': [...OF_ALL, 'weight-temperature'],
  'info-nce': [...OF_ALL, 'samples'],
  weighted: OF_ALL,
};

/** In the order in which they are shown. */
export function controlPlan({
  summary,
  controls,
}: Pick<ObjectiveView, 'summary' | 'controls'>): ControlSpec[] {
  const keys = KEYS[summary.kind] ?? controls.map(({ key }) => key);
  return ALL.filter(
    ({ key, kind }) =>
      keys.includes(key) &&
      fits(
        kind,
        controls.find((it) => it.key === key),
      ),
  );
}

/** A bandwidth for each label column, or a kernel by its exponent, has no control: it stays as it is. */
function fits(kind: ControlKind, control: ControlValue | undefined): boolean {
  const value = control?.value ?? null;
  if (value === null) return true;
  if (kind.type === 'slider' || kind.type === 'count') return typeof value === 'number';
  return kind.type !== 'choice' || (typeof value === 'string' && kind.options.includes(value));
}

/** Definitions written as objective files say them, so that tests of the mathematics need no parser. */
import type {
  ClassSize,
  Definition,
  ObjectiveKind,
  Parameter,
  Parameters,
  Views,
  WeightSource,
} from '../../src/objective/definition';

/** The keys of an objective file with inline values; null stands for a value that nobody knows. */
export interface ObjectiveSketch {
  readonly objective: ObjectiveKind;
  readonly temperature?: number | null;
  readonly similarity?: NonNullable<Parameters['similarity']['value']> | null;
  readonly dimension?: number | null;
  readonly views?: number | Views | null;
  readonly batch?: number;
  readonly classes?: readonly number[] | Readonly<Record<string, number>> | null;
  readonly across?: number | null;
  readonly labels?: readonly (number | readonly number[])[] | null;
  readonly kernel?: NonNullable<Parameters['kernel']>['value'];
  readonly bandwidth?: number | readonly number[] | null;
  readonly features?: readonly (readonly number[])[] | null;
  readonly weightTemperature?: number | null;
  readonly samples?: number | null;
  readonly weights?: WeightSource | null;
  readonly balance?: { readonly anchors: boolean; readonly denominators: boolean } | null;
  readonly positives?: Definition['positives'];
}

/** An objective file's definition; keys that are absent have the file's defaults, or are unknown. */
export function sketch(written: ObjectiveSketch): Definition {
  const { views = 2, classes, labels } = written;
  return {
    name: written.objective,
    kind: written.objective,
    dialect: 'objective-file',
    span: { start: 0, end: 0 },
    headSpan: { start: 0, end: 0 },
    positives: written.positives ?? 'one-softmax',
    parameters: {
      temperature: known(written.temperature),
      similarity: known(written.similarity === undefined ? 'cosine' : written.similarity),
      views: known(typeof views === 'number' ? { count: views, tied: true } : views),
      balance: known(
        written.balance === undefined ? { anchors: false, denominators: false } : written.balance,
      ),
      dimension: known(written.dimension),
      ...(written.batch === undefined ? {} : { batch: known(written.batch) }),
      ...(classes === undefined ? {} : { classes: known(classes === null ? null : classSizes(classes)) }),
      across: known(written.across),
      ...(labels === undefined
        ? {}
        : { labels: known(labels?.map((y) => (typeof y === 'number' ? [y] : y)) ?? null) }),
      kernel: known(written.kernel),
      bandwidth: known(written.bandwidth),
      features: known(written.features),
      weightTemperature: known(written.weightTemperature),
      samples: known(written.samples),
      weights: known(written.weights),
    },
  };
}

function known<T>(value: T | null | undefined): Parameter<T> {
  return value === null || value === undefined
    ? { value: null, origin: 'unresolved', span: null }
    : { value, origin: 'literal', span: null };
}

function classSizes(classes: readonly number[] | Readonly<Record<string, number>>): ClassSize[] {
  return Object.entries(classes).map(([name, count]) => ({
    name: Array.isArray(classes) ? `class ${Number(name) + 1}` : name,
    count,
  }));
}

/** What differs between objectives, in rows: the numbers of the answers first, then the values that lead to them. */
import type { Analysis, ObjectiveView } from '../../src/protocol/panelMessages';
import { matchPoints } from './alignment';

export interface DifferenceRow {
  readonly name: string;
  /** One an objective. */
  readonly values: readonly string[];
  readonly differs: boolean;
}

export type Numeral = (value: number) => string;

export function differenceRows(views: readonly ObjectiveView[], numeral: Numeral): DifferenceRow[] {
  const row = (name: string, read: (view: ObjectiveView) => string): DifferenceRow => {
    const values = views.map(read);
    return { name, values, differs: new Set(values).size > 1 };
  };
  const number = (name: string, read: (analysis: Analysis) => number | null, unit = '') =>
    row(name, ({ analysis }) => {
      const value = read(analysis);
      return value === null ? '–' : `${numeral(value)}${unit}`;
    });
  const answers = [
    row('verdict', ({ summary }) => summary.verdict),
    number('gap', ({ gap }) => gap, ' nats'),
    number('entropic bound', ({ bound }) => bound, ' nats'),
    number('predicted minimum', ({ minimum }) => minimum, ' nats'),
    row('dimensions at the optimum', ({ analysis }) => analysis.rank?.toString() ?? '–'),
    number('τ*', ({ temperatureLimit }) => temperatureLimit),
    number('closest pair', (analysis) => extremes(analysis)?.largest ?? null),
    number('farthest pair', (analysis) => extremes(analysis)?.smallest ?? null),
  ];
  const keys = [...new Set(views.flatMap(({ parameters }) => parameters.map(({ name }) => name)))];
  const values = keys.map((key) =>
    row(key, ({ parameters }) => parameters.find(({ name }) => name === key)?.value ?? '–'),
  );
  return [...answers, row('objective', ({ summary }) => summary.kind), ...values];
}

function extremes({ geometry }: Analysis): { largest: number; smallest: number } | null {
  const pairs = geometry?.attainable.flatMap((row, i) => row.slice(i + 1)) ?? [];
  if (pairs.length === 0) return null;
  return {
    largest: pairs.reduce((most, value) => Math.max(most, value), -Infinity),
    smallest: pairs.reduce((least, value) => Math.min(least, value), Infinity),
  };
}

export interface PairDifference {
  readonly names: readonly [string, string];
  readonly values: readonly [number, number];
}

/** The pair whose similarity differs most between two objectives of the same items; null where none is shared. */
export function largestPairDifference(first: Analysis, second: Analysis): PairDifference | null {
  const [a, b] = [first.geometry, second.geometry];
  if (a === null || b === null || a.similarity !== b.similarity) return null;
  const [names, others] = [a, b].map(({ points, rows }) => rows.map((point) => points[point]));
  const partners = matchPoints(names, others);
  let found: PairDifference | null = null;
  let most = -1;
  for (let i = 0; i < names.length; i++)
    for (let j = i + 1; j < names.length; j++) {
      const [k, l] = [partners[i], partners[j]];
      if (k === null || l === null) continue;
      const values = [a.attainable[i][j], b.attainable[k][l]] as const;
      const difference = Math.abs(values[0] - values[1]);
      if (difference <= most) continue;
      most = difference;
      found = { names: [names[i].name, names[j].name], values };
    }
  return found;
}

/** The phase picture in words: a sentence for each axis, one cell, and a small table. */
import type { Changes, ObjectiveView } from '../../src/protocol/panelMessages';
import type { VerdictCell } from '../../src/protocol/requests/verdicts';
import { rounded } from '../whatIf/logScale';
import { type LogRange, shareOf, valueAt } from './logRange';
import { type Cells, FINEST, knownNear, type Node, STEPS } from './phaseGrid';
import { type DrawnPlane, nodeNear, valuesAt } from './phaseState';
import type { Axis } from './planes';

type Thresholds = ObjectiveView['thresholds'];

/** `temperature 0.2, across 0.05: inconsistent (radius), gap 0.012 nats`. */
export function cellText(drawn: DrawnPlane, cells: Cells, node: Node): string {
  const cell = knownNear(cells, node);
  return `${placeText(drawn, node)}: ${cell === null ? 'not computed yet' : verdictText(cell)}`;
}

function placeText(drawn: DrawnPlane, node: Node): string {
  const { plane } = drawn;
  const [x, y] = valuesAt(drawn, node);
  return `${plane.x.name} ${rounded(x)}, ${plane.y.name} ${rounded(y)}`;
}

function verdictText({ verdict, reason, gap, problem }: VerdictCell): string {
  if (verdict === null) return `no verdict. ${problem ?? ''}`.trim();
  const words =
    reason === null || reason === 'exact' ? verdict : `${verdict} (${reason.replaceAll('-', ' ')})`;
  const told = problem === null ? '' : `, ${problem}`;
  return `${words}${gap === null ? told : `, gap ${natsText(gap)}`}`;
}

/** To the two digits that a quick search is good for. */
export function natsText(gap: number): string {
  if (gap === 0) return '0 nats';
  if (gap < TINY) return 'below 1e−9 nats';
  const digits =
    gap < 1e-3
      ? gap.toExponential(1).replace('.0', '').replace('-', '−')
      : String(Number(gap.toPrecision(2)));
  return `${digits} nats`;
}
const TINY = 1e-9;

/** What is so along both axes from the present point on, and how much of the plane is realizable. */
export function summary(drawn: DrawnPlane, cells: Cells, values: Changes, thresholds: Thresholds): string[] {
  const { x, y } = drawn.plane;
  const [nowX, nowY] = [x.at(values), y.at(values)];
  const node = nodeNear([shareOrMiddle(drawn.x, nowX), shareOrMiddle(drawn.y, nowY)]);
  const [atX, atY] = valuesAt(drawn, node);
  const rightward = turnsOf(cells, node, 'x', drawn.x, x, thresholds);
  const upward = turnsOf(cells, node, 'y', drawn.y, y, thresholds);
  const same = verdictsIn(cells);
  if (same.length === 1)
    return [
      `${capital(same[0])} everywhere in this plane. ${gapText(cells, nowX === null || nowY === null ? null : node)}`.trim(),
    ];
  return [
    `${atWords(y, nowY, atY)}: ${runsText(rightward, x, drawn.x)}.`,
    `${atWords(x, nowX, atX)}: ${runsText(upward, y, drawn.y)}.`,
    shareText(cells),
  ];
}

const shareOrMiddle = (range: LogRange, value: number | null) =>
  value === null ? 0.5 : shareOf(range, value);

/** An objective that stands nowhere on an axis is told about in its middle. */
const atWords = ({ name }: Axis, present: number | null, middle: number): string =>
  present === null ? `At a ${name} of ${rounded(middle)}` : `At the present ${name} of ${rounded(present)}`;

interface Run {
  readonly verdict: string;
  /** Where the next one begins; null at the end of the axis. */
  readonly until: number | null;
  /** Only at the upper end itself. */
  readonly isLast: boolean;
}

/** Verdicts along a line through a node, from the axis's lower end; where thresholds are known they are told exactly. */
function turnsOf(
  cells: Cells,
  node: Node,
  along: 'x' | 'y',
  range: LogRange,
  axis: Axis,
  thresholds: Thresholds,
): Run[] {
  const runs: { verdict: string; until: number | null; isLast: boolean }[] = [];
  let last = 0;
  for (let k = 0; k <= FINEST; k++) {
    const cell = knownNear(cells, { ...node, [along]: k });
    const verdict = cell === null ? null : (cell.verdict ?? 'without a verdict');
    if (verdict === null) continue;
    const before = runs.at(-1);
    if (before?.verdict !== verdict) {
      const isLast = k === FINEST;
      if (before) before.until = isLast ? range.to : turnBetween(range, last, k, axis, thresholds);
      runs.push({ verdict, until: null, isLast });
    }
    last = k;
  }
  return runs;
}

function turnBetween(
  range: LogRange,
  last: number,
  k: number,
  { key }: Axis,
  thresholds: Thresholds,
): number {
  const known = thresholds.find((threshold) => {
    const at = shareOf(range, threshold.value) * FINEST;
    return threshold.key === key && at > last - STEPS[0] && at < k + STEPS[0];
  });
  return known?.value ?? valueAt(range, (last + k) / 2 / FINEST);
}

function runsText(runs: readonly Run[], { name }: Axis, { to }: LogRange): string {
  if (runs.length === 0) return 'not computed yet';
  if (runs.length === 1) return `${runs[0].verdict} at every ${name} shown`;
  return runs
    .map(({ verdict, until }, k) => {
      if (until !== null)
        return `${verdict} ${k === 0 ? `below ${name}` : 'up to'} ${Number(until.toPrecision(2))}`;
      return `${verdict} ${runs[k].isLast ? `at ${rounded(to)}` : 'above'}`;
    })
    .join(', ');
}

const verdictsIn = (cells: Cells): string[] => [
  ...new Set(cells.flatMap((cell) => (cell === null ? [] : [cell.verdict ?? 'without a verdict']))),
];

/** With the gap at the present point, where that is in the plane. */
function gapText(cells: Cells, present: Node | null): string {
  const gaps = cells.flatMap((cell) => (cell?.gap == null ? [] : [cell.gap]));
  if (gaps.length === 0) return '';
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  if (most === 0) return 'The gap is 0.';
  const here = present === null ? null : (knownNear(cells, present)?.gap ?? null);
  const now = here === null ? '' : `, and is ${natsText(here)} at the present values`;
  return `The gap goes from ${natsText(least).replace(' nats', '')} to ${natsText(most)}${now}.`;
}

/** Of the coarsest nodes, which are spread evenly. */
function shareText(cells: Cells): string {
  const all = coarse(cells, STEPS[0]).flat();
  const known = all.filter((cell) => cell !== null);
  const realizable = known.filter((cell) => cell.verdict === 'realizable').length;
  const share = Math.round((100 * realizable) / Math.max(1, known.length));
  return `Realizable in ${share} % of the plane; ${gapText(cells, null).replace('The', 'the')}`;
}

const coarse = (cells: Cells, step: number): (VerdictCell | null)[][] =>
  Array.from({ length: FINEST / step + 1 }, (_, y) =>
    Array.from({ length: FINEST / step + 1 }, (_, x) => knownNear(cells, { x: x * step, y: y * step })),
  );

/** Nodes between two columns of the table. */
const TABLE_STEP = 16;

/** Rows from the upper end of the y axis down, as the picture has them. */
export function phaseTable(drawn: DrawnPlane, cells: Cells) {
  const { plane, x, y } = drawn;
  const at = (range: LogRange, k: number) => String(rounded(valueAt(range, (k * TABLE_STEP) / FINEST)));
  const table = coarse(cells, TABLE_STEP);
  return {
    caption: `Verdict and gap by ${plane.x.name} (columns) and ${plane.y.name} (rows)`,
    columns: [plane.y.name, ...table[0].map((_, k) => `${plane.x.name} ${at(x, k)}`)],
    rows: table
      .map((row, k) => [at(y, k), ...row.map((cell) => (cell === null ? 'not computed' : verdictText(cell)))])
      .reverse(),
  };
}

/** Why nodes have no verdict: the first reason, and how many. */
export function problemText(cells: Cells): string | null {
  const failed = cells.filter((cell) => cell !== null && cell.verdict === null);
  if (failed.length === 0) return null;
  return `${failed.length} of the points have no verdict. ${failed[0]?.problem ?? ''}`.trim();
}

const capital = (words: string) => words[0].toUpperCase() + words.slice(1);

/** The part of a logarithmic axis that is drawn: round ends, around all values that matter. */

export interface LogRange {
  readonly from: number;
  readonly to: number;
}

/** Room on both sides of a value. */
const ROOM = 2;

/** Holds the usual part and all values with room around them, within the limits, between round numbers. */
export function rangeAround(
  usual: readonly [number, number],
  limits: readonly [number, number],
  values: readonly number[],
): LogRange {
  const [least, most] = limits;
  const known = values.filter((value) => value > 0 && Number.isFinite(value));
  const from = Math.max(least, Math.min(usual[0], ...known.map((value) => value / ROOM)));
  const to = Math.min(most, Math.max(usual[1], ...known.map((value) => value * ROOM)));
  return { from: Math.max(least, roundDown(from)), to: Math.min(most, roundUp(to)) };
}

export const holds = ({ from, to }: LogRange, value: number | null): boolean =>
  value === null || (value >= from * (1 - EDGE) && value <= to * (1 + EDGE));
const EDGE = 1e-9;

/** 0 at the one end, 1 at the other; beyond them outside of that. */
export const shareOf = ({ from, to }: LogRange, value: number): number =>
  Math.log(value / from) / Math.log(to / from);

export const valueAt = ({ from, to }: LogRange, share: number): number => from * (to / from) ** share;

/** Round numbers along the range, the more the shorter it is. */
export function ticksOf({ from, to }: LogRange): number[] {
  const decades = Math.log10(to / from);
  const steps = decades > 3 ? [1] : decades > 1.4 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 7];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.log10(to) + EDGE; power++)
    for (const step of steps) {
      const tick = Number((step * 10 ** power).toPrecision(3));
      if (tick >= from * (1 - EDGE) && tick <= to * (1 + EDGE)) ticks.push(tick);
    }
  return ticks;
}

const ROUND = [1, 2, 5, 10];

function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + EDGE);
  const step = ROUND.findLast((candidate) => candidate * power <= value * (1 + EDGE)) ?? 1;
  return Number((step * power).toPrecision(1));
}

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + EDGE);
  const step = ROUND.find((candidate) => candidate * power >= value * (1 - EDGE)) ?? 10;
  return Number((step * power).toPrecision(1));
}

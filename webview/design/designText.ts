/** What wish and answer say, in words: for the lines under the matrices, and for whoever hears their cells. */

import { formatSimilarity } from '../view/numbers';
import { sentence } from '../view/sentence';
import type { DesignState } from './designState';
import type { DesignTarget } from './wish';

/** Differences below this are rounding. */
const SAME = 1e-9;

/** Differences below this are not seen in two decimals. */
const VISIBLE = 0.005;

export type Mark = 'closer' | 'farther';

/** Where points cannot be as wished: nearer to each other than that, or farther away. */
export function markOf({ answer }: DesignState, row: number, column: number): Mark | null {
  if (answer === null || row === column) return null;
  const moved = answer.designed.similarities[row][column] - answer.target.similarities[row][column];
  return Math.abs(moved) < VISIBLE ? null : moved > 0 ? 'closer' : 'farther';
}

export function pairText({ classes }: DesignTarget, row: number, column: number): string {
  const name = (place: number) => classes[place].name;
  return row === column ? `${name(row)} with itself` : `${name(row)} with ${name(column)}`;
}

/** One cell of both matrices. */
export function cellText(state: DesignState, target: DesignTarget, row: number, column: number): string {
  const pair = pairText(target, row, column);
  if (row === column) return `${pair}: 1`;
  const wish = `${pair}: wished ${formatSimilarity(target.similarities[row][column])}`;
  const { answer } = state;
  const reached = answer?.designed.similarities[row]?.[column];
  if (reached === undefined || answer?.target.classes.length !== target.classes.length) return wish;
  const mark = markOf(state, row, column);
  const nearest = `${wish}, nearest ${formatSimilarity(reached)}`;
  return mark === null ? nearest : `${nearest}, ${mark} than wished`;
}

/** How much of the wish can be had, and where the least. */
export function outcomeText({ answer, refused, failure }: DesignState): string {
  if (failure !== null) return sentence(`This wish was not answered: ${failure}`);
  if (refused?.at === 'similarities') return sentence(`No objective: ${refused.because}`);
  if (refused !== null) return 'No objective at this temperature.';
  if (answer === null) return '';
  const { target, designed } = answer;
  const { change, rank, stoppedEarly } = designed;
  const takes = `They take ${rank} ${rank === 1 ? 'dimension' : 'dimensions'}.`;
  if (change.largest < SAME) return `Points have exactly these similarities. ${takes}`;
  const [i, j] = change.pair;
  const most = `${target.classes[i].name} and ${target.classes[j].name}`;
  const [from, to] = [target, designed].map(({ similarities }) => digits(similarities[i][j], change.largest));
  const average = digits(change.mean, change.mean);
  const early = stoppedEarly ? ' The search ended early; nearer ones may be possible.' : '';
  return `No points have all these similarities. In the nearest, the pair that moves most is ${most}: ${from} becomes ${to}. Pairs move by ${average} on average. ${takes}${early}`;
}

/** Enough decimals to show a change of this size. */
function digits(value: number, change: number): string {
  const decimals = Math.min(9, Math.max(2, Math.ceil(-Math.log10(Math.max(change, 1e-9))) + 1));
  return formatSimilarity(value, decimals);
}

/** Where the bars of a chart of data stand, which labels fit under them, and which point of the picture a bar means. */
import type { ObjectiveView } from '../../../src/protocol/panelMessages';
import { itemEntries } from '../items/itemEntries';
import { formatNumber } from '../numbers';

export type DataChart = ObjectiveView['data']['accounts'][number]['charts'][number];

export interface PlacedBar {
  readonly left: number;
  readonly width: number;
  /** Of what answers the pointer, without gaps. */
  readonly pitch: number;
  readonly height: number;
}

export interface AxisLabel {
  readonly x: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

const WIDEST = 56;
/** A count above 0 is seen, however small. */
const LEAST_HEIGHT = 1.5;
/** Average width of a character of the labels. */
const CHARACTER = 6.2;

/** Bars of classes stand apart; those of intervals touch, as their intervals do. */
export function placeBars({ kind, bars }: DataChart, width: number, height: number): PlacedBar[] {
  const pitch = Math.min(kind === 'sizes' ? WIDEST : width, width / Math.max(1, bars.length));
  const share = kind === 'sizes' ? 0.78 : 1;
  const highest = bars.reduce((most, { count }) => Math.max(most, count), 0);
  return bars.map(({ count }, index) => ({
    left: index * pitch,
    width: Math.max(1, pitch * share - (kind === 'numbers' ? 1 : 0)),
    pitch,
    height: count === 0 ? 0 : Math.max(LEAST_HEIGHT, (count / highest) * height),
  }));
}

/** All labels where they fit; else the first and the last, and of numbers what lies between. */
export function axisLabels(chart: DataChart, placed: readonly PlacedBar[]): AxisLabel[] {
  if (placed.length === 0) return [];
  const end = placed[placed.length - 1].left + placed[placed.length - 1].pitch;
  if (chart.kind === 'numbers') return numberLabels(chart.bars, placed, end);
  const [{ pitch }] = placed;
  const texts = chart.bars.map(({ label }) => label);
  if (texts.every((text) => textWidth(text) <= pitch))
    return texts.map((text, k) => ({ x: placed[k].left + placed[k].width / 2, text, anchor: 'middle' }));
  const room = Math.floor(end / 2 / CHARACTER) - 1;
  return [
    { x: 0, text: cut(texts[0], room), anchor: 'start' },
    { x: end, text: cut(texts[texts.length - 1], room), anchor: 'end' },
  ];
}

/** For each bar the point that shows what it counts; null where none does, or the bar counts several classes. */
export function pointsOfBars(
  { analysis }: Pick<ObjectiveView, 'analysis'>,
  chart: DataChart,
): (number | null)[] {
  if (chart.kind !== 'sizes') return chart.bars.map(() => null);
  const entries = itemEntries(analysis);
  const showsItems = entries.length === analysis.items.length;
  return chart.bars.map(({ item, label }) => {
    if (item === null) return null;
    if (showsItems && entries[item]?.name === label) return entries[item].point;
    return entries.find(({ name }) => name === label)?.point ?? null;
  });
}

/** The next bar for a key, or null for a key that leads nowhere. */
export function barAfterKey(key: string, bar: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: bar - 1,
    ArrowRight: bar + 1,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined ? null : Math.min(count - 1, Math.max(0, next));
}

type NumberBars = Extract<DataChart, { kind: 'numbers' }>['bars'];

function numberLabels(bars: NumberBars, placed: readonly PlacedBar[], end: number): AxisLabel[] {
  const [first, last] = [bars[0], bars[bars.length - 1]];
  const middle = placed.length >> 1;
  const labels: AxisLabel[] = [{ x: 0, text: number(first.low), anchor: 'start' }];
  const between = number(bars[middle].low);
  if (placed.length > 2 && textWidth(between) * 4 < end)
    labels.push({ x: placed[middle].left, text: between, anchor: 'middle' });
  if (last.high > first.low) labels.push({ x: end, text: number(last.high), anchor: 'end' });
  return labels;
}

const number = (value: number) =>
  Number.isInteger(value) && Math.abs(value) < 1e6 ? formatNumber(value, 0) : formatNumber(value, 2);

const textWidth = (text: string) => (text.length + 1) * CHARACTER;

const cut = (text: string, most: number) =>
  text.length <= most ? text : `${[...text].slice(0, Math.max(1, most - 1)).join('')}…`;

/** The lattice of a plane, its axes, and the numbers that the painters take from it. */
import { describe, expect, it } from 'vitest';
import type { VerdictCell } from '../../../src/protocol/requests/verdicts';
import { holds, rangeAround, shareOf, ticksOf, valueAt } from '../../../webview/phase/logRange';
import {
  type Cells,
  FINEST,
  indexOf,
  knownNear,
  NO_CELLS,
  type Node,
  nodesAtTurns,
  nodesOf,
  STEPS,
} from '../../../webview/phase/phaseGrid';
import { gapScale, PHASE_KINDS } from '../../../webview/view/phase/phaseColors';
import { phaseField } from '../../../webview/view/phase/phaseField';
import { nodeAfterKey, nodeAt, nodePixel, phaseLayout } from '../../../webview/view/phase/phaseLayout';
import { gapLines, turnLines } from '../../../webview/view/phase/phaseLines';
import { regionNames } from '../../../webview/view/phase/regionNames';

const MIDDLE = { x: FINEST / 2, y: FINEST / 2 };
const realizable: VerdictCell = { verdict: 'realizable', reason: 'exact', gap: 0, problem: null };
const inconsistent = (gap: number): VerdictCell => ({
  verdict: 'inconsistent',
  reason: 'radius',
  gap,
  problem: null,
});

/** A plane that is realizable left of its diagonal, with a gap that grows to the right. */
const diagonal = ({ x, y }: Node) => (x <= y ? realizable : inconsistent(10 ** ((x - y) / 24 - 4)));

function filled(
  levels: number,
  cellAt: (node: Node) => VerdictCell,
  choose: typeof nodesOf = nodesOf,
): Cells {
  let cells = NO_CELLS;
  for (let level = 0; level < levels; level++) {
    const after = cells.slice();
    const pick = level === 0 ? nodesOf : choose;
    for (const node of pick(level, cells, MIDDLE)) after[indexOf(node)] = cellAt(node);
    cells = after;
  }
  return cells;
}

const countOf = (cells: Cells) => cells.filter((cell) => cell !== null).length;

describe('the lattice', () => {
  it('has 13, 25, 49 and 97 nodes a side, each level within the next', () => {
    expect(STEPS.map((_, level) => countOf(filled(level + 1, () => realizable)))).toEqual([
      13 ** 2,
      25 ** 2,
      49 ** 2,
      97 ** 2,
    ]);
  });

  it('begins where the objective stands', () => {
    expect(nodesOf(0, NO_CELLS, { x: 17, y: 95 })[0]).toEqual({ x: 16, y: 96 });
  });

  it('is refined along the border alone', () => {
    const cells = filled(4, diagonal, nodesAtTurns);
    expect(countOf(cells)).toBeLessThan(13 ** 2 + 1200);
    expect(cells[indexOf({ x: 40, y: 40 })]).toEqual(realizable);
    expect(cells[indexOf({ x: 41, y: 40 })]?.verdict).toBe('inconsistent');
    expect(cells[indexOf({ x: 90, y: 3 })]).toBeNull();
  });

  it('is not refined where nothing turns', () => {
    expect(
      nodesAtTurns(
        2,
        filled(2, () => realizable),
        MIDDLE,
      ),
    ).toEqual([]);
  });

  it('answers of every place by the nearest node known', () => {
    const cells = filled(1, diagonal);
    expect(knownNear(cells, { x: 3, y: 93 })).toEqual(realizable);
    expect(knownNear(cells, { x: 94, y: 3 })?.verdict).toBe('inconsistent');
    expect(knownNear(NO_CELLS, MIDDLE)).toBeNull();
  });
});

describe('ranges', () => {
  it.each<[string, [number, number], [number, number], number[], { from: number; to: number }]>([
    ['the usual part', [0.05, 1], [0.005, 100], [0.2], { from: 0.05, to: 1 }],
    ['a value outside of it, with room', [0.05, 1], [0.005, 100], [0.03, 2], { from: 0.01, to: 5 }],
    ['no value beyond the limits', [0.001, 1], [1e-12, 1], [0.9], { from: 0.001, to: 1 }],
    [
      'what is no number of it',
      [0.05, 1],
      [0.005, 100],
      [Number.NaN, 0, -3, Infinity],
      { from: 0.05, to: 1 },
    ],
    ['limits that are not round', [1, 24.7], [1, 24.7], [10], { from: 1, to: 24.7 }],
  ])('hold %s', (_, usual, limits, values, range) => {
    expect(rangeAround(usual, limits, values)).toEqual(range);
  });

  it('are logarithmic both ways', () => {
    const range = { from: 0.01, to: 1 };
    expect([valueAt(range, 0.5), shareOf(range, 0.1)].map((value) => value.toPrecision(6))).toEqual([
      '0.100000',
      '0.500000',
    ]);
    expect([holds(range, 1), holds(range, 1.1), holds(range, null)]).toEqual([true, false, true]);
  });

  it.each([
    [0.05, 1],
    [1e-6, 1],
    [1, 24.7],
    [3, 4],
  ])('have round numbers from %d to %d', (from, to) => {
    const ticks = ticksOf({ from, to });
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.every((tick) => tick >= from * 0.999 && tick <= to * 1.001)).toBe(true);
  });
});

describe('the picture', () => {
  const layout = phaseLayout(600);

  it('finds the node under the pointer, and none outside', () => {
    for (const node of [{ x: 0, y: 0 }, MIDDLE, { x: FINEST, y: FINEST }])
      expect(nodeAt(layout, ...nodePixel(layout, node))).toEqual(node);
    expect(nodeAt(layout, 3, 50)).toBeNull();
    expect(nodeAt(layout, 300, layout.height - 2)).toBeNull();
  });

  it('moves its cursor by keys, within the plane', () => {
    expect(nodeAfterKey('ArrowRight', false, MIDDLE)).toEqual({ x: 50, y: 48 });
    expect(nodeAfterKey('ArrowUp', true, MIDDLE)).toEqual({ x: 48, y: 56 });
    expect(nodeAfterKey('ArrowLeft', true, { x: 3, y: 0 })).toEqual({ x: 0, y: 0 });
    expect(nodeAfterKey('ArrowDown', false, { x: 3, y: 1 })).toEqual({ x: 3, y: 0 });
    expect(nodeAfterKey('a', false, MIDDLE)).toBeNull();
  });

  it('draws the border where the verdict turns, and levels of the gap where it is a power of ten', () => {
    const field = phaseField(filled(4, diagonal, nodesAtTurns), gapScale([0.1]).strength);
    const border = turnLines(field);
    expect(border.length).toBeGreaterThan(90);
    for (const [x0, y0, x1, y1] of border)
      for (const off of [x0 - y0, x1 - y1]) expect(Math.abs(off - 0.5)).toBeLessThan(1.6);
    const whole = phaseField(filled(2, diagonal), gapScale([0.1]).strength);
    for (const [x0, y0, x1, y1] of gapLines(whole, -3))
      for (const off of [x0 - y0, x1 - y1]) expect(off).toBeCloseTo(24, 4);
    expect(gapLines(whole, -3).length).toBeGreaterThan(10);
    expect(turnLines(phaseField(NO_CELLS, () => 0))).toEqual([]);
  });

  it('writes each verdict’s name inside of its region, and none where there is no room', () => {
    const names = regionNames(phaseField(filled(2, diagonal), () => 0));
    const at = Object.fromEntries(names.map((name) => [name.kind, name]));
    expect(at.realizable.y).toBeGreaterThan(at.realizable.x + 10);
    expect(at.inconsistent.x).toBeGreaterThan(at.inconsistent.y + 10);
    const edge = ({ y }: Node) => (y > 92 ? inconsistent(0.1) : realizable);
    expect(regionNames(phaseField(filled(4, edge), () => 0)).map(({ kind }) => kind)).toEqual(['realizable']);
  });

  it('keeps nodes without a verdict apart from nodes of which nothing is known', () => {
    const failed: VerdictCell = { verdict: null, reason: null, gap: null, problem: 'no' };
    const { kinds } = phaseField(
      filled(1, () => failed),
      () => 0.5,
    );
    expect(PHASE_KINDS[kinds[0]]).toBe('none');
    expect(kinds[1]).toBe(-1);
  });

  it('colours gaps by their powers of ten, from those that harm nobody on', () => {
    const scale = gapScale([0, 3e-9, 0.4]);
    expect([scale.least, scale.most]).toEqual([1e-4, 1]);
    expect([0, 1e-9, 1e-4, 1e-2, 1, 50].map(scale.strength)).toEqual([0, 0, 0, expect.closeTo(0.5), 1, 1]);
    expect(scale.strength(null)).toBe(0.5);
    expect(gapScale([]).most).toBeCloseTo(1e-2);
  });
});

/** The phase picture in words. */
import { describe, expect, it } from 'vitest';
import type { VerdictCell } from '../../../src/protocol/requests/verdicts';
import { type Cells, FINEST, NO_CELLS, type Node, SIDE } from '../../../webview/phase/phaseGrid';
import { cellText, natsText, phaseTable, problemText, summary } from '../../../webview/phase/phaseReading';
import type { DrawnPlane } from '../../../webview/phase/phaseState';
import { planesOf } from '../../../webview/phase/planes';
import { control, viewWith } from '../fixtures/view';

const VALUES = { temperature: 0.2, across: 0.05 };
const view = viewWith({ controls: [control('temperature', 0.2), control('across', 0.05)] });
const [plane] = planesOf({ ...view, summary: { ...view.summary, kind: 'soft-supcon' } }, VALUES);
const DRAWN: DrawnPlane = { plane, x: { from: 0.05, to: 1 }, y: { from: 0.001, to: 1 } };

const cell = (
  verdict: VerdictCell['verdict'],
  gap: number | null,
  reason: VerdictCell['reason'] = null,
): VerdictCell => ({
  verdict,
  reason,
  gap,
  problem: null,
});
const everywhere = (at: (node: Node) => VerdictCell): Cells =>
  Array.from({ length: SIDE * SIDE }, (_, k) => at({ x: k % SIDE, y: Math.floor(k / SIDE) }));

describe('the phase picture in words', () => {
  it.each<[string, VerdictCell, string]>([
    [
      'inconsistent',
      cell('inconsistent', 0.01234, 'not-euclidean'),
      'inconsistent (not euclidean), gap 0.012 nats',
    ],
    ['realizable', cell('realizable', 0, 'exact'), 'realizable, gap 0 nats'],
    ['without a gap', cell('degenerate', null, 'unbounded'), 'degenerate (unbounded)'],
    ['undecided', { ...cell('undecided', null), problem: 'rounding decides' }, 'undecided, rounding decides'],
    ['failed', { ...cell(null, null), problem: 'The loss is flat.' }, 'no verdict. The loss is flat.'],
  ])('reads a point that is %s', (_, at, words) => {
    expect(
      cellText(
        DRAWN,
        everywhere(() => at),
        { x: 0, y: FINEST },
      ),
    ).toBe(`temperature 0.05, ε 1: ${words}`);
  });

  it('says so where nothing is known yet', () => {
    expect(cellText(DRAWN, NO_CELLS, { x: 0, y: 0 })).toBe('temperature 0.05, ε 0.001: not computed yet');
  });

  it.each([
    [0, '0 nats'],
    [1e-12, 'below 1e−9 nats'],
    [4.56e-5, '4.6e−5 nats'],
    [1e-4, '1e−4 nats'],
    [0.04567, '0.046 nats'],
    [1.234, '1.2 nats'],
  ])('writes a gap of %d with the digits it is good for', (gap, words) => {
    expect(natsText(gap)).toBe(words);
  });

  it('tells where the verdict turns along both axes, by the threshold where it is known', () => {
    const cells = everywhere(({ x, y }) =>
      x <= 40 ? cell('realizable', 0) : y === FINEST ? cell('degenerate', 0) : cell('inconsistent', 0.03),
    );
    const thresholds = [{ key: 'temperature', value: 0.1777, label: 'τ*', meaning: '' }];
    const values = { temperature: 0.5, across: 0.05 };
    expect(summary(DRAWN, cells, values, thresholds)).toEqual([
      'At the present ε of 0.05: realizable below temperature 0.18, inconsistent above.',
      'At the present temperature of 0.5: inconsistent below ε 1, degenerate at 1.',
      expect.stringMatching(/^Realizable in \d+ % of the plane; the gap goes from 0 to 0.03 nats\.$/),
    ]);
    const [without] = summary(DRAWN, cells, values, []);
    expect(without).toBe('At the present ε of 0.05: realizable below temperature 0.18, inconsistent above.');
    const [far] = summary(DRAWN, cells, values, [{ ...thresholds[0], value: 0.9 }]);
    expect(far).toBe(without);
  });

  it('tells three verdicts in a row, and the middle of the plane where the objective stands nowhere', () => {
    const cells = everywhere(({ x }) =>
      x < 30 ? cell('inconsistent', 0.1) : x < 60 ? cell('realizable', 0) : cell('degenerate', 0),
    );
    expect(summary(DRAWN, cells, { temperature: null, across: 0.05 }, [])[1]).toBe(
      'At a temperature of 0.224: realizable at every ε shown.',
    );
    expect(summary(DRAWN, cells, { temperature: null, across: 0.05 }, [])[0]).toBe(
      'At the present ε of 0.05: inconsistent below temperature 0.13, realizable up to 0.32, degenerate above.',
    );
  });

  it('needs one sentence where the verdict is the same everywhere', () => {
    const cells = everywhere(({ x }) => cell('degenerate', 10 ** (-x / 20)));
    expect(summary(DRAWN, cells, VALUES, [])).toEqual([
      'Degenerate everywhere in this plane. The gap goes from 1.6e−5 to 1 nats, and is 0.0063 nats at the present values.',
    ]);
    expect(
      summary(
        DRAWN,
        everywhere(() => cell('realizable', 0)),
        VALUES,
        [],
      ),
    ).toEqual(['Realizable everywhere in this plane. The gap is 0.']);
  });

  it('has a table of seven by seven points, with the upper end first', () => {
    const { columns, rows, caption } = phaseTable(
      DRAWN,
      everywhere(({ y }) => (y > 48 ? cell('realizable', 0) : cell('inconsistent', 0.2))),
    );
    expect(caption).toBe('Verdict and gap by temperature (columns) and ε (rows)');
    expect(columns.slice(0, 3)).toEqual(['ε', 'temperature 0.05', 'temperature 0.0824']);
    expect(rows).toHaveLength(7);
    expect(rows.map(([name, first]) => [name, first])).toEqual([
      ['1', 'realizable, gap 0 nats'],
      ['0.316', 'realizable, gap 0 nats'],
      ['0.1', 'realizable, gap 0 nats'],
      ['0.0316', 'inconsistent, gap 0.2 nats'],
      ['0.01', 'inconsistent, gap 0.2 nats'],
      ['0.00316', 'inconsistent, gap 0.2 nats'],
      ['0.001', 'inconsistent, gap 0.2 nats'],
    ]);
  });

  it('counts points without a verdict, with the first reason', () => {
    const failed = { ...cell(null, null), problem: 'The loss is flat.' };
    expect(problemText(everywhere(({ x, y }) => (x === 0 && y < 3 ? failed : cell('realizable', 0))))).toBe(
      '3 of the points have no verdict. The loss is flat.',
    );
    expect(problemText(NO_CELLS)).toBeNull();
  });
});

/** A geometry that names what it does not have is refused before it can reach the screen. */
import { describe, expect, test } from 'vitest';
import { NO_ANSWER } from '../../src/geometry/analysis';
import { analysisSchema } from '../../src/protocol/analysisSchema';
import { decode } from '../../src/protocol/decode';
import type { Geometry } from '../../src/protocol/panelMessages';
import { supConGeometry } from '../webview/fixtures/geometry';

const decoded = (change: Partial<Geometry>) =>
  decode(analysisSchema, {
    ...NO_ANSWER,
    verdict: 'degenerate',
    geometry: { ...supConGeometry(), ...change },
  });

const row = [1, -0.7047, -0.7047];

describe('a geometry', () => {
  test('as it is made is taken', () => {
    expect(decoded({})).toMatchObject({ kind: 'message' });
    expect(decoded({ standIns: [0, 1, 2, 2], omitted: 1 })).toMatchObject({ kind: 'message' });
    // Three points, of which two have a row and the third is shown by the second.
    const fewer = { rows: [0, 1], rowOf: [0, 1, 1], within: [null, -0.0068], target: null };
    const attainable = [row.slice(0, 2), [-0.7047, 1]];
    expect(decoded({ ...fewer, attainable })).toMatchObject({ kind: 'message' });
  });

  const broken: { name: string; change: Partial<Geometry> }[] = [
    { name: 'a row of a point that is not drawn', change: { rows: [0, 1, 3] } },
    { name: 'a row that is not there', change: { rowOf: [0, 1, 3] } },
    { name: 'a nearest point that is not drawn', change: { nearest: [[3, 0.1], null, null] } },
    { name: 'a stand-in that is not drawn', change: { standIns: [0, 1, 2, 3] } },
    { name: 'fewer nearest points than points', change: { nearest: [null] } },
    { name: 'fewer rows than the matrix', change: { rows: [0, 1], within: [null, null] } },
    { name: 'a matrix that is not square', change: { attainable: [row, row] } },
    { name: 'similarities of no kind', change: { similarity: 'manhattan' as Geometry['similarity'] } },
    { name: 'a similarity that is no number', change: { within: [Number.NaN, null, null] } },
  ];
  test.each(broken)('with $name is refused', ({ change }) => {
    const answer = decoded(change);
    expect(answer.kind).toBe('malformed');
    expect(answer.kind === 'malformed' && answer.because).toContain('geometry');
  });
});

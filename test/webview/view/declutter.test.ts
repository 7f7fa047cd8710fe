/** Labels never cover each other, and the important ones are found. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coincidentGroups, groupLabel, shortName } from '../../../webview/view/scene/coincidence';
import { BUTTONS, declutter, type LabelRequest } from '../../../webview/view/scene/declutter';
import type { Point } from '../../../webview/view/scene/orientation';
import { pickPoint } from '../../../webview/view/scene/picking';

const STAGE = { width: 400, height: 300 };

function label(x: number, y: number, change: Partial<LabelRequest> = {}): LabelRequest {
  return { x, y, radius: 5, width: 60, height: 16, priority: 1, important: false, ...change };
}

describe('declutter', () => {
  test('a label looks away from the middle', () => {
    const [left, right] = declutter([label(100, 150), label(300, 150)], STAGE.width, STAGE.height);
    expect(left?.left).toBeLessThan(100 - 60);
    expect(right?.left).toBeGreaterThan(300);
  });

  test('at the edge it turns inwards instead of being cut', () => {
    const [place] = declutter([label(390, 150)], STAGE.width, STAGE.height);
    expect(place).not.toBeNull();
    expect((place?.left ?? 0) + 60).toBeLessThanOrEqual(STAGE.width);
  });

  test('no label lies under the buttons', () => {
    const [place] = declutter([label(STAGE.width - 70, 40)], STAGE.width, STAGE.height);
    expect(place).not.toBeNull();
    expect((place?.left ?? 0) + 60).toBeLessThanOrEqual(STAGE.width - BUTTONS.width);
  });

  test('of crowded labels those with priority stay', () => {
    const crowd = Array.from({ length: 30 }, (_, k) => label(200 + k * 0.5, 150, { priority: k }));
    const places = declutter(crowd, STAGE.width, STAGE.height);
    expect(places[29]).not.toBeNull();
    expect(places.filter((place) => place !== null).length).toBeLessThan(10);
  });

  test('an important label is placed even where it covers a point', () => {
    const wall = Array.from({ length: 8 }, (_, k) => label(120 + k * 20, 150, { radius: 40, width: 200 }));
    const hidden = declutter(wall, STAGE.width, STAGE.height);
    const asked = wall.map((request, k) =>
      k === 4 ? { ...request, important: true, priority: 2 } : request,
    );
    expect(hidden[4]).toBeNull();
    expect(declutter(asked, STAGE.width, STAGE.height)[4]).not.toBeNull();
  });

  test('no two labels overlap and none leaves the picture', () => {
    const request = fc.record({
      x: fc.double({ min: 0, max: STAGE.width, noNaN: true }),
      y: fc.double({ min: 0, max: STAGE.height, noNaN: true }),
      radius: fc.double({ min: 1, max: 30, noNaN: true }),
      width: fc.integer({ min: 5, max: 150 }),
      height: fc.constant(16),
      priority: fc.integer({ min: 0, max: 9 }),
      important: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 40 }), (requests) => {
        const placed = declutter(requests, STAGE.width, STAGE.height).flatMap((place, k) =>
          place === null ? [] : [{ ...place, right: place.left + requests[k].width, bottom: place.top + 16 }],
        );
        placed.forEach((a, i) => {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.top).toBeGreaterThanOrEqual(0);
          expect(a.right).toBeLessThanOrEqual(STAGE.width);
          expect(a.bottom).toBeLessThanOrEqual(STAGE.height);
          for (const b of placed.slice(0, i)) {
            const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
            expect(apart).toBe(true);
          }
        });
      }),
      { seed: 20260513, numRuns: 100 },
    );
  });
});

describe('coincident points', () => {
  test('merged classes share a label, others keep their own', () => {
    const points: Point[] = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 1, 1e-4],
      [0, 1, -1e-4],
    ];
    expect(coincidentGroups(points, 1)).toEqual([[0], [1, 2, 3]]);
  });

  test('the same points seen from farther away are together', () => {
    const points: Point[] = [
      [0, 0, 0],
      [0.05, 0, 0],
    ];
    expect(coincidentGroups(points, 1)).toHaveLength(2);
    expect(coincidentGroups(points, 10)).toHaveLength(1);
  });

  const names = ['cat', 'dog', 'fox', 'owl'];
  test.each([
    { group: [1], text: 'dog' },
    { group: [0, 3], text: 'cat, owl' },
    { group: [0, 1, 2, 3], text: 'cat, dog +2' },
  ])('$group is $text', ({ group, text }) => expect(groupLabel(group, names)).toBe(text));

  test('long names are cut between letters, and marks that turn the writing direction are left out', () => {
    expect(shortName('😀'.repeat(30), 5)).toBe('😀😀😀😀…');
    expect(shortName('fox\u202ereversed', 20)).toBe('foxreversed');
  });
});

describe('pickPoint', () => {
  const points = [
    { x: 100, y: 100, radius: 20, depth: 5 },
    { x: 110, y: 100, radius: 20, depth: 4 },
    { x: 200, y: 100, radius: 1, depth: 4 },
  ];
  test.each([
    { at: [100, 100], picked: 1, why: 'of two under the pointer the nearer one' },
    { at: [78, 100], picked: 0, why: 'where only the farther one is' },
    { at: [204, 101], picked: 2, why: 'a tiny point from a little beside' },
    { at: [300, 100], picked: null, why: 'nothing in the void' },
  ])('$why', ({ at, picked }) => expect(pickPoint(points, at[0], at[1])).toBe(picked));
});

/** Points at one place get one label, so that a collapsed geometry says who has collapsed instead of hiding it. */
import { displayText } from '../dom';
import type { Point } from './orientation';

/** Of the scene's radius: closer points cannot be told apart on screen. */
const SAME_PLACE = 0.012;

/** Names that one label lists before it counts the rest. */
const MOST_NAMES = 2;

const NEARBY = [-1, 0, 1];

/**
 * Groups of indices of points at one place, each with the first index first. Points are sorted into cubes as wide as a
 * place, so that a point meets those around it only.
 */
export function coincidentGroups(points: readonly Point[], sceneRadius: number): number[][] {
  const width = SAME_PLACE * sceneRadius;
  const groups: number[][] = [];
  const cubes = new Map<number, number[][]>();
  points.forEach((point, index) => {
    const [x, y, z] = point.map((value) => Math.floor(value / width));
    for (const dx of NEARBY)
      for (const dy of NEARBY)
        for (const dz of NEARBY) {
          const known = cubes.get(cubeKey(x + dx, y + dy, z + dz)) ?? [];
          const group = known.find(([first]) => distance(points[first], point) < width);
          if (group !== undefined) {
            group.push(index);
            return;
          }
        }
    const group = [index];
    groups.push(group);
    const cube = cubeKey(x, y, z);
    cubes.set(cube, [...(cubes.get(cube) ?? []), group]);
  });
  return groups;
}

/** A number each, as far as scenes reach: texts as keys would take most of the time of thousands of points. */
const cubeKey = (x: number, y: number, z: number) => (x * MOST_CUBES + y) * MOST_CUBES + z;
const MOST_CUBES = 2 ** 17;

/** `rare`, `rare, tiny` or `rare, tiny +98`. */
export function groupLabel(group: readonly number[], names: readonly string[]): string {
  const listed = group.slice(0, MOST_NAMES).map((index) => shortName(names[index]));
  const rest = group.length - listed.length;
  return rest > 0 ? `${listed.join(', ')} +${rest}` : listed.join(', ');
}

/** A name that fits beside a point. */
export function shortName(name: string, most = 22): string {
  const letters = [...displayText(name)];
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

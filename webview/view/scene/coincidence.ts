/** Points at one place get one label, so that a collapsed geometry says who has collapsed instead of hiding it. */
import { displayText } from '../dom';
import type { Point } from './orientation';

/** Of the scene's radius: closer points cannot be told apart on screen. */
const SAME_PLACE = 0.012;

/** Names that one label lists before it counts the rest. */
const MOST_NAMES = 2;

/** Groups of indices of points at one place, each with the first index first. */
export function coincidentGroups(points: readonly Point[], sceneRadius: number): number[][] {
  const groups: number[][] = [];
  points.forEach((point, index) => {
    const group = groups.find(([first]) => distance(points[first], point) < SAME_PLACE * sceneRadius);
    if (group) group.push(index);
    else groups.push([index]);
  });
  return groups;
}

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

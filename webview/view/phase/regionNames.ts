/** Where the name of each verdict is written: at the place of its region that is farthest from all others. */
import { SIDE } from '../../phase/phaseGrid';
import { PHASE_KINDS, type PhaseKind } from './phaseColors';
import type { PhaseField } from './phaseField';

export interface RegionName {
  readonly kind: PhaseKind;
  readonly x: number;
  readonly y: number;
  /** Nodes to the edge of the region. */
  readonly room: number;
}

/** Regions with less room than this, in nodes, are named by the legend alone. */
const LEAST_ROOM = 7;

export function regionNames(field: PhaseField): RegionName[] {
  return PHASE_KINDS.flatMap((kind, index) => {
    const room = roomOf(field.filled, index);
    const at = room.reduce((best, value, node) => (value > room[best] ? node : best), 0);
    if (room[at] < LEAST_ROOM) return [];
    return [{ kind, x: at % SIDE, y: Math.floor(at / SIDE), room: room[at] }];
  });
}

/** Steps to the nearest node of another kind or outside of the plane: two passes, as king's moves. */
function roomOf(known: Int8Array, kind: number): Int16Array {
  const room = new Int16Array(SIDE * SIDE);
  const at = (x: number, y: number) => (x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : room[y * SIDE + x]);
  const pass = (x: number, y: number, from: number) => {
    if (known[y * SIDE + x] !== kind) return;
    const near = [at(x + from, y), at(x, y + from), at(x - 1, y + from), at(x + 1, y + from)];
    const least = Math.min(...near) + 1;
    room[y * SIDE + x] = from < 0 ? least : Math.min(least, room[y * SIDE + x]);
  };
  for (let y = 0; y < SIDE; y++) for (let x = 0; x < SIDE; x++) pass(x, y, -1);
  for (let y = SIDE - 1; y >= 0; y--) for (let x = SIDE - 1; x >= 0; x--) pass(x, y, 1);
  return room;
}

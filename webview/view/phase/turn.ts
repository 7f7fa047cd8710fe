/** Which verdict weighs most at a place between nodes: smoothly, so that a border between two has no steps. */
import { FINEST, SIDE } from '../../phase/phaseGrid';
import type { PhaseField } from './phaseField';

export interface Weighed {
  /** Place in PHASE_KINDS; −1 where nothing is known. */
  kind: number;
  strength: number;
}

/** Nodes to each side that are weighed, and the width of their bell, in spacings: less leaves steps, more cuts corners. */
const REACH = 4;
const WIDTH = 1.6;

/** Reused: this runs for every pixel near a border. By place in PHASE_KINDS. */
const MASSES = new Float64Array(8);
const KNOWN = new Float64Array(8);
const SUMS = new Float64Array(8);
const ACROSS = new Float64Array(2 * REACH + 1);
const UPWARD = new Float64Array(2 * REACH + 1);

/**
 * Nodes weigh by a bell around the place, with their spacing there; the verdict with the largest sum is that of the
 * place, and its strength the mean of its nodes. Shape: x, y from 0 to FINEST. Writes `found`.
 */
export function weigh(field: PhaseField, x: number, y: number, spacing: number, found: Weighed): void {
  const { filled, kinds, strengths } = field;
  for (const sums of [MASSES, KNOWN, SUMS]) sums.fill(0);
  const [midX, midY] = [Math.round(x / spacing), Math.round(y / spacing)];
  for (let d = -REACH; d <= REACH; d++) {
    ACROSS[d + REACH] = bell(x / spacing - midX - d);
    UPWARD[d + REACH] = bell(y / spacing - midY - d);
  }
  for (let dy = -REACH; dy <= REACH; dy++) {
    const row = inside(midY + dy, spacing) * SIDE;
    for (let dx = -REACH; dx <= REACH; dx++) {
      const node = row + inside(midX + dx, spacing);
      const kind = filled[node];
      if (kind < 0) continue;
      const mass = ACROSS[dx + REACH] * UPWARD[dy + REACH];
      MASSES[kind] += mass;
      if (kinds[node] < 0) continue;
      KNOWN[kind] += mass;
      SUMS[kind] += mass * strengths[node];
    }
  }
  found.kind = -1;
  let most = 0;
  for (const [kind, mass] of MASSES.entries()) {
    if (mass <= most) continue;
    most = mass;
    found.kind = kind;
    found.strength = KNOWN[kind] > 0 ? SUMS[kind] / KNOWN[kind] : 0;
  }
}

/** The edge goes on beyond the edge, so that a border meets it straight. */
const inside = (step: number, spacing: number) => Math.min(FINEST, Math.max(0, step * spacing));
const bell = (t: number) => Math.exp((-t * t) / (2 * WIDTH * WIDTH));

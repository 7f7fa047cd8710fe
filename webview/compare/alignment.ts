/** Lays one geometry over another: a loss knows no direction, so two pictures are compared after the best rotation. */
import type { Geometry } from '../../src/protocol/panelMessages';
import { alignToPrediction, type Point } from '../training/procrustes';

/** For each point the point of the same name in the other geometry; by place where no names are shared. */
export function matchPoints(points: Geometry['points'], others: Geometry['points']): (number | null)[] {
  const places = new Map(others.map(({ name }, place) => [name, place]));
  const byName = points.map(({ name }) => places.get(name) ?? null);
  if (byName.some((place) => place !== null)) return byName;
  return points.map((_, place) => (points.length === others.length ? place : null));
}

/**
 * Formula: argmin_R Σ_i ‖R x_i − y_m(i)‖² over rotations and reflections R of the space that is drawn; points without a
 * partner follow. Shapes: coordinates and reference n × 3. Source: [Schonemann1966]
 */
export function alignGeometry(
  coordinates: readonly Point[],
  reference: readonly Point[],
  partners: readonly (number | null)[],
): readonly Point[] {
  if (partners.every((partner) => partner === null)) return coordinates;
  const rows = coordinates.map((point) => Float32Array.from(point));
  const wanted = partners.map((partner): Point => (partner === null ? [0, 0, 0] : reference[partner]));
  return alignToPrediction(rows, wanted);
}

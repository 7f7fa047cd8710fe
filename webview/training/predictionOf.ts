/** What of an analysis a run is held against. */
import type { Analysis } from '../../src/protocol/panelMessages';
import type { Prediction } from './runMessages';

/** A run can be laid over the prediction only where both have the same points, each with a row. */
export function predictionOf({ geometry, training }: Analysis): Prediction | null {
  if (geometry === null || geometry.points.length !== training?.size) return null;
  if (geometry.rows.length !== geometry.points.length) return null;
  return {
    coordinates: geometry.coordinates,
    similarities: geometry.attainable,
    sizes: geometry.points.map(({ size }) => size),
  };
}

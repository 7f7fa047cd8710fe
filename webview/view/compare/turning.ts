/** One direction of view for several pictures: turning one turns all, so that they are seen from the same side. */
import { CAMERA_DIRECTION, type Point } from '../scene/orientation';

export interface Turning {
  /** Where an eye at this distance stands. */
  eye(distance: number): Point;
  /** Radians. */
  turn(sideways: number, upwards: number): void;
  reset(): void;
  onTurn(listener: () => void): void;
}

/** Straight above, the picture would spin. */
const HIGHEST = Math.PI / 2 - 0.01;

export function createTurning(): Turning {
  const listeners: (() => void)[] = [];
  const [x, y, z] = CAMERA_DIRECTION;
  const first = { azimuth: Math.atan2(x, z), elevation: Math.asin(y / Math.hypot(x, y, z)) };
  let { azimuth, elevation } = first;
  const notify = () => {
    for (const listener of listeners) listener();
  };
  return {
    eye: (distance) => [
      distance * Math.cos(elevation) * Math.sin(azimuth),
      distance * Math.sin(elevation),
      distance * Math.cos(elevation) * Math.cos(azimuth),
    ],
    turn(sideways, upwards) {
      azimuth += sideways;
      elevation = Math.min(HIGHEST, Math.max(-HIGHEST, elevation + upwards));
      notify();
    },
    reset() {
      ({ azimuth, elevation } = first);
      notify();
    },
    onTurn: (listener) => void listeners.push(listener),
  };
}

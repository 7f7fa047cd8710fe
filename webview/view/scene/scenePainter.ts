/** What a drawing of the 3D picture must be able to do, with a graphics card or without. */
import type { Theme } from '../theme';
import type { Point } from './orientation';
import type { SceneModel } from './sceneModel';
import type { Size } from './viewpoint';

export interface ScenePainter {
  setModel(model: SceneModel): void;
  /** Points to ring; two of them are joined by a line. */
  highlight(indices: readonly number[]): void;
  setTheme(theme: Theme): void;
  /** In CSS pixels, and how many of the screen's pixels one of them has. */
  resize(size: Size, pixelRatio: number): void;
  /** From where the camera stands. */
  draw(eye: Point): void;
}

/** A short text over the plane. */
import type { Theme } from '../theme';

/** Keeps a text readable on every colour. */
export function paintPlate(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  theme: Theme,
  height = 20,
): void {
  const width = context.measureText(text).width + 0.7 * height;
  context.fillStyle = theme.background;
  context.globalAlpha = theme.highContrast ? 1 : 0.86;
  context.beginPath();
  context.roundRect(x - width / 2, y - height / 2, width, height, 4);
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = theme.foreground;
  context.fillText(text, x, y + 0.5);
}

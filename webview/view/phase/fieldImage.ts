/** Colours every pixel of the plane: the verdict that weighs most there, the stronger the larger the gap. */
import { FINEST, SIDE } from '../../phase/phaseGrid';
import { mix } from '../palette';
import { parseColor, type Rgb, type Theme } from '../theme';
import { isPatterned, PHASE_KINDS, phaseColor } from './phaseColors';
import { isNearTurn, type PhaseField } from './phaseField';
import { type Weighed, weigh } from './turn';

/** Steps between the palest and the strongest colour of a verdict: finer than can be seen. */
const SHADES = 64;
/** How much of the foreground a pattern has. */
const PATTERN = 0.3;
const PATTERN_IN_CONTRAST = 0.55;

/** `ratio` is device pixels a CSS pixel, in which patterns are measured. */
export function fieldImage(
  field: PhaseField,
  width: number,
  height: number,
  ratio: number,
  theme: Theme,
): ImageData {
  const image = new ImageData(width, height);
  const shades = shadesOf(theme);
  const empty = mix(parseColor(theme.background), parseColor(theme.foreground), 0.06);
  const found: Weighed = { kind: 0, strength: 0 };
  for (let row = 0; row < height; row++) {
    const y = (1 - (row + 0.5) / height) * FINEST;
    for (let column = 0; column < width; column++) {
      const x = ((column + 0.5) / width) * FINEST;
      const color = sample(field, x, y, found) ? shadeAt(shades, found, column / ratio, row / ratio) : empty;
      const at = 4 * (row * width + column);
      image.data[at] = color[0];
      image.data[at + 1] = color[1];
      image.data[at + 2] = color[2];
      image.data[at + 3] = 255;
    }
  }
  return image;
}

interface Shades {
  readonly plain: readonly Rgb[];
  readonly marked: readonly Rgb[];
}

function shadesOf(theme: Theme): Shades[] {
  const ink = parseColor(theme.foreground);
  const share = theme.highContrast ? PATTERN_IN_CONTRAST : PATTERN;
  return PHASE_KINDS.map((kind) => {
    const plain = Array.from({ length: SHADES }, (_, k) => phaseColor(kind, k / (SHADES - 1), theme));
    return { plain, marked: plain.map((color) => mix(color, ink, share)) };
  });
}

function shadeAt(shades: readonly Shades[], { kind, strength }: Weighed, x: number, y: number): Rgb {
  const { plain, marked } = shades[kind];
  return (isPatterned(PHASE_KINDS[kind], x, y) ? marked : plain)[Math.round(strength * (SHADES - 1))];
}

/** False where nothing is known. Reuses `found`: this runs for every pixel. */
function sample(field: PhaseField, x: number, y: number, found: Weighed): boolean {
  const { widths, kinds, strengths } = field;
  const width = widths[Math.min(FINEST - 1, Math.floor(y)) * FINEST + Math.min(FINEST - 1, Math.floor(x))];
  if (width === 0) return false;
  const left = Math.min(FINEST - width, Math.floor(x / width) * width);
  const bottom = Math.min(FINEST - width, Math.floor(y / width) * width);
  const [a, b] = [bottom * SIDE + left, (bottom + width) * SIDE + left];
  const [right, up] = [(x - left) / width, (y - bottom) / width];
  if (isNearTurn(field, { left, bottom, width })) {
    weigh(field, x, y, width, found);
    ownStrength(field, [a, a + width, b, b + width], right, up, found);
    return found.kind >= 0;
  }
  const lower = strengths[a] + right * (strengths[a + width] - strengths[a]);
  const upper = strengths[b] + right * (strengths[b + width] - strengths[b]);
  found.kind = kinds[a];
  found.strength = lower + up * (upper - lower);
  return true;
}

/** The strength of the corners that have the verdict found, where any does: as it goes on inside of its region. */
function ownStrength(
  { kinds, strengths }: PhaseField,
  corners: readonly number[],
  right: number,
  up: number,
  found: Weighed,
): void {
  let [mass, sum] = [0, 0];
  for (let k = 0; k < 4; k++) {
    if (kinds[corners[k]] !== found.kind) continue;
    const weight = (k % 2 === 0 ? 1 - right : right) * (k < 2 ? 1 - up : up);
    mass += weight;
    sum += weight * strengths[corners[k]];
  }
  if (mass > 0) found.strength = sum / mass;
}

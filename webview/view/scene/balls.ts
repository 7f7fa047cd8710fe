/**
 * Thousands of shaded balls in one draw call: each is a square turned to the viewer on which the card paints a ball,
 * with a rim in the background's colour that parts it from what lies behind, and a ring when it is highlighted.
 */
import {
  BufferGeometry,
  Color,
  DynamicDrawUsage,
  Float32BufferAttribute,
  GLSL3,
  Mesh,
  ShaderMaterial,
  Vector2,
} from 'three';
import { parseColor, type Theme } from '../theme';
import { FRAGMENT, VERTEX } from './ballShader';
import type { Point } from './orientation';
import { HIGHLIGHT_RING, RIM } from './sceneMeasures';

export interface Balls {
  readonly root: Mesh;
  set(
    coordinates: readonly Point[],
    radii: readonly number[],
    colors: readonly string[],
    sceneRadius: number,
  ): void;
  highlight(indices: readonly number[]): void;
  setTheme(theme: Theme): void;
  setHaze(near: number, far: number): void;
}

/** Corners of a square, and the two triangles that it is made of. */
const CORNERS = [-1, -1, 1, -1, 1, 1, -1, 1];
const TRIANGLES = [0, 1, 2, 0, 2, 3];

/** Numbers that each corner of a ball's square carries. */
const WIDTHS = { centre: 3, radius: 1, tint: 3, ring: 1 };
type Name = keyof typeof WIDTHS;

/** Software that stands for a card draws instances one by one, so each ball brings its own four corners. */
export function createBalls(opacity: number): Balls {
  const geometry = new BufferGeometry();
  const material = createMaterial(opacity);
  const root = new Mesh(geometry, material);
  root.frustumCulled = false;
  let highlighted: readonly number[] = [];
  let count = -1;

  function highlight(indices: readonly number[]): void {
    highlighted = indices;
    const rings = new Float32Array(Math.max(0, count));
    for (const index of indices) if (index < count) rings[index] = 1;
    fill(geometry, 'ring', rings);
  }
  return {
    root,
    highlight,
    set(coordinates, radii, colors, sceneRadius) {
      if (coordinates.length !== count) {
        count = coordinates.length;
        allocate(geometry, count);
      }
      fill(geometry, 'centre', coordinates.flat());
      fill(geometry, 'radius', radii);
      fill(
        geometry,
        'tint',
        colors.flatMap((color) => parseColor(color).map((part) => part / 255)),
      );
      material.uniforms.rimWidth.value = RIM * sceneRadius;
      material.uniforms.ringWidth.value = HIGHLIGHT_RING * sceneRadius;
      highlight(highlighted);
    },
    setTheme({ background, foreground }) {
      setColor(material.uniforms.background.value as Color, background);
      setColor(material.uniforms.foreground.value as Color, foreground);
    },
    setHaze(near, far) {
      (material.uniforms.haze.value as Vector2).set(near, far);
    },
  };
}

/** Room for so many balls; the card keeps buffers by their size, so the old ones are given back. */
function allocate(geometry: BufferGeometry, count: number): void {
  geometry.dispose();
  const balls = Array.from({ length: count }, (_, ball) => ball);
  geometry.setIndex(balls.flatMap((ball) => TRIANGLES.map((corner) => 4 * ball + corner)));
  geometry.setAttribute(
    'corner',
    new Float32BufferAttribute(
      balls.flatMap(() => CORNERS),
      2,
    ),
  );
  for (const [name, width] of Object.entries(WIDTHS)) {
    const attribute = new Float32BufferAttribute(new Float32Array(4 * count * width), width);
    geometry.setAttribute(name, attribute.setUsage(DynamicDrawUsage));
  }
}

/** The same numbers for each of a ball's corners. */
function fill(geometry: BufferGeometry, name: Name, values: ArrayLike<number>): void {
  if (!geometry.hasAttribute(name)) return;
  const attribute = geometry.getAttribute(name);
  const width = WIDTHS[name];
  for (let k = 0; k < attribute.array.length; k++)
    attribute.array[k] = values[Math.floor(k / (4 * width)) * width + (k % width)];
  attribute.needsUpdate = true;
}

/** Colours go to the screen as the stylesheet has them, without a change of colour space. */
function setColor(color: Color, css: string): void {
  const [red, green, blue] = parseColor(css);
  color.setRGB(red / 255, green / 255, blue / 255);
}

function createMaterial(opacity: number): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: opacity < 1,
    depthWrite: opacity === 1,
    uniforms: {
      opacity: { value: opacity },
      rimWidth: { value: 0 },
      ringWidth: { value: 0 },
      haze: { value: new Vector2(1, 10) },
      background: { value: new Color() },
      foreground: { value: new Color() },
    },
  });
}

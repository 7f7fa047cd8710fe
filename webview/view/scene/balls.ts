/**
 * Thousands of shaded balls in one draw call: each is a square turned to the viewer on which the card paints a ball,
 * with a rim in the background's colour that parts it from what lies behind, and a ring when it is highlighted.
 */
import {
  Color,
  DynamicDrawUsage,
  GLSL3,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  Vector2 as Pair,
  PlaneGeometry,
  ShaderMaterial,
  type Vector2,
} from 'three';
import { parseColor, type Theme } from '../theme';
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

export function createBalls(opacity: number): Balls {
  const geometry = new InstancedBufferGeometry();
  const square = new PlaneGeometry(2, 2);
  geometry.index = square.index;
  geometry.setAttribute('position', square.getAttribute('position'));
  geometry.instanceCount = 0;
  const material = createMaterial(opacity);
  const root = new Mesh(geometry, material);
  root.frustumCulled = false;
  let highlighted: readonly number[] = [];
  let count = 0;

  function highlight(indices: readonly number[]): void {
    highlighted = indices;
    const ring = geometry.getAttribute('ring');
    if (!(ring instanceof InstancedBufferAttribute)) return;
    ring.array.fill(0);
    for (const index of indices) if (index < count) ring.array[index] = 1;
    ring.needsUpdate = true;
  }
  return {
    root,
    highlight,
    set(coordinates, radii, colors, sceneRadius) {
      if (coordinates.length !== count) {
        // The card keeps buffers by their size.
        geometry.dispose();
        for (const [name, width] of Object.entries({ centre: 3, radius: 1, tint: 3, ring: 1 })) {
          const attribute = new InstancedBufferAttribute(new Float32Array(coordinates.length * width), width);
          geometry.setAttribute(name, attribute.setUsage(DynamicDrawUsage));
        }
        count = coordinates.length;
      }
      fill(geometry, 'centre', coordinates);
      fill(
        geometry,
        'radius',
        radii.map((radius) => [radius]),
      );
      fill(
        geometry,
        'tint',
        colors.map((color) => parseColor(color).map((part) => part / 255)),
      );
      geometry.instanceCount = count;
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

function fill(geometry: InstancedBufferGeometry, name: string, values: readonly (readonly number[])[]): void {
  const attribute = geometry.getAttribute(name);
  values.forEach((value, index) => {
    attribute.array.set(value, index * attribute.itemSize);
  });
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
      haze: { value: new Pair(1, 10) },
      background: { value: new Color() },
      foreground: { value: new Color() },
    },
  });
}

const VERTEX = /* glsl */ `
in vec3 centre;
in float radius;
in vec3 tint;
in float ring;
uniform float rimWidth;
uniform float ringWidth;
out vec2 at;
flat out float ballRadius;
flat out float edge;
flat out float isRinged;
flat out vec3 ballColor;
flat out float viewZ;
flat out vec2 depthTerms;

void main() {
  vec4 seen = modelViewMatrix * vec4(centre, 1.0);
  edge = radius + ring * ringWidth + rimWidth;
  at = position.xy * edge;
  ballRadius = radius;
  isRinged = ring;
  ballColor = tint;
  viewZ = seen.z;
  depthTerms = vec2(projectionMatrix[2][2], projectionMatrix[3][2]);
  gl_Position = radius > 0.0 ? projectionMatrix * (seen + vec4(at, 0.0, 0.0)) : vec4(2.0, 2.0, 2.0, 1.0);
}
`;

/** The light comes over the viewer's left shoulder, wherever the camera goes. */
const FRAGMENT = /* glsl */ `
precision highp float;
in vec2 at;
flat in float ballRadius;
flat in float edge;
flat in float isRinged;
flat in vec3 ballColor;
flat in float viewZ;
flat in vec2 depthTerms;
uniform float opacity;
uniform float ringWidth;
uniform vec2 haze;
uniform vec3 background;
uniform vec3 foreground;
out vec4 painted;

const vec3 LIGHT = normalize(vec3(-1.0, 1.4, 2.0));

void main() {
  float distance = length(at);
  if (distance > edge) discard;
  float pixel = fwidth(distance);
  vec2 across = at / ballRadius;
  float height = sqrt(max(0.0, 1.0 - dot(across, across)));
  float light = 0.70 + 0.40 * max(0.0, dot(vec3(across, height), LIGHT));
  float fade = smoothstep(haze.x, haze.y, -viewZ);
  vec3 ball = mix(min(vec3(1.0), ballColor * light), background, fade);
  float ringEnd = ballRadius + isRinged * ringWidth;
  vec3 around = mix(background, foreground, isRinged * (1.0 - smoothstep(ringEnd - pixel, ringEnd, distance)));
  float inBall = 1.0 - smoothstep(ballRadius - pixel, ballRadius, distance);
  if (opacity < 1.0 && inBall <= 0.0) discard;
  painted = vec4(mix(around, ball, inBall), opacity < 1.0 ? opacity * inBall : 1.0);
  float z = viewZ + ballRadius * height;
  float depth = 0.5 + 0.5 * (depthTerms.x * z + depthTerms.y) / -z;
  // What is pointed at is seen, whatever stands before it.
  gl_FragDepth = clamp(isRinged > 0.5 ? depth * 0.01 : depth, 0.0, 1.0);
}
`;

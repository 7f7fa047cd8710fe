/**
 * What the card computes for each ball: a square turned to the viewer, shaded as a ball that is as deep as it is wide,
 * with the rim and the ring around it.
 */

export const VERTEX = /* glsl */ `
in vec2 corner;
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
  at = corner * edge;
  ballRadius = radius;
  isRinged = ring;
  ballColor = tint;
  viewZ = seen.z;
  depthTerms = vec2(projectionMatrix[2][2], projectionMatrix[3][2]);
  gl_Position = radius > 0.0 ? projectionMatrix * (seen + vec4(at, 0.0, 0.0)) : vec4(2.0, 2.0, 2.0, 1.0);
}
`;

/** The light comes over the viewer's left shoulder, wherever the camera goes. */
export const FRAGMENT = /* glsl */ `
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

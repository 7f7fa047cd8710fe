/** Draws the 3D picture with WebGL. */
import { type Camera, Color, Fog, Scene, WebGLRenderer } from 'three';
import { createBackdrop } from './backdrop';
import { createPointCloud } from './pointCloud';
import type { ScenePainter } from './scenePainter';
import { hazeRange } from './viewpoint';

/** Throws where the browser gives no WebGL. */
export function createWebglPainter(canvas: HTMLCanvasElement, camera: Camera): ScenePainter {
  const renderer = new WebGLRenderer({ canvas, antialias: true });
  const scene = new Scene();
  const fog = new Fog(new Color(), 1, 10);
  const backdrop = createBackdrop();
  const cloud = createPointCloud();
  let radius = 1;
  scene.fog = fog;
  scene.add(backdrop.root, cloud.root, camera);
  return {
    setModel(model) {
      radius = model.radius;
      for (const part of [backdrop, cloud]) part.setModel(model);
    },
    highlight: cloud.highlight,
    setTheme(theme) {
      renderer.setClearColor(theme.background);
      fog.color.set(theme.background);
      for (const part of [backdrop, cloud]) part.setTheme(theme);
    },
    resize({ width, height }, pixelRatio) {
      renderer.setPixelRatio(pixelRatio);
      renderer.setSize(width, height, false);
    },
    draw(eye) {
      const { near, far } = hazeRange(Math.hypot(...eye), radius);
      Object.assign(fog, { near, far });
      cloud.setHaze(near, far);
      backdrop.face(camera);
      renderer.render(scene, camera);
    },
  };
}

/** Light and depth of the 3D picture: points are shaded as balls, and what lies behind is paler. */
import { AmbientLight, type Camera, Color, DirectionalLight, Fog, type Scene } from 'three';

/** Together they show a colour of the palette nearly as it is where the light falls straight. */
const AMBIENT = 0.72 * Math.PI;
const DIRECT = 0.42 * Math.PI;

/** The light comes over the viewer's left shoulder, wherever the camera goes. */
export function addLights(camera: Camera): void {
  const direct = new DirectionalLight('#ffffff', DIRECT);
  direct.position.set(-1, 1.4, 2);
  camera.add(new AmbientLight('#ffffff', AMBIENT), direct, direct.target);
}

/** The back of a ball of this radius fades to the background, but stays visible. */
export function setFog(scene: Scene, camera: Camera, radius: number): void {
  const distance = camera.position.length();
  const near = distance - 0.9 * radius;
  const far = distance + 2.6 * radius;
  if (scene.fog instanceof Fog) {
    scene.fog.near = near;
    scene.fog.far = far;
  }
}

export function setFogColor(scene: Scene, background: string): void {
  if (scene.fog instanceof Fog) scene.fog.color.set(background);
  else scene.fog = new Fog(new Color(background), 1, 10);
}

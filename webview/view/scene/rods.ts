/** Straight rods between two places in one draw call: lines would be one pixel wide whatever the screen. */
import {
  Color,
  CylinderGeometry,
  InstancedMesh,
  Matrix4,
  MeshBasicMaterial,
  Quaternion,
  SRGBColorSpace,
  Vector3,
} from 'three';
import type { Point } from './orientation';

export interface Rod {
  readonly from: Point;
  readonly to: Point;
  readonly color: string;
  readonly radius: number;
}

const UPWARDS = new Vector3(0, 1, 0);

/** The caller disposes it. */
export function createRods(rods: readonly Rod[]): InstancedMesh {
  const geometry = new CylinderGeometry(1, 1, 1, 8, 1, true).translate(0, 0.5, 0);
  const mesh = new InstancedMesh(geometry, new MeshBasicMaterial(), rods.length);
  mesh.frustumCulled = false;
  const [matrix, turn, color] = [new Matrix4(), new Quaternion(), new Color()];
  rods.forEach(({ from, to, color: css, radius }, index) => {
    const start = new Vector3(...from);
    const way = new Vector3(...to).sub(start);
    const length = way.length();
    if (length > 0) turn.setFromUnitVectors(UPWARDS, way.divideScalar(length));
    matrix.compose(start, turn, new Vector3(radius, length, radius));
    mesh.setMatrixAt(index, matrix);
    mesh.setColorAt(index, color.setStyle(css, SRGBColorSpace));
  });
  return mesh;
}

export function disposeRods(mesh: InstancedMesh): void {
  mesh.geometry.dispose();
  if (mesh.material instanceof MeshBasicMaterial) mesh.material.dispose();
  mesh.dispose();
}

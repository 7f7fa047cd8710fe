/** The points of the 3D picture as shaded balls, each with a thin rim that parts it from what lies behind. */
import {
  BackSide,
  BufferGeometry,
  Color,
  CylinderGeometry,
  Group,
  InstancedMesh,
  Line,
  LineBasicMaterial,
  type Material,
  Matrix4,
  MeshBasicMaterial,
  MeshLambertMaterial,
  type Object3D,
  Quaternion,
  SphereGeometry,
  Vector3,
} from 'three';
import type { Theme } from '../theme';
import type { Point } from './orientation';
import type { SceneModel } from './sceneModel';

/** Of the scene's radius. */
const RIM = 0.006;
const HIGHLIGHT_RIM = 0.018;
const SPOKE_RADIUS = 0.0045;

/** Balls are rounder while there are few. */
const MANY = 60;

export interface PointCloud {
  readonly root: Group;
  setModel(model: SceneModel): void;
  highlight(indices: readonly number[]): void;
  setTheme(theme: Theme): void;
}

export function createPointCloud(): PointCloud {
  const root = new Group();
  const materials = createMaterials();
  let model: SceneModel | null = null;
  let highlighted: readonly number[] = [];

  function rebuild(): void {
    disposeChildren(root);
    if (model === null) return;
    const { length } = model.coordinates;
    const ringed = highlighted.filter((index) => index < length);
    for (const part of [...points(model, materials), ...rings(model, ringed, materials)]) root.add(part);
  }
  return {
    root,
    setModel(next) {
      model = next;
      rebuild();
    },
    highlight(indices) {
      highlighted = indices;
      rebuild();
    },
    setTheme({ background, foreground }) {
      materials.rim.color.set(background);
      materials.ring.color.set(foreground);
      materials.link.color.set(foreground);
    },
  };
}

type Materials = ReturnType<typeof createMaterials>;

function createMaterials() {
  return {
    ball: new MeshLambertMaterial(),
    rim: new MeshBasicMaterial({ side: BackSide }),
    ring: new MeshBasicMaterial({ side: BackSide }),
    ghost: new MeshBasicMaterial({ transparent: true, opacity: 0.28, depthWrite: false }),
    link: new LineBasicMaterial(),
  };
}

function points(model: SceneModel, { ball, rim, ghost }: Materials): Object3D[] {
  const { coordinates, radii, colors, radius, ghosts, spokes } = model;
  const rimRadii = radii.map((r) => r + RIM * radius);
  return [
    balls({ coordinates, radii, colors }, ball),
    balls({ coordinates, radii: rimRadii, colors: null }, rim),
    ...(ghosts ? [balls({ coordinates: ghosts, radii, colors }, ghost)] : []),
    ...(spokes ? [spokesTo(coordinates, colors, SPOKE_RADIUS * radius, ball)] : []),
  ];
}

/** A ring around each of the points, and a line that joins two. */
function rings(
  { coordinates, radii, radius }: SceneModel,
  indices: readonly number[],
  { ring, link }: Materials,
): Object3D[] {
  if (indices.length === 0) return [];
  const ringed = indices.map((index) => coordinates[index]);
  const ringRadii = indices.map((index) => radii[index] + HIGHLIGHT_RIM * radius);
  const around = balls({ coordinates: ringed, radii: ringRadii, colors: null }, ring);
  if (indices.length < 2) return [around];
  const ends = ringed.map((point) => new Vector3(...point));
  return [around, new Line(new BufferGeometry().setFromPoints(ends), link)];
}

interface Balls {
  readonly coordinates: readonly Point[];
  readonly radii: readonly number[];
  readonly colors: readonly string[] | null;
}

function balls({ coordinates, radii, colors }: Balls, material: Material): InstancedMesh {
  const geometry = coordinates.length > MANY ? new SphereGeometry(1, 16, 12) : new SphereGeometry(1, 40, 24);
  const mesh = new InstancedMesh(geometry, material, coordinates.length);
  const matrix = new Matrix4();
  const color = new Color();
  coordinates.forEach((point, index) => {
    matrix.makeScale(radii[index], radii[index], radii[index]).setPosition(...point);
    mesh.setMatrixAt(index, matrix);
    if (colors) mesh.setColorAt(index, color.set(colors[index]));
  });
  return mesh;
}

/** Thin rods from the origin; lines would be one pixel wide whatever the screen. */
function spokesTo(
  coordinates: readonly Point[],
  colors: readonly string[],
  thickness: number,
  material: Material,
): InstancedMesh {
  const geometry = new CylinderGeometry(1, 1, 1, 8, 1, true).translate(0, 0.5, 0);
  const mesh = new InstancedMesh(geometry, material, coordinates.length);
  const matrix = new Matrix4();
  const turn = new Quaternion();
  const upwards = new Vector3(0, 1, 0);
  coordinates.forEach((point, index) => {
    const end = new Vector3(...point);
    const length = end.length();
    if (length > 0) turn.setFromUnitVectors(upwards, end.clone().normalize());
    matrix.compose(new Vector3(), turn, new Vector3(thickness, length, thickness));
    mesh.setMatrixAt(index, matrix);
    mesh.setColorAt(index, new Color(colors[index]));
  });
  return mesh;
}

/** The materials stay: they are shared by all rebuilt children. */
function disposeChildren(root: Group): void {
  for (const child of [...root.children]) {
    root.remove(child);
    if (child instanceof InstancedMesh) child.dispose();
    if (child instanceof InstancedMesh || child instanceof Line) child.geometry.dispose();
  }
}

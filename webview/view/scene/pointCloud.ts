/** The points of the 3D picture with the lines between them. */
import { BufferGeometry, Group, type InstancedMesh, Line, LineBasicMaterial, Vector3 } from 'three';
import type { Theme } from '../theme';
import { createBalls } from './balls';
import { createRods, disposeRods, type Rod } from './rods';
import { edgeRadius, GHOST_OPACITY, SPOKE_RADIUS } from './sceneMeasures';
import type { SceneModel } from './sceneModel';

export interface PointCloud {
  readonly root: Group;
  setModel(model: SceneModel): void;
  highlight(indices: readonly number[]): void;
  setTheme(theme: Theme): void;
  setHaze(near: number, far: number): void;
}

export function createPointCloud(): PointCloud {
  const root = new Group();
  const balls = createBalls(1);
  const ghosts = createBalls(GHOST_OPACITY);
  const link = new Line(new BufferGeometry(), new LineBasicMaterial());
  link.frustumCulled = false;
  let rods: InstancedMesh | null = null;
  let model: SceneModel | null = null;
  let highlighted: readonly number[] = [];
  root.add(balls.root, ghosts.root, link);

  function linkHighlighted(): void {
    const ends = highlighted.map((index) => model?.coordinates[index]).filter((point) => point !== undefined);
    link.visible = ends.length === 2;
    if (link.visible) link.geometry.setFromPoints(ends.map((point) => new Vector3(...point)));
  }
  function setRods(next: readonly Rod[]): void {
    if (rods !== null) {
      root.remove(rods);
      disposeRods(rods);
    }
    rods = next.length === 0 ? null : createRods(next);
    if (rods !== null) root.add(rods);
  }
  return {
    root,
    setModel(next) {
      model = next;
      const { coordinates, radii, colors, radius } = next;
      balls.set(coordinates, radii, colors, radius);
      ghosts.root.visible = next.ghosts !== null;
      if (next.ghosts !== null) ghosts.set(next.ghosts, radii, colors, radius);
      setRods(rodsOf(next));
      linkHighlighted();
    },
    highlight(indices) {
      highlighted = indices;
      balls.highlight(indices);
      linkHighlighted();
    },
    setTheme(theme) {
      for (const part of [balls, ghosts]) part.setTheme(theme);
      link.material.color.set(theme.foreground);
    },
    setHaze(near, far) {
      for (const part of [balls, ghosts]) part.setHaze(near, far);
    },
  };
}

/** Spokes from the origin, and edges between points that miss their wish. */
function rodsOf({ coordinates, colors, radius, spokes, edges }: SceneModel): Rod[] {
  const fromOrigin = spokes
    ? coordinates.map(
        (to, point): Rod => ({
          from: [0, 0, 0],
          to,
          color: colors[point],
          radius: SPOKE_RADIUS * radius,
        }),
      )
    : [];
  const between = edges.map(
    ({ a, b, color, strength }): Rod => ({
      from: coordinates[a],
      to: coordinates[b],
      color,
      radius: edgeRadius(strength) * radius,
    }),
  );
  return [...fromOrigin, ...between];
}

/** Cosines wished for by a hierarchy of classes: two classes are as similar as the smallest group that holds both. */

/** A class by its index, or a group of them. */
export type HierarchyNode = number | readonly HierarchyNode[];

/** Levels of groups, the root included. */
export function hierarchyDepth(node: HierarchyNode): number {
  return typeof node === 'number' ? 0 : 1 + Math.max(0, ...node.map(hierarchyDepth));
}

/**
 * Formula: s_ij = heights[H − 1 − l] for the deepest group that holds i and j, l levels below the root, H heights.
 * So the last height is for classes that only the whole hierarchy holds together, the first for the innermost groups.
 * Shape: K × K for the K classes of the hierarchy; as many heights as levels. Units: cosine.
 */
export function hierarchyWish(root: HierarchyNode, heights: readonly number[], classes: number): number[][] {
  const wish = Array.from({ length: classes }, (_, i) =>
    Array.from({ length: classes }, (_unused, j): number => (i === j ? 1 : 0)),
  );
  const fill = (node: HierarchyNode, level: number): readonly number[] => {
    if (typeof node === 'number') return [node];
    const parts = node.map((child) => fill(child, level + 1));
    for (const [p, part] of parts.entries())
      for (const other of parts.slice(p + 1))
        for (const i of part)
          for (const j of other) {
            wish[i][j] = heights[heights.length - 1 - level];
            wish[j][i] = wish[i][j];
          }
    return parts.flat();
  };
  fill(root, 0);
  return wish;
}

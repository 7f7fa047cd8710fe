/** How thick and how strong the parts of the 3D picture are, whatever draws them. */

/** Of the scene's radius; the same in every drawing. */
export const RIM = 0.006;
export const HIGHLIGHT_RING = 0.018;
export const SPOKE_RADIUS = 0.0045;
const EDGE_RADIUS = { least: 0.0022, most: 0.0075 };
export const GHOST_OPACITY = 0.28;
/** Shares of the background in the sphere's lines. */
export const LINE_STRENGTH = { faint: 0.24, strong: 0.5, faintHighContrast: 0.5, strongHighContrast: 0.9 };

/** Thicker where a pair misses more. */
export function edgeRadius(strength: number): number {
  return EDGE_RADIUS.least + strength * (EDGE_RADIUS.most - EDGE_RADIUS.least);
}

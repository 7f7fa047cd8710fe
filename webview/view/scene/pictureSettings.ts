/** What the user has chosen to see of a geometry. */

/** Which three axes are drawn: those of largest spread, or those of the span of three points. */
export type Axes =
  | { readonly kind: 'top' }
  | { readonly kind: 'points'; readonly points: readonly [number, number, number] };

/** Unit vectors as their shadows inside the ball, or pushed out to the sphere. */
export type Surface = 'ball' | 'sphere';

export interface PictureSettings {
  readonly axes: Axes;
  readonly surface: Surface;
  /** Whether pairs that miss what is asked for are joined by lines. */
  readonly strain: boolean;
  /** The point that somebody asked to see from the front; a new object for each time. */
  readonly focus: { readonly point: number } | null;
}

export const TOP_AXES: Axes = { kind: 'top' };

export const FIRST_PICTURE: PictureSettings = { axes: TOP_AXES, surface: 'ball', strain: false, focus: null };

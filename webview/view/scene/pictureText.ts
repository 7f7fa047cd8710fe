/** The sentences under the 3D picture: what its axes show, and what each choice leaves out. */
import type { Geometry } from '../../../src/protocol/panelMessages';
import { formatCount, formatSimilarity } from '../numbers';
import { shortName } from './coincidence';
import type { PictureSettings } from './pictureSettings';
import type { Drawing } from './sceneModel';
import { magnifiedText, omittedText, shareText, spreadText } from './sceneText';
import type { Strain } from './strain';

export function pictureText(
  geometry: Geometry,
  settings: PictureSettings,
  drawing: Drawing,
  rank: number | null,
): string {
  return [
    axesText(geometry, drawing, rank),
    surfaceText(geometry, settings, drawing),
    missingText(drawing),
    omittedText(geometry),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

function axesText(geometry: Geometry, { axes, projection }: Drawing, rank: number | null): string {
  if (axes.kind === 'top') return spreadText(geometry, rank);
  const names = [...new Set(axes.points)].map((point) => shortName(geometry.points[point].name));
  const span = names.length < 2 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  const share = `${shareText(projection.explained)} of the spread`;
  if (projection.dimensions === 3) return `Axes through ${span}: ${share}, and these at their true angles.`;
  const noun = projection.dimensions === 1 ? 'dimension' : 'dimensions';
  return `Axes through ${span}, which span only ${projection.dimensions} ${noun}: ${share}.`;
}

/** What unit vectors lose on their way into the picture. */
function surfaceText(
  { onSphere, coordinates }: Geometry,
  { surface }: PictureSettings,
  { placed, projection, axes }: Drawing,
): string | null {
  if (!onSphere) return null;
  if (surface === 'sphere') {
    const atCentre =
      placed.atCentre > 0
        ? ` ${formatCount(placed.atCentre)} ${placed.atCentre === 1 ? 'point has' : 'points have'} no part in these axes and stay${placed.atCentre === 1 ? 's' : ''} at the centre.`
        : '';
    return `Pushed out to the sphere: directions are kept, lengths are not, so points can look farther apart than they are.${atCentre}`;
  }
  if (projection.explained > 0.9999) return null;
  const magnified = magnifiedText({
    coordinates: axes.kind === 'top' ? coordinates : drawnOf(placed),
    onSphere,
  });
  return magnified ?? 'A point inside the ball has the rest of its length on other axes.';
}

function drawnOf({ coordinates }: Drawing['placed']): Geometry['coordinates'] {
  return coordinates.filter((point) => point !== null);
}

function missingText({ placed }: Drawing): string | null {
  const missing = placed.coordinates.filter((point) => point === null).length;
  if (missing === 0) return null;
  const which = missing === 1 ? '1 point is' : `${formatCount(missing)} points are`;
  return `${which} not drawn on these axes: the similarities to the three are not part of the picture.`;
}

/** What the lines say, with their numbers. */
export function strainText({ pairs, failing, compared, endless }: Strain): string {
  const zero =
    endless > 0
      ? ` ${formatCount(endless)} ${endless === 1 ? 'pair' : 'pairs'} of weight zero, asked infinitely far apart, have no strain to draw.`
      : '';
  if (compared === 0) return `No pair is asked to a distance.${zero}`;
  if (failing === 0) return `All ${formatCount(compared)} pairs are where the weights ask for them.${zero}`;
  const drawn = failing > pairs.length ? ` The ${pairs.length} strongest are drawn.` : '';
  return `${formatCount(failing)} of ${formatCount(compared)} pairs miss what is asked for, by up to ${largestText(pairs)}.${drawn}${zero}`;
}

function largestText(pairs: Strain['pairs']): string {
  return formatSimilarity(Math.abs(pairs[0]?.strain ?? 0), 3);
}

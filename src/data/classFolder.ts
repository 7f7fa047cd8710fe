/** Counts the samples of an image folder, one sub-folder a class, from what the disk lists. */
import type { ClassSize, LeftOut } from '../objective/definition';
import { type DataReading, MOST_CLASSES } from './dataReading';

/** One sub-folder with all that lies below it. */
export interface ClassFolder {
  readonly name: string;
  /** Files by their ending in lower case, without the dot; '' for those without one. */
  readonly files: ReadonlyMap<string, number>;
}

/** What torchvision takes for pictures, and what medical and newer cameras write. */
export const PICTURES: readonly string[] = [
  ...['jpg', 'jpeg', 'png', 'ppm', 'bmp', 'pgm', 'tif', 'tiff', 'webp', 'gif'],
  ...['jp2', 'heic', 'avif', 'dcm', 'nii', 'nii.gz'],
];

/** Names of folders that hold parts of a data set, each with all its classes. */
const SPLITS: ReadonlySet<string> = new Set([
  'train',
  'training',
  'val',
  'valid',
  'validation',
  'dev',
  'test',
  'testing',
]);

/** `endings` are those of files that are samples; null for pictures. */
export function classesOfFolders(
  folders: readonly ClassFolder[],
  endings: readonly string[] | null,
): DataReading {
  const unreadable = (because: string): DataReading => ({ kind: 'unreadable', because });
  if (folders.length === 0) return unreadable('it has no sub-folders, and each stands for a class');
  if (folders.length > MOST_CLASSES)
    return unreadable(`it has ${folders.length} sub-folders, and the limit is ${MOST_CLASSES}`);
  if (folders.every(({ name }) => SPLITS.has(name.toLowerCase())))
    return unreadable(
      `its sub-folders (${folders.map(({ name }) => name).join(', ')}) are parts of a data set, not classes. Name one of them`,
    );
  const wanted = new Set(endings ?? PICTURES);
  const sizes = folders.map(({ name, files }): ClassSize => {
    const counts = [...files].filter(([ending]) => wanted.has(ending)).map(([, count]) => count);
    return { name, count: counts.reduce((sum, count) => sum + count, 0) };
  });
  const classes = sizes.filter(({ count }) => count > 0);
  if (classes.length === 0) return unreadable(noSamples(folders, endings));
  const all = folders.flatMap(({ files }) => [...files.values()]).reduce((sum, count) => sum + count, 0);
  const counted = classes.reduce((sum, { count }) => sum + count, 0);
  const leftOut: LeftOut[] =
    all === counted
      ? []
      : [{ kind: 'filtered', because: endings ? 'of another ending' : 'no pictures', rows: all - counted }];
  return {
    kind: 'classes',
    classes,
    summary: { read: all, columnNames: [], leftOut, distinct: classes.length },
  };
}

function noSamples(folders: readonly ClassFolder[], endings: readonly string[] | null): string {
  const totals = new Map<string, number>();
  for (const { files } of folders)
    for (const [ending, count] of files) totals.set(ending, (totals.get(ending) ?? 0) + count);
  const [most] = [...totals].sort(([, a], [, b]) => b - a);
  const sought = endings === null ? 'pictures' : `files that end in .${endings.join(' or .')}`;
  if (most === undefined) return `its sub-folders hold no ${sought}: they are empty`;
  const [ending] = most;
  const shown = ending === '' ? 'have no ending' : `end in .${ending}`;
  return `its sub-folders hold no ${sought}: most files in them ${shown}${ending === '' ? '' : `. If these are the samples, add \`ending: ${ending}\``}`;
}

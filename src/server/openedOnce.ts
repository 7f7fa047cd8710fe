/** Opens each data file once, for as long as a scan goes on: many files name the same others. */
import type { DataFile, OpenDataFile } from '../data/dataFile';

export function openedOnce(open: OpenDataFile): OpenDataFile {
  const opened = new Map<string, Promise<DataFile>>();
  return (path) => {
    const known = opened.get(path) ?? open(path);
    opened.set(path, known);
    return known;
  };
}

/** What changed on the disk at one time, as those ask who depend on other files: a checkout changes thousands at once. */

export interface ChangedFiles {
  /** Whether a file, a folder around it or, of a folder, anything in it is among what changed. */
  touch(uri: string): boolean;
}

export function changedFiles(uris: readonly string[]): ChangedFiles {
  const changed = new Set(uris);
  const around = new Set(uris.flatMap(withFolders));
  return { touch: (uri) => around.has(uri) || withFolders(uri).some((folder) => changed.has(folder)) };
}

/** The address and those of all folders that it lies in. */
function withFolders(uri: string): string[] {
  const slashes = [...uri.matchAll(/\//g)].map(({ index }) => index);
  return [uri, ...slashes.map((at) => uri.slice(0, at))];
}

/**
 * Closed files in which no objective was found, with the files that they name: a script that a command runs, a module with
 * the class that a config names. Once one of those appears or changes, there may be an objective after all.
 */
import type { ChangedFiles } from './changedFiles';
import { uriBelow } from './uris';

export interface EmptyFiles {
  /** `paths` below the root are what the file was read with. */
  saw(uri: string, rootUri: string, paths: readonly string[]): void;
  /** Those that have to be read again; they are forgotten until they are seen again. */
  take(changed: ChangedFiles): string[];
  forget(uri: string): void;
}

export function createEmptyFiles(): EmptyFiles {
  const named = new Map<string, readonly string[]>();
  return {
    saw(uri, rootUri, paths) {
      if (paths.length === 0) named.delete(uri);
      else
        named.set(
          uri,
          paths.map((path) => uriBelow(rootUri, path)),
        );
    },
    take(changed) {
      const taken = [...named].flatMap(([uri, files]) => (files.some(changed.touch) ? [uri] : []));
      for (const uri of taken) named.delete(uri);
      return taken;
    },
    forget: (uri) => void named.delete(uri),
  };
}

/** The editor's own settings about what is searched: whoever hides files from the editor does not want findings in them. */
import * as v from 'valibot';
import type { SearchRules } from '../data/searchedPaths';

/** The sections, as a client is asked for them, in the order of `decodeEditorSearch`. */
export const EDITOR_SEARCH_SECTIONS = ['files.exclude', 'search.exclude', 'search.useIgnoreFiles'] as const;

export const DEFAULT_SEARCH: SearchRules = { exclude: [], ignoreFiles: true };

const section = v.record(v.string(), v.unknown());

/** Longer globs are no one's; compiling them could take for ever. */
const LONGEST_GLOB = 1000;

/**
 * Globs that are switched on; one that hides a file only beside another one hides nothing here. An editor that knows
 * no such settings answers with null.
 */
export function decodeEditorSearch([files, search, useIgnoreFiles]: readonly unknown[]): SearchRules {
  const globs = [files, search].flatMap((given) =>
    v.is(section, given) ? Object.keys(given).filter((glob) => given[glob] === true) : [],
  );
  return {
    exclude: globs.filter((glob) => glob !== '' && glob.length <= LONGEST_GLOB),
    ignoreFiles: useIgnoreFiles !== false,
  };
}

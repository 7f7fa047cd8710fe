/** What a scan leaves out: what the project file says, and what the editor itself hides from its user. */
import type { SearchRules } from '../data/searchedPaths';
import type { Projects } from './projects';
import type { SettingsStore } from './settingsStore';

/** The rules for a workspace root, as they are now. */
export type SearchRulesOf = (rootUri: string) => Promise<SearchRules>;

export function createSearchRules(projects: Projects, settings: SettingsStore): SearchRulesOf {
  return async (rootUri) => {
    const [project, { search }] = await Promise.all([projects.of(rootUri), settings.known()]);
    return { exclude: [...project.exclude, ...search.exclude], ignoreFiles: search.ignoreFiles };
  };
}

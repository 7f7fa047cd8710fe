/** The user's settings as the server reads them: one wrong entry costs that entry, with a line in the log. */
import * as v from 'valibot';
import type { SearchRules } from '../data/searchedPaths';
import { LARGEST_DATA_FILE } from '../language/dataFiles';
import type { Severity, SeveritySetting } from '../language/finding';
import type { Settings } from '../language/languageService';
import { DEFAULT_SEARCH } from './editorSearch';

export const SETTINGS_SECTION = 'objectiveLens';

export type Scope = 'workspace' | 'openFiles';

export interface ServerSettings extends Settings {
  readonly codeLens: boolean;
  /** Whether findings of closed files are shown too. */
  readonly scope: Scope;
  /** What the editor itself leaves out when it searches the workspace. */
  readonly search: SearchRules;
}

export const DEFAULT_SETTINGS: ServerSettings = {
  severity: {},
  codeLens: true,
  scope: 'workspace',
  search: DEFAULT_SEARCH,
  largestDataFile: LARGEST_DATA_FILE,
};

const severities: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'off'];
const section = v.record(v.string(), v.unknown());

/** The section `objectiveLens` as an editor sends it, nested or not; `search` comes from the editor's own sections. */
export function decodeSettings(
  value: unknown,
  search: SearchRules = DEFAULT_SEARCH,
): { settings: ServerSettings; problems: string[] } {
  const problems: string[] = [];
  const entries = v.is(section, value) ? value : {};
  const pick = <T>(name: string, given: unknown, allowed: readonly T[], fallback: T): T => {
    if (given === undefined || given === null) return fallback;
    const found = allowed.find((option) => option === given);
    if (found !== undefined) return found;
    problems.push(
      `Setting ${SETTINGS_SECTION}.${name} is ${JSON.stringify(given)}, but must be one of ${allowed.join(', ')}.`,
    );
    return fallback;
  };
  const severity: Record<string, SeveritySetting> = {};
  for (const [rule, given] of Object.entries(v.is(section, entries.severity) ? entries.severity : {})) {
    const chosen = pick<SeveritySetting | null>(`severity.${rule}`, given, severities, null);
    if (chosen !== null) severity[rule] = chosen;
  }
  const largest = v.is(section, entries.data) ? entries.data.largestFile : entries['data.largestFile'];
  const lens = v.is(section, entries.codeLens) ? entries.codeLens.enabled : entries['codeLens.enabled'];
  return {
    settings: {
      severity,
      codeLens: pick('codeLens.enabled', lens, [true, false], DEFAULT_SETTINGS.codeLens),
      scope: pick<Scope>('scope', entries.scope, ['workspace', 'openFiles'], DEFAULT_SETTINGS.scope),
      search,
      largestDataFile: largestFile(largest, problems),
    },
    problems,
  };
}

/** Bytes; the setting counts megabytes. */
function largestFile(given: unknown, problems: string[]): number {
  if (given === undefined || given === null) return LARGEST_DATA_FILE;
  if (typeof given === 'number' && given > 0) return 1e6 * given;
  problems.push(
    `Setting ${SETTINGS_SECTION}.data.largestFile is ${JSON.stringify(given)}, but must be a number of megabytes above 0.`,
  );
  return LARGEST_DATA_FILE;
}

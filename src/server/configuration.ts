/** Asks the editor for the user's settings and hears of their changes, in whichever of the two ways it knows. */
import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures';
import { decodeEditorSearch, EDITOR_SEARCH_SECTIONS } from './editorSearch';
import type { Log } from './host';
import { decodeSettings, SETTINGS_SECTION, type ServerSettings } from './settings';

export interface Configuration {
  /** The settings as they are now; `pushed` are those that came with a change notification. */
  read(pushed: unknown): Promise<ServerSettings>;
  watch(): Promise<unknown>;
}

export function createConfiguration(
  connection: Connection,
  features: ClientFeatures,
  log: Log,
): Configuration {
  return {
    async read(pushed) {
      const [own, ...search] = features.configuration
        ? await connection.workspace.getConfiguration(SECTIONS.map((name) => ({ section: name })))
        : SECTIONS.map((name) => section(pushed, name));
      const { settings, problems } = decodeSettings(own, decodeEditorSearch(search));
      for (const problem of problems) log.warn(problem);
      return settings;
    },
    watch: () =>
      features.configurationChanges
        ? connection.client.register(DidChangeConfigurationNotification.type, { section: SECTIONS })
        : Promise.resolve(),
  };
}

const SECTIONS = [SETTINGS_SECTION, ...EDITOR_SEARCH_SECTIONS];

/** The part under a dotted name; undefined where there is none. */
function section(pushed: unknown, name: string): unknown {
  let part = pushed;
  for (const word of name.split('.')) {
    if (typeof part !== 'object' || part === null) return undefined;
    part = Object.entries(part).find(([key]) => key === word)?.[1];
  }
  return part;
}

/** Asks the editor for the user's settings and hears of their changes, in whichever of the two ways it knows. */
import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures';
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
      const { settings, problems } = decodeSettings(
        features.configuration
          ? await connection.workspace.getConfiguration(SETTINGS_SECTION)
          : section(pushed),
      );
      for (const problem of problems) log.warn(problem);
      return settings;
    },
    watch: () =>
      features.configurationChanges
        ? connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION })
        : Promise.resolve(),
  };
}

function section(pushed: unknown): unknown {
  if (typeof pushed !== 'object' || pushed === null || !(SETTINGS_SECTION in pushed)) return undefined;
  return pushed[SETTINGS_SECTION];
}

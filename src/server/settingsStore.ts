/** The settings in force, and the promise of the first ones: no analysis starts before they are known. */
import type { Configuration } from './configuration';
import { DEFAULT_SETTINGS, type ServerSettings } from './settings';

export interface SettingsStore {
  now(): ServerSettings;
  /** Waits for the first settings, so that no finding flashes that they switch off. */
  known(): Promise<ServerSettings>;
  /** Reads them anew; `pushed` are those that came with a change notification. */
  load(pushed: unknown): Promise<void>;
}

export function createSettingsStore(configuration: Configuration): SettingsStore {
  let settings = DEFAULT_SETTINGS;
  let firstAreKnown: () => void = () => undefined;
  const first = new Promise<void>((resolve) => {
    firstAreKnown = resolve;
  });
  return {
    now: () => settings,
    known: () => first.then(() => settings),
    async load(pushed) {
      try {
        settings = await configuration.read(pushed);
      } finally {
        // An editor that fails to answer must not keep documents waiting: they get the defaults. Those that wait are told
        // only after the assignment, or they would take the defaults from under it.
        firstAreKnown();
      }
    },
  };
}

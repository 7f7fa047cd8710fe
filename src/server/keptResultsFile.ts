/** Carries kept results from one session of the editor to the next, where it offers a folder for that. */
import * as v from 'valibot';
import type { Log, ServerHost, Storage } from './host';
import type { KeptResults, KeptState } from './keptResults';

export interface KeptResultsFile {
  /** Settles when what the last session kept is there; never rejects. */
  readonly loaded: Promise<void>;
  /** Writes what was learned since the last time. */
  save(): Promise<void>;
}

interface Needs {
  readonly host: Pick<ServerHost, 'build' | 'storage'>;
  readonly log: Pick<Log, 'warn'>;
}

/** Name of the file in the editor's folder. */
const FILE = 'results.bin';

/** What the file holds. Results of another build may be wrong now, and of another form: they are of no use. */
const stored = v.object({ build: v.string(), state: v.custom<KeptState>(isState) });

/** The checksum has told that the rest is what the same build wrote. */
function isState(value: unknown): boolean {
  return v.is(v.object({ hashes: v.array(v.unknown()), results: v.array(v.unknown()) }), value);
}

/** `folderUri` is null where the editor offers none. */
export function openKeptResults(
  kept: KeptResults,
  folderUri: string | null,
  { host, log }: Needs,
): KeptResultsFile {
  if (folderUri === null) return { loaded: Promise.resolve(), save: () => Promise.resolve() };
  const storage = host.storage(folderUri, FILE);
  let saved = kept.revision;
  let saving = Promise.resolve();
  const save = async () => {
    if (kept.revision === saved) return;
    saved = kept.revision;
    const problem = await storage.write({ build: await host.build, state: kept.state() });
    if (problem !== null) log.warn(`Results are not kept for the next session: ${problem}`);
  };
  return {
    loaded: load(kept, storage, host.build),
    save() {
      saving = saving.then(save);
      return saving;
    },
  };
}

/** Whatever is not to be read is computed again, and written anew after the next scan. */
async function load(kept: KeptResults, storage: Storage, build: Promise<string>): Promise<void> {
  const [found, present] = await Promise.all([storage.read(), build]);
  if (v.is(stored, found) && found.build === present) kept.restore(found.state);
}

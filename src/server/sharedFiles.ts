/** Data files and modules as a scan sees them: opened once while it goes on, since many files name the same others. */
import type { DataFile, OpenDataFile } from '../data/dataFile';
import type { ServerHost } from './host';

export interface SharedFiles {
  of(rootUri: string): OpenDataFile;
  /** From now on each file is opened once. */
  begin(): void;
  end(): void;
  /** Something changed on the disk: what was opened before may have been something else. */
  changed(): void;
}

export function createSharedFiles(host: Pick<ServerHost, 'dataFiles'>): SharedFiles {
  let scans = 0;
  let opened = new Map<string, Promise<DataFile>>();
  const forget = () => {
    opened = new Map();
  };
  return {
    of(rootUri) {
      const open = host.dataFiles(rootUri);
      return (path) => {
        if (scans === 0) return open(path);
        const key = `${rootUri} ${path}`;
        const known = opened.get(key) ?? open(path);
        opened.set(key, known);
        return known;
      };
    },
    begin() {
      scans++;
      forget();
    },
    end() {
      scans--;
      forget();
    },
    changed: forget,
  };
}

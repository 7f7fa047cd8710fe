/** What `npm run bench` measures about reading: scans of whole workspaces, and what a keystroke costs. */
export interface LanguageRow {
  readonly name: string;
  /** How it is measured. */
  readonly measure: 'cold-scan' | 'next-scan' | 'next-session' | 'service-keystroke' | 'server-keystroke';
  readonly unit: string;
  readonly sizes: readonly [number, number];
  /** What the second size has to reach; of keystrokes the median, and what 95 of 100 have to reach. */
  readonly target: { readonly seconds: number; readonly megabytes?: number; readonly p95?: number };
}

/** Files: half of them Python of 5 kB, half YAML of 1.25 kB. */
const FILES = { unit: 'files', sizes: [1000, 4000] } as const;
const LINES = { unit: 'lines', sizes: [500, 2000] } as const;

export const LANGUAGE_ROWS: readonly LanguageRow[] = [
  {
    name: 'Workspace scan, the first ever',
    measure: 'cold-scan',
    ...FILES,
    target: { seconds: 1.5, megabytes: 300 },
  },
  {
    name: 'Workspace scan, again in the same session',
    measure: 'next-scan',
    ...FILES,
    target: { seconds: 0.3, megabytes: 300 },
  },
  {
    name: 'Workspace scan, the first of the next session',
    measure: 'next-session',
    ...FILES,
    target: { seconds: 0.3, megabytes: 300 },
  },
  {
    name: 'Keystroke in Python to findings, language service',
    measure: 'service-keystroke',
    ...LINES,
    target: { seconds: 0.02, p95: 0.05 },
  },
  {
    name: 'Keystroke in Python to diagnostics, whole server',
    measure: 'server-keystroke',
    ...LINES,
    target: { seconds: 0.02, p95: 0.05 },
  },
];

/** What `npm run bench` measures about trying other values: from the question to the decoded answer, through the server. */
export interface WhatIfRow {
  readonly name: string;
  /** One value after the other, as a slider asks, wholly or quickly; or verdicts of many values, of which one is timed. */
  readonly measure: 'what-if' | 'passing' | 'verdicts';
  readonly unit: string;
  readonly sizes: readonly [number, number];
  /** What the second size has to reach: the median, and what 95 of 100 have to. */
  readonly target: { readonly seconds: number; readonly p95?: number };
  /** Of an objective file, beside class sizes that fall from 500 to 5. */
  readonly keys: string;
  /** Where the temperatures begin that are tried. */
  readonly temperature: number;
}

const SUPCON = { keys: 'objective: supcon\ndimension: 128', temperature: 0.1 };
const SOFT = { keys: 'objective: soft-supcon\nacross: 0.01\ndimension: 128', temperature: 0.3 };
const FEW = { unit: 'classes', sizes: [5, 20], target: { seconds: 0.03, p95: 0.05 } } as const;
const MANY = { unit: 'classes', sizes: [50, 100], target: { seconds: 0.25 } } as const;

export const WHAT_IF_ROWS: readonly WhatIfRow[] = [
  { name: 'What-if to decoded picture, SupCon', measure: 'what-if', ...FEW, ...SUPCON },
  { name: 'What-if to decoded picture, Soft SupCon', measure: 'what-if', ...FEW, ...SOFT },
  {
    name: 'What-if to decoded picture, SupCon in batches of 256, while values pass',
    measure: 'passing',
    ...FEW,
    ...SUPCON,
    target: { seconds: 0.05, p95: 0.1 },
    keys: `${SUPCON.keys}\nbatch: 256`,
  },
  { name: 'What-if to decoded picture, SupCon, many classes', measure: 'what-if', ...MANY, ...SUPCON },
  { name: 'What-if to decoded picture, Soft SupCon, many classes', measure: 'what-if', ...MANY, ...SOFT },
  {
    name: 'Verdict of one point of a phase picture, SupCon',
    measure: 'verdicts',
    unit: 'classes',
    sizes: [20, 100],
    target: { seconds: 0.1 },
    ...SUPCON,
  },
  {
    name: 'Verdict of one point of a phase picture, Soft SupCon',
    measure: 'verdicts',
    unit: 'classes',
    sizes: [20, 100],
    target: { seconds: 0.1 },
    ...SOFT,
  },
];

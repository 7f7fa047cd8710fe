/** How well names of columns and files fit what an objective needs: for the order in which they are offered. */
import type { BoundKey } from './dataNeed';

/** From what a name says for sure down to what it may say. */
const COLUMNS: Readonly<Record<BoundKey, readonly RegExp[]>> = {
  classes: [
    /^(?:class(?:_?(?:name|label|id))?|label|labels|target|category|diagnosis|dx|species|y)$/,
    /class|label|categor|diagnos|target|species|breed|kind|type/,
  ],
  labels: [
    /^(?:age|ages|label|labels|target|score|y|value|yaw|pitch|angle|dose|time)$/,
    /age|label|target|score|year|angle|dose|severity|weight|height|temperature/,
  ],
  features: [/^(?:features?|embeddings?|vectors?|x)$/, /feat|emb|vec|clip|bert|repr/],
  weights: [/^(?:weights?|similarity|similarities|w)$/, /weight|simil|kernel|affin/],
};

const FILES: Readonly<Record<BoundKey, RegExp>> = {
  classes: /class|label|meta|annot|target|count|index|list/,
  labels: /age|label|meta|annot|target|score/,
  features: /feat|emb|vec|clip|bert|repr/,
  weights: /weight|simil|kernel|affin/,
};

const ENDINGS: Readonly<Record<BoundKey, Readonly<Record<string, number>>>> = {
  classes: { csv: 3, tsv: 3, parquet: 3, pq: 3, json: 1, jsonl: 2, npy: 1, txt: 1, lst: 1 },
  labels: { csv: 3, tsv: 3, parquet: 3, pq: 3, npy: 2, npz: 2, jsonl: 2, json: 1 },
  features: { npy: 5, npz: 5, parquet: 2, pq: 2 },
  weights: { npy: 5, npz: 5 },
};

/** 2 for a name that says it, 1 for one that may, else 0. */
export function columnFit(key: BoundKey, name: string | number | null): number {
  if (typeof name !== 'string') return 0;
  const lower = name.trim().toLowerCase();
  const at = COLUMNS[key].findIndex((pattern) => pattern.test(lower));
  return at < 0 ? 0 : COLUMNS[key].length - at;
}

/** A column that says how many samples a row stands for. */
export const isCountName = (name: string | number | null): name is string =>
  typeof name === 'string' &&
  /^(?:counts?|n|num|number|size|sizes|samples|images|n_?(?:samples|images)|num_?(?:samples|images)|freq(?:uency)?)$/i.test(
    name.trim(),
  );

/** A column that tells the parts of a data set apart. */
export const isSplitName = (name: string | number | null): name is string =>
  typeof name === 'string' &&
  /^(?:split|splits|fold|folds|subset|set|partition|part|phase|stage|usage|is_?train|train|train_?test)$/i.test(
    name.trim(),
  );

export interface CandidateFile {
  /** Below the workspace root. */
  readonly path: string;
  readonly isFolder: boolean;
  /** Names of its columns, as far as they are known. */
  readonly columns: readonly string[];
  /** Whether it cannot be read. */
  readonly isBroken: boolean;
}

export interface Asker {
  readonly key: BoundKey;
  /** The file of the objective, below the workspace root, and what it says. */
  readonly document: string;
  readonly text: string;
}

/** The larger the better: what the program names, what its folder holds, what the names say. */
export function fileFit(
  { path, isFolder, columns, isBroken }: CandidateFile,
  { key, document, text }: Asker,
): number {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [, stem = name, ending = ''] = /^(.+?)\.([^.]*)$/.exec(name) ?? [];
  const lower = name.toLowerCase();
  const named = text.includes(name) ? 12 : stem.length > 3 && text.includes(stem) ? 6 : 0;
  const suited = isFolder ? (key === 'classes' ? 4 : -20) : (ENDINGS[key][ending.toLowerCase()] ?? -3);
  const part = /(?:^|[^a-z])train/.test(path.toLowerCase())
    ? 2
    : /(?:^|[^a-z])(?:val|test|dev)/.test(lower)
      ? -2
      : 0;
  const inColumns = Math.max(0, ...columns.map((column) => columnFit(key, column))) * 3;
  const says = FILES[key].test(lower) ? 3 : 0;
  return named + suited + part + says + inColumns - distance(path, document) - (isBroken ? 100 : 0);
}

/** Folders on the way from one file to another. */
function distance(path: string, document: string): number {
  const [from, to] = [document, path].map((file) => file.split('/').slice(0, -1));
  let shared = 0;
  while (shared < Math.min(from.length, to.length) && from[shared] === to[shared]) shared++;
  return from.length + to.length - 2 * shared;
}

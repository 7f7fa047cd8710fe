/** The questions behind "Bind Data…": which files a workspace has, what one of them holds, and which edit binds it. */
import * as v from 'valibot';
import { count, orNull } from './analysisSchema';
import { type Decoded, decode } from './decode';
import type { Range } from './objectives';
import { range } from './objectiveViewSchema';
import { requestKind } from './requests/requestKind';

/** Command that binds data to an objective; its only argument is the objective's id. */
export const BIND_DATA_COMMAND = 'objectiveLens.bindData';

/** Client to server: one question, `{ name, ask }`; the answer is `{ answer }` or `{ refusedBecause }`. */
export const DATA_QUESTION_REQUEST = 'objectiveLens/dataQuestion';

export interface DataCandidatesAsk {
  readonly id: string;
  /** Whether what `.gitignore` files leave out is looked at too. */
  readonly ignored: boolean;
}

/** What an objective needs, by the key that is written for it. */
export type NeededKey = 'classes' | 'labels' | 'features' | 'weights';

export interface DataCandidate {
  /** Below the workspace root. */
  readonly path: string;
  readonly isFolder: boolean;
  /** Null for a folder, and where the size is not known. */
  readonly bytes: number | null;
  /** Names of its columns, or the number of its sub-folders. */
  readonly columns: readonly string[];
  readonly classes: number | null;
  /** Half a sentence: why it cannot be read. */
  readonly problem: string | null;
}

export interface DataCandidates {
  readonly objective: string;
  readonly key: NeededKey;
  /** The file that the binding will be written to, below the workspace root. */
  readonly target: string;
  readonly candidates: readonly DataCandidate[];
  /** Files that are not among them, because there are very many. */
  readonly left: number;
}

export interface DataColumnsAsk {
  readonly id: string;
  readonly path: string;
}

export interface DataColumn {
  readonly column: string | number | null;
  readonly weight: string | null;
  readonly holds: 'numbers' | 'words' | 'lists' | 'nothing';
  readonly missing: number;
  readonly distinct: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly width: number | null;
  readonly blocks: string;
  readonly problem: string | null;
}

export interface DataFilterView {
  readonly column: string;
  readonly values: readonly { readonly name: string; readonly count: number }[];
}

export interface DataColumns {
  readonly rows: number;
  readonly columns: readonly DataColumn[];
  readonly skipped: number;
  readonly filters: readonly DataFilterView[];
}

export interface DataBindingAsk {
  readonly id: string;
  readonly path: string;
  /** None for all that a row holds; several make one vector of each row. */
  readonly columns: readonly (string | number)[];
  readonly weight: string | null;
  /** How numbers become classes: so many intervals, intervals between edges, or intervals of a width. */
  readonly bins: BoundBins | null;
  readonly where: { readonly column: string; readonly value: string } | null;
}

export type BoundBins = number | readonly number[] | { readonly width: number };

/** One edit, which binds the data. */
export interface DataBindingEdit {
  readonly uri: string;
  /** Of the document that the range is of; null where no editor has opened it. */
  readonly version: number | null;
  readonly isNew: boolean;
  readonly range: Range;
  readonly newText: string;
}

const columnName = v.union([v.string(), v.number()]);
const bins: v.GenericSchema<unknown, BoundBins> = v.union([
  count,
  v.array(v.pipe(v.number(), v.finite())),
  v.object({ width: v.pipe(v.number(), v.finite()) }),
]);
const sized = v.object({ name: v.string(), count });

const candidates = requestKind<DataCandidatesAsk, DataCandidates>(
  v.object({ id: v.string(), ignored: v.boolean() }),
  v.object({
    objective: v.string(),
    key: v.picklist(['classes', 'labels', 'features', 'weights']),
    target: v.string(),
    candidates: v.array(
      v.object({
        path: v.string(),
        isFolder: v.boolean(),
        bytes: v.nullable(count),
        columns: v.array(v.string()),
        classes: v.nullable(count),
        problem: v.nullable(v.string()),
      }),
    ),
    left: count,
  }),
);

const columns = requestKind<DataColumnsAsk, DataColumns>(
  v.object({ id: v.string(), path: v.string() }),
  v.object({
    rows: count,
    columns: v.array(
      v.object({
        column: v.nullable(columnName),
        weight: v.nullable(v.string()),
        holds: v.picklist(['numbers', 'words', 'lists', 'nothing']),
        missing: count,
        distinct: v.nullable(count),
        low: orNull(v.number()),
        high: orNull(v.number()),
        width: v.nullable(count),
        blocks: v.string(),
        problem: v.nullable(v.string()),
      }),
    ),
    skipped: count,
    filters: v.array(v.object({ column: v.string(), values: v.array(sized) })),
  }),
);

const binding = requestKind<DataBindingAsk, DataBindingEdit>(
  v.object({
    id: v.string(),
    path: v.string(),
    columns: v.array(columnName),
    weight: v.nullable(v.string()),
    bins: v.nullable(bins),
    where: v.nullable(v.object({ column: v.string(), value: v.string() })),
  }),
  v.object({
    uri: v.string(),
    version: v.nullable(v.number()),
    isNew: v.boolean(),
    range,
    newText: v.string(),
  }),
);

export const DATA_QUESTIONS = { candidates, columns, binding } as const;

export type DataQuestionName = keyof typeof DATA_QUESTIONS;
type Question<N extends DataQuestionName> = (typeof DATA_QUESTIONS)[N];
export type DataAsk<N extends DataQuestionName> = v.InferOutput<Question<N>['ask']>;
export type DataAnswer<N extends DataQuestionName> = v.InferOutput<Question<N>['answer']>;

export interface DataQuestion {
  readonly name: DataQuestionName;
  readonly ask: unknown;
}

const dataQuestion: v.GenericSchema<unknown, DataQuestion> = v.object({
  name: v.picklist(['candidates', 'columns', 'binding']),
  ask: v.unknown(),
});

export const decodeDataQuestion = (value: unknown): Decoded<DataQuestion> => decode(dataQuestion, value);

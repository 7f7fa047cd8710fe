/** Changed values written to their own places in the source, as one edit that can be undone. */
import * as v from 'valibot';
import type { Range } from '../objectives';
import { range } from '../objectiveViewSchema';
import { type Changes, changes } from './changes';
import { requestKind } from './requestKind';

export interface ApplyAsk {
  readonly id: string;
  readonly changes: Changes;
}

/** Null where the changes are in the file now; else why they cannot be written, and what to edit instead. */
export interface ApplyAnswer {
  readonly refusedBecause: string | null;
}

export const apply = requestKind<ApplyAsk, ApplyAnswer>(
  v.object({ id: v.string(), changes }),
  v.object({ refusedBecause: v.nullable(v.string()) }),
);

export interface SourceEdit {
  readonly uri: string;
  /** Of the document that the range is of; null where no editor has opened it. */
  readonly version: number | null;
  readonly range: Range;
  readonly newText: string;
}

/** What the server answers the extension, which then edits. */
export interface SourceEdits {
  readonly refusedBecause: string | null;
  readonly edits: readonly SourceEdit[];
}

export const sourceEdits = requestKind<ApplyAsk, SourceEdits>(
  v.object({ id: v.string(), changes }),
  v.object({
    refusedBecause: v.nullable(v.string()),
    edits: v.array(
      v.object({ uri: v.string(), version: v.nullable(v.number()), range, newText: v.string() }),
    ),
  }),
);

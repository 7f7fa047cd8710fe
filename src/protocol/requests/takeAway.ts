/** What leaves the panel: files, whose place the user chooses, and the clipboard. */
import * as v from 'valibot';
import { requestKind } from './requestKind';

/** Text, or bytes in base 64. */
export type SavedContent = { readonly text: string } | { readonly base64: string };

export interface SaveAsk {
  /** Proposed to the user, with its ending: `geometry.svg`. */
  readonly name: string;
  readonly content: SavedContent;
  /** Files that the saved one names, for its own folder. */
  readonly beside?: readonly { readonly name: string; readonly content: SavedContent }[];
  /** Shows the file in an editor once it is saved. */
  readonly opens?: boolean;
}

/** Null where the user has chosen no place. */
export interface SaveAnswer {
  readonly savedAs: string | null;
}

const content = v.union([v.object({ text: v.string() }), v.object({ base64: v.string() })]);

export const save = requestKind<SaveAsk, SaveAnswer>(
  v.object({
    name: v.string(),
    content,
    beside: v.exactOptional(v.array(v.object({ name: v.string(), content }))),
    opens: v.exactOptional(v.boolean()),
  }),
  v.object({ savedAs: v.nullable(v.string()) }),
);

export const copy = requestKind<{ readonly text: string }, Record<string, never>>(
  v.object({ text: v.string() }),
  v.strictObject({}),
);

/** What leaves the panel: files, whose place the user chooses, and the clipboard. */
import * as v from 'valibot';
import { requestKind } from './requestKind';

export interface SaveAsk {
  /** Proposed to the user, with its ending: `geometry.svg`. */
  readonly name: string;
  /** Text, or bytes in base 64. */
  readonly content: { readonly text: string } | { readonly base64: string };
}

/** Null where the user has chosen no place. */
export interface SaveAnswer {
  readonly savedAs: string | null;
}

export const save = requestKind<SaveAsk, SaveAnswer>(
  v.object({
    name: v.string(),
    content: v.union([v.object({ text: v.string() }), v.object({ base64: v.string() })]),
  }),
  v.object({ savedAs: v.nullable(v.string()) }),
);

export const copy = requestKind<{ readonly text: string }, Record<string, never>>(
  v.object({ text: v.string() }),
  v.strictObject({}),
);

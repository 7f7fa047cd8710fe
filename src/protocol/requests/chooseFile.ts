/** A file that the user chooses in the editor's dialog, as text. */
import * as v from 'valibot';
import { requestKind } from './requestKind';

export interface ChooseFileAsk {
  readonly title: string;
  /** Without their dots; a file of another ending is refused. */
  readonly endings: readonly string[];
}

export interface ChosenFile {
  readonly name: string;
  readonly text: string;
}

/** Null where the user has chosen none. */
export interface ChooseFileAnswer {
  readonly file: ChosenFile | null;
}

export const chooseFile = requestKind<ChooseFileAsk, ChooseFileAnswer>(
  v.object({ title: v.string(), endings: v.pipe(v.array(v.string()), v.minLength(1)) }),
  v.object({ file: v.nullable(v.object({ name: v.string(), text: v.string() })) }),
);

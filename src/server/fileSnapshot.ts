/** The text of a file that is closed in the editor, with the hash of what the disk held. */
import { TextDocument } from 'vscode-languageserver-textdocument';

export interface FileSnapshot extends TextDocument {
  readonly hash: string;
}

export const isFile = (snapshot: TextDocument): snapshot is FileSnapshot => 'hash' in snapshot;

export function createFileSnapshot(uri: string, text: string, hash: string): FileSnapshot {
  return Object.assign(TextDocument.create(uri, '', 0, text), { hash });
}

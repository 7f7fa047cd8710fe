/** The built server with an open notebook: what it says stands in the cells, and follows them. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BuiltServer, buildServer } from './support/builtServer';
import { Editor } from './support/editor';
import { createFolder, type Folder } from './support/folder';

let built: BuiltServer;
let folder: Folder;
let editor: Editor;
let uri: string;

beforeAll(async () => {
  built = await buildServer();
});
afterAll(() => built.remove());
beforeEach(async () => {
  folder = await createFolder();
  uri = folder.uri('loss.ipynb');
});
afterEach(async () => {
  expect(await editor.stop()).toBe(0);
  await folder.remove();
});

const IMPORT = '%pip install lightly\nfrom lightly.loss import NTXentLoss\n';
const WRONG = '# 🙂\ncriterion = NTXentLoss(-1)';
const cellUri = (name: string) => `vscode-notebook-cell:${uri.slice('file:'.length)}#${name}`;
const cell = (name: string) => ({ kind: 2, document: cellUri(name) });
const document = (name: string, text: string) => ({
  uri: cellUri(name),
  languageId: 'python',
  version: 1,
  text,
});

function start() {
  return Editor.start({ program: built.program, folder: folder.path });
}

function open() {
  return editor.connection.sendNotification('notebookDocument/didOpen', {
    notebookDocument: { uri, notebookType: 'jupyter-notebook', version: 1, cells: [cell('a'), cell('b')] },
    cellTextDocuments: [document('a', IMPORT), document('b', WRONG)],
  });
}

describe('an open notebook', () => {
  it('has its findings, hovers, lenses and objectives in the cells', async () => {
    editor = await start();
    await open();
    const { diagnostics } = await editor.until('cell b is published', () => editor.last(cellUri('b')));
    expect(diagnostics).toMatchObject([
      {
        code: 'invalid-value',
        range: { start: { line: 1, character: 23 }, end: { line: 1, character: 25 } },
      },
    ]);
    expect(editor.last(cellUri('a'))?.diagnostics).toEqual([]);
    await editor.connection.sendNotification('notebookDocument/didChange', {
      notebookDocument: { uri, version: 2 },
      change: {
        cells: {
          textContent: [
            {
              document: { uri: cellUri('b'), version: 2 },
              changes: [{ text: '\n\ncriterion = NTXentLoss(0.5)' }],
            },
          ],
        },
      },
    });
    await editor.until('cell b is mended', () => editor.last(cellUri('b'))?.version === 2);
    expect(editor.last(cellUri('b'))?.diagnostics.map(({ code }) => code)).not.toContain('invalid-value');
    expect(editor.objectives.get(uri)).toMatchObject([
      { uri: cellUri('b'), name: 'criterion', range: { start: { line: 2, character: 12 } } },
    ]);
    expect(await editor.hover(cellUri('b'), 2, 14)).toMatchObject({ range: { start: { line: 2 } } });
    expect(await editor.hover(cellUri('a'), 1, 14)).toBeNull();
    expect(await editor.lenses(cellUri('b'))).toMatchObject([{ range: { start: { line: 2 } } }]);
    expect(await editor.lenses(cellUri('a'))).toEqual([]);
  });

  it('takes findings back with the cell that is deleted, and moves them with cells above', async () => {
    editor = await start();
    await open();
    await editor.until('cell b is published', () => editor.last(cellUri('b')));
    await editor.connection.sendNotification('notebookDocument/didChange', {
      notebookDocument: { uri, version: 2 },
      change: {
        cells: {
          structure: {
            array: { start: 1, deleteCount: 1, cells: [cell('c')] },
            didOpen: [document('c', `\n${WRONG}`)],
            didClose: [{ uri: cellUri('b') }],
          },
        },
      },
    });
    const { diagnostics } = await editor.until('cell c is published', () => editor.last(cellUri('c')));
    expect(diagnostics).toMatchObject([{ range: { start: { line: 2 } } }]);
    expect(editor.last(cellUri('b'))?.diagnostics).toEqual([]);
  });

  it('speaks for its file while it is open, and the file speaks again afterwards', async () => {
    const source = (text: string) => ({ cell_type: 'code', outputs: [], source: text.split(/(?<=\n)/) });
    await folder.write('loss.ipynb', JSON.stringify({ cells: [source(IMPORT), source(WRONG)] }, null, 1));
    editor = await start();
    await editor.until('the file is published', () => editor.last(uri));
    expect(editor.rules(uri)).toEqual(['invalid-value']);
    await open();
    await editor.until('cell b is published', () => editor.last(cellUri('b')));
    expect(editor.rules(cellUri('b'))).toEqual(['invalid-value']);
    await editor.until('the file is silent', () => editor.last(uri)?.diagnostics.length === 0);
    await editor.connection.sendNotification('notebookDocument/didClose', {
      notebookDocument: { uri },
      cellTextDocuments: [{ uri: cellUri('a') }, { uri: cellUri('b') }],
    });
    await editor.until('the cell is silent', () => editor.last(cellUri('b'))?.diagnostics.length === 0);
    await editor.until('the file speaks', () => editor.rules(uri).length === 1);
  });
});

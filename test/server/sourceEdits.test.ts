/** What "Apply to file" and "Write it down" write: a guess as a comment above its loss, beside the other values that were tried. */
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLanguageService } from '../../src/language/createLanguageService';
import type { Changes } from '../../src/protocol/requests/changes';
import { createFileSnapshot } from '../../src/server/fileSnapshot';
import { createNotebookSnapshot } from '../../src/server/notebookSnapshot';
import { editSource } from '../../src/server/sourceEdits';
import { analyzedBy } from '../support/analyzedText';
import { reader } from '../support/pythonReader';

const PROGRAM = `from pytorch_metric_learning.losses import SupConLoss

num_classes = 10


def build():
    return SupConLoss(temperature=0.1)
`;
const GUESS: Changes = { classes: { 'long-tail': { classes: 10, max: 500, factor: 1 } } };
const COMMENT = '    # objective-lens: {classes: {long-tail: {classes: 10, max: 500, factor: 1}}}\n';
const CLOSED = { has: () => false };

async function written(path: string, text: string, changes: Changes) {
  const service = createLanguageService(reader);
  const analysis = await analyzedBy(service, path, text);
  const snapshot = createFileSnapshot(analysis.uri, text, '');
  const asked = { id: '', document: { snapshot, analysis }, objective: analysis.objectives[0] };
  const { refusedBecause, edits } = editSource(service, CLOSED, asked, changes);
  const textEdits = edits.map(({ range, newText }) => ({ range, newText }));
  return { refusedBecause, text: TextDocument.applyEdits(snapshot, textEdits) };
}

describe('a guess', () => {
  const bound = PROGRAM.replace('    return', `${COMMENT}    return`);

  it('alone is written as a comment above its loss', async () => {
    expect(await written('train.py', PROGRAM, GUESS)).toEqual({ refusedBecause: null, text: bound });
  });

  it('is written together with another value that was tried', async () => {
    expect(await written('train.py', PROGRAM, { temperature: 0.3, ...GUESS })).toEqual({
      refusedBecause: null,
      text: bound.replace('temperature=0.1', 'temperature=0.3'),
    });
  });

  it('is found among the changes whatever the order of their keys', async () => {
    const changes = { classes: { 'long-tail': { factor: 1, max: 500, classes: 10 } } };
    expect((await written('train.py', PROGRAM, changes)).text).toBe(bound);
  });

  it('has once been written, the program has the classes that it speaks of', async () => {
    const [{ definition, guess }] = (await analyzedBy(createLanguageService(reader), 'train.py', bound))
      .objectives;
    expect(definition.parameters.classes?.value).toHaveLength(10);
    expect(guess).toBeUndefined();
  });

  it('is not written where another value beside it cannot be, with the reason of that', async () => {
    const { refusedBecause, text } = await written('train.py', PROGRAM, { across: 0.2, ...GUESS });
    expect(refusedBecause).toBe((await written('train.py', PROGRAM, { across: 0.2 })).refusedBecause);
    expect(refusedBecause).not.toBeNull();
    expect(text).toBe(PROGRAM);
  });

  it('is no guess where other classes were tried', async () => {
    const { refusedBecause, text } = await written('train.py', PROGRAM, { classes: [3, 4] });
    expect(refusedBecause).not.toBeNull();
    expect(text).toBe(PROGRAM);
  });

  it('in JSON, which has no comments, comes with the entry of the project file', async () => {
    const config = JSON.stringify(
      { num_classes: 10, loss: { _target_: 'pytorch_metric_learning.losses.SupConLoss', temperature: 0.1 } },
      null,
      2,
    );
    for (const changes of [GUESS, { temperature: 0.3, ...GUESS }]) {
      const { refusedBecause, text } = await written('conf/a.json', config, changes);
      expect(refusedBecause).toContain('objective-lens.yaml');
      expect(text).toBe(config);
    }
  });
});

it('in a notebook goes into the cell of the loss, with the version of that cell', async () => {
  const cells = ['num_classes = 10\n', `${PROGRAM.slice(0, PROGRAM.indexOf('\n'))}\n`, 'c = SupConLoss()\n'];
  const documents = cells.map((text, k) => TextDocument.create(`cell:${k}`, 'python', 7 + k, text));
  const snapshot = createNotebookSnapshot('file:///a.ipynb', 1, documents);
  const service = createLanguageService(reader);
  const analysis = await analyzedBy(service, 'a.ipynb', snapshot.getText(), {
    cells: snapshot.cells.map(({ span }) => span),
  });
  const asked = { id: '', document: { snapshot, analysis }, objective: analysis.objectives[0] };
  const { edits } = editSource(service, { has: () => true }, asked, GUESS);
  expect(edits).toEqual([
    {
      uri: 'cell:2',
      version: 9,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      newText: COMMENT.trimStart(),
    },
  ]);
});

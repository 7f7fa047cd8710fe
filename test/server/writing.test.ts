/** What the built server answers while a text is written: completion, outline, quick fixes, hovers over keys. */
import { describe, expect, it } from 'vitest';
import type { CodeAction, CompletionItem, DocumentSymbol, Range } from 'vscode-languageserver/node';
import { softSupCon } from './support/objectives';
import { useWorkspaceSession } from './support/workspaceSession';

const session = useWorkspaceSession();
const at = (line: number, character: number) => ({ line, character });

function request<T>(method: string, uri: string, params: object): Promise<T> {
  return session.editor.connection.sendRequest<T>(`textDocument/${method}`, {
    textDocument: { uri },
    ...params,
  });
}

const complete = (uri: string, line: number, character: number) =>
  request<CompletionItem[]>('completion', uri, { position: at(line, character) });

const fixes = (uri: string, range: Range, only?: string[]) =>
  request<CodeAction[]>('codeAction', uri, {
    range,
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });

/** The text with the edits of one quick fix. */
function applied(text: string, [action]: CodeAction[], uri: string): string {
  const [{ range, newText }] = action.edit!.changes![uri];
  const lines = text.split('\n');
  const offset = (place: Range['start']) =>
    lines.slice(0, place.line).reduce((sum, line) => sum + line.length + 1, 0) + place.character;
  return text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end));
}

describe('completion', () => {
  it('offers keys, words and the data files of the workspace, ignored by git or not', async () => {
    await session.start({
      '.gitignore': 'data/\n',
      'data/ages.csv': 'age,sex\n3,1\n',
      'old/x.npy': '',
      'objective-lens.yaml': 'exclude: [old]\n',
    });
    const uri = session.folder.uri('sub/a.objective.yaml');
    await session.editor.open(uri, 'yaml', 'objective: y-aware\nlabels: { file:  }\n');
    const keys = await complete(uri, 2, 0);
    expect(keys[0]).toMatchObject({
      label: 'bandwidth',
      detail: 'required · a number above 0, or a list (each a number above 0)',
      textEdit: { newText: 'bandwidth: ', range: { start: at(2, 0), end: at(2, 0) } },
      insertTextFormat: 1,
    });
    expect((await complete(uri, 0, 11)).map(({ label }) => label)).toContain('soft-supcon');
    expect((await complete(uri, 1, 16)).map(({ label }) => label)).toEqual(['../data/ages.csv']);
  });

  it('offers columns of the named file', async () => {
    await session.start({ 'ages.csv': 'subject,age\n1,3\n' });
    const uri = session.folder.uri('a.objective.yaml');
    await session.editor.open(uri, 'yaml', 'labels: { file: ages.csv, column:  }\n');
    expect((await complete(uri, 0, 34)).map(({ label }) => label)).toEqual(['subject', 'age']);
  });

  it('offers nothing in Python, in configs of others, and in a closed file', async () => {
    await session.start({});
    for (const [name, language] of [
      ['a.py', 'python'],
      ['config.yaml', 'yaml'],
    ]) {
      const uri = session.folder.uri(name);
      await session.editor.open(uri, language, 'objective: \n');
      expect(await complete(uri, 0, 11)).toEqual([]);
    }
    expect(await complete(session.folder.uri('b.objective.yaml'), 0, 0)).toEqual([]);
  });
});

describe('an editor that reads the schemas itself', () => {
  it('is told of files and columns only', async () => {
    await session.start({ 'y.npy': '' }, { initializationOptions: { schemaEndings: ['json'] } });
    const uri = session.folder.uri('a.objective.json');
    await session.editor.open(uri, 'json', '{ "objective": "y-aware", "labels": { "file": "" } }');
    expect(await complete(uri, 0, 2)).toEqual([]);
    expect((await complete(uri, 0, 47)).map(({ label }) => label)).toEqual(['y.npy']);
  });
});

describe('a hover', () => {
  it('over a key tells what it is above the verdict, over the kind and over values the verdict first', async () => {
    await session.start({});
    const uri = session.folder.uri('a.objective.yaml');
    await session.editor.open(uri, 'yaml', softSupCon(0.5));
    const over = async (line: number, character: number) =>
      (await session.editor.hover(uri, line, character))?.contents as { value: string } | undefined;
    expect((await over(1, 3))?.value).toMatch(/^### temperature\n/);
    await session.untilRules('a.objective.yaml', ['radius']);
    expect((await over(1, 14))?.value).toMatch(/^### Inconsistent/);
    expect((await over(1, 3))?.value).toMatch(/^### temperature\n[\s\S]*### Inconsistent/);
    expect((await over(0, 3))?.value).toMatch(/^### Inconsistent[\s\S]*### objective\n/);
  });
});

describe('the outline', () => {
  it('is of the present text', async () => {
    await session.start({});
    const uri = session.folder.uri('a.objective.yaml');
    const symbols = () => request<DocumentSymbol[]>('documentSymbol', uri, {});
    await session.editor.open(uri, 'yaml', softSupCon(0.5));
    expect(await symbols()).toMatchObject([
      {
        name: 'a',
        children: [{ name: 'temperature', detail: '0.5' }, { name: 'across' }, { name: 'classes' }],
      },
    ]);
    await session.editor.change(uri, softSupCon(0.25));
    expect((await symbols())[0].children![0]).toMatchObject({ detail: '0.25', range: { start: at(1, 13) } });
  });
});

describe('a quick fix', () => {
  it('writes a number that PyYAML takes for text, where no objective can be read', async () => {
    await session.start({});
    const uri = session.folder.uri('config.yaml');
    const text = 'criterion:\n  name: SupCon\n  params:\n    temperature: 1e-1\n';
    await session.editor.open(uri, 'yaml', text);
    await session.untilRules('config.yaml', ['float-as-string']);
    const offered = await fixes(uri, { start: at(3, 5), end: at(3, 5) });
    expect(offered.map(({ title }) => title)).toEqual([
      'Write 1.0e-1',
      'Ignore float-as-string on this line',
    ]);
    expect(applied(text, offered, uri)).toBe(text.replace('1e-1', '1.0e-1'));
  });

  it('silences the finding by a comment, and leaves the objective', async () => {
    await session.start({});
    const uri = session.folder.uri('a.objective.yaml');
    const text = softSupCon(0.5);
    await session.editor.open(uri, 'yaml', text);
    await session.untilRules('a.objective.yaml', ['radius']);
    const [{ range }] = session.editor.last(uri)!.diagnostics;
    expect(await fixes(uri, range, ['source.fixAll'])).toEqual([]);
    const offered = (await fixes(uri, range)).filter(({ title }) => title.startsWith('Ignore'));
    expect(offered).toMatchObject([
      { title: 'Ignore radius on this line', kind: 'quickfix', diagnostics: [{ code: 'radius' }] },
    ]);
    const after = applied(text, offered, uri);
    expect(after).toBe(`# objective-lens: ignore[radius]\n${text}`);
    const version = await session.editor.change(uri, after);
    const { diagnostics } = await session.editor.until('the edit is published', () => {
      const last = session.editor.last(uri);
      return last?.version === version && last;
    });
    expect(diagnostics).toEqual([]);
    expect(session.editor.objectives.get(uri)).toMatchObject([{ verdict: 'inconsistent', reason: 'radius' }]);
  });

  it('makes what was computed for the objective, offered on all of its lines', async () => {
    await session.start({});
    const uri = session.folder.uri('a.objective.yaml');
    const text = softSupCon(0.5);
    await session.editor.open(uri, 'yaml', text);
    await session.untilRules('a.objective.yaml', ['radius']);
    const [best, ...others] = await fixes(uri, { start: at(3, 0), end: at(3, 1) });
    expect(best).toMatchObject({
      title: 'Lower the temperature to 0.445',
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'radius' }],
    });
    for (const { isPreferred } of others) expect(isPreferred).toBeUndefined();
    const version = await session.editor.change(uri, applied(text, [best], uri));
    await session.editor.until('the edit is published', () => {
      const last = session.editor.last(uri);
      return last?.version === version && last;
    });
    expect(session.editor.objectives.get(uri)).toMatchObject([{ verdict: 'realizable' }]);
    expect(await fixes(uri, { start: at(3, 0), end: at(3, 1) })).toEqual([]);
  });

  it('is not offered for a text that has changed since', async () => {
    await session.start({});
    const uri = session.folder.uri('a.objective.yaml');
    await session.editor.open(uri, 'yaml', softSupCon(0.5));
    await session.untilRules('a.objective.yaml', ['radius']);
    const [{ range }] = session.editor.last(uri)!.diagnostics;
    await session.editor.change(uri, `\n\n${softSupCon(0.5)}`);
    expect(await fixes(uri, range)).toEqual([]);
  });
});

describe('losses of the project file', () => {
  it('are found, and lost again, as the file changes', async () => {
    await session.start({
      'objective-lens.yaml': 'dialects: { my.losses.TailCon: { like: supcon, temperature: tau } }\n',
      'train.py': 'from my.losses import TailCon\n\ncriterion = TailCon(tau=0.2)\n',
    });
    const uri = session.folder.uri('train.py');
    const found = await session.editor.until('the loss is found', () => session.editor.objectives.get(uri));
    expect(found).toMatchObject([{ name: 'criterion', kind: 'supcon', dialect: 'custom' }]);
    const project = session.folder.uri('objective-lens.yaml');
    await session.editor.open(
      project,
      'yaml',
      'dialects: { my.losses.TailCon: { like: info-nce, temperature: tau } }\n',
    );
    await session.editor.until(
      'it is read anew',
      () => session.editor.objectives.get(uri)?.[0]?.kind === 'info-nce',
    );
  });
});

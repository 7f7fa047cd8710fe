/** "Bind Data…" as the editor's extension drives it, over the protocol and with real files. */
import { mkdir, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import {
  DATA_QUESTION_REQUEST,
  DATA_QUESTIONS,
  type DataAnswer,
  type DataAsk,
  type DataQuestionName,
} from '../../src/protocol/dataMessages';
import { decode } from '../../src/protocol/decode';
import { exampleData } from '../support/dataFiles';
import { createFolder } from './support/folder';
import { WITHOUT_CLASSES } from './support/objectives';
import { useWorkspaceSession } from './support/workspaceSession';

const session = useWorkspaceSession();

const PYTHON = `from losses import SupConLoss
criterion = SupConLoss(temperature=0.1)
META = "ham10000-class-counts.csv"
`;
const COUNTS = new TextDecoder().decode(exampleData('ham10000-class-counts.csv'));
const AGES = new TextDecoder().decode(exampleData('agedb-ages.csv'));

type Reply<N extends DataQuestionName> = { answer: DataAnswer<N> } | { refusedBecause: string };

async function reply<N extends DataQuestionName>(name: N, ask: DataAsk<N>): Promise<Reply<N>> {
  const received = await session.editor.connection.sendRequest<Reply<N>>(DATA_QUESTION_REQUEST, {
    name,
    ask,
  });
  if ('answer' in received)
    expect(decode<unknown>(DATA_QUESTIONS[name].answer, received.answer)).toMatchObject({ kind: 'message' });
  return received;
}
async function answer<N extends DataQuestionName>(name: N, ask: DataAsk<N>): Promise<DataAnswer<N>> {
  const received = await reply(name, ask);
  if ('refusedBecause' in received) throw new Error(received.refusedBecause);
  return received.answer;
}
async function refusal<N extends DataQuestionName>(name: N, ask: DataAsk<N>): Promise<string> {
  const received = await reply(name, ask);
  return 'refusedBecause' in received ? received.refusedBecause : 'answered';
}
const verdictOf = (uri: string) => session.editor.objectives.get(uri)?.[0]?.verdict;
const idOf = (path: string) => `${session.folder.uri(path)}#0`;

async function started(files: Record<string, string>) {
  await session.start(files);
  await session.scanned();
}

describe('the candidates', () => {
  it('are the files that data can be read from, what the program names first and what cannot be read last', async () => {
    await started({
      'src/train.py': PYTHON,
      'data/ham10000-class-counts.csv': COUNTS,
      'data/agedb-ages.csv': AGES,
      'data/broken.npy': 'no array',
      'package.json': '{}',
      'images/a/1.png': '',
      'images/b/1.png': '',
      '.gitignore': 'private/\n',
      'private/labels.csv': 'label\na\n',
    });
    const asked = { id: idOf('src/train.py'), ignored: false };
    const { candidates, ...about } = await answer('candidates', asked);
    expect(about).toEqual({ objective: 'criterion', key: 'classes', target: 'objective-lens.yaml', left: 0 });
    expect(candidates.map(({ path }) => path)).toEqual([
      'data/ham10000-class-counts.csv',
      'images',
      'data/agedb-ages.csv',
      'data/broken.npy',
    ]);
    expect(candidates[0].columns).toEqual(['label', 'count']);
    expect(candidates[1]).toMatchObject({ isFolder: true, classes: 2 });
    expect(candidates[3].problem).toMatch(/npy|NumPy/i);
    const more = await answer('candidates', { ...asked, ignored: true });
    expect(more.candidates.map(({ path }) => path)).toContain('private/labels.csv');
  });

  it('are refused in words where nothing can be bound', async () => {
    await started({
      'a.objective.yaml': 'objective: info-nce\ntemperature: 0.1\n',
      'written.py': 'from losses import SupConLoss\ncriterion = SupConLoss(temperature=0.1)\n',
    });
    expect(await refusal('candidates', { id: idOf('a.objective.yaml'), ignored: false })).toContain(
      'samples: 256',
    );
    expect(await refusal('candidates', { id: idOf('gone.py'), ignored: false })).toContain(
      'not known any more',
    );
  });
});

describe('the columns', () => {
  it('come with a preview, and the parts of the data set', async () => {
    await started({
      'age.objective.yaml': 'objective: y-aware\ntemperature: 0.1\nbandwidth: 3\n',
      'ages.csv': AGES,
    });
    const held = await answer('columns', { id: idOf('age.objective.yaml'), path: 'ages.csv' });
    expect(held.rows).toBe(AGES.trim().split('\n').length - 1);
    expect(held.columns[0]).toMatchObject({ column: 'age', holds: 'numbers', missing: 0, problem: null });
    expect(held.columns[0].blocks).toMatch(/^[▁▂▃▅▇\u2007]+$/);
    expect(held.columns[1]).toMatchObject({ column: 'split', problem: expect.stringContaining('words') });
    expect(held.filters.map(({ column }) => column)).toEqual(['split']);
    expect(held.filters[0].values.map(({ name }) => name)).toContain('train');
  });

  it('name the sizes of classes that are counted already, and those of folders', async () => {
    await started({
      'train.py': PYTHON,
      'c.csv': COUNTS,
      'images/a/1.png': '',
      'images/a/2.png': '',
      'images/b/1.png': '',
    });
    const { columns } = await answer('columns', { id: idOf('train.py'), path: 'c.csv' });
    expect(columns[0]).toMatchObject({ column: 'label', weight: 'count', distinct: 7 });
    const folder = await answer('columns', { id: idOf('train.py'), path: 'images' });
    expect(folder).toMatchObject({ rows: 3, columns: [{ column: null, distinct: 2, low: 1, high: 2 }] });
  });

  it('are refused for what lies outside of the workspace, through links too, and for what cannot be read', async () => {
    const outside = await createFolder({ 'labels.csv': 'label\na\n' });
    await started({ 'train.py': PYTHON, 'bad.csv': '' });
    await mkdir(join(session.folder.path, 'in'));
    await symlink(join(outside.path, 'labels.csv'), join(session.folder.path, 'in/link.csv'));
    const id = idOf('train.py');
    for (const path of ['in/link.csv', `../${basename(outside.path)}/labels.csv`, '/etc/hosts'])
      expect(await refusal('columns', { id, path })).toMatch(/leads out|not there/);
    expect(await refusal('columns', { id, path: 'bad.csv' })).toContain('it is empty');
    expect(await refusal('columns', { id, path: 'none.csv' })).toContain('not there any more');
    const all = await answer('candidates', { id, ignored: true });
    expect(all.candidates.map(({ path }) => path)).toEqual(['bad.csv']);
    await outside.remove();
  });
});

describe('the edit', () => {
  it('creates the project file, after which the verdict is no longer conditional', async () => {
    await started({ 'train.py': PYTHON, 'c.csv': COUNTS });
    const edit = await answer('binding', {
      id: idOf('train.py'),
      path: 'c.csv',
      columns: ['label'],
      weight: 'count',
      bins: null,
      where: null,
    });
    expect(edit).toEqual({
      uri: session.folder.uri('objective-lens.yaml'),
      version: null,
      isNew: true,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      newText:
        'data:\n  - objectives: train.py\n    classes: { file: c.csv, column: label, weight: count }\n',
    });
    await session.folder.write('objective-lens.yaml', edit.newText);
    await session.editor.filesChanged({ uri: edit.uri, type: 1 });
    const uri = session.folder.uri('train.py');
    const bound = await session.editor.until('the class sizes count', () => {
      const [summary] = session.editor.objectives.get(uri) ?? [];
      return summary !== undefined && summary.verdict !== 'conditional' && summary;
    });
    expect(bound.verdict).toBe('degenerate');
  });

  it('is of the text that the editor shows', async () => {
    await started({ 'train.py': PYTHON, 'c.csv': COUNTS, 'objective-lens.yaml': 'views: 2\n' });
    const uri = session.folder.uri('objective-lens.yaml');
    await session.editor.open(uri, 'yaml', '# unsaved\nviews: 2\n');
    const edit = await answer('binding', {
      id: idOf('train.py'),
      path: 'c.csv',
      columns: ['label'],
      weight: null,
      bins: null,
      where: null,
    });
    expect(edit).toMatchObject({ version: 1, isNew: false, range: { start: { line: 2, character: 0 } } });
  });

  it('is refused where the project file is broken, with its line', async () => {
    await started({ 'train.py': PYTHON, 'c.csv': COUNTS, 'objective-lens.yaml': 'views: [\n' });
    const ask = {
      id: idOf('train.py'),
      path: 'c.csv',
      columns: ['label'],
      weight: null,
      bins: null,
      where: null,
    };
    expect(await refusal('binding', ask)).toMatch(/syntax error in line \d/);
  });
});

describe('the quick fix', () => {
  const titles = async (path: string, line: number) => {
    const place = { line, character: 14 };
    const actions = await session.editor.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: session.folder.uri(path) },
      range: { start: place, end: place },
      context: { diagnostics: [] },
    });
    return actions.map(({ title, command }) => [title, command?.arguments]);
  };

  it.each([
    ['a program', 'train.py', 'python', PYTHON, 1],
    [
      'a config in JSON, which has no comments',
      'conf/loss.json',
      'json',
      '{ "num_classes": 10,\n  "loss": { "_target_": "pytorch_metric_learning.losses.SupConLoss", "temperature": 0.1 } }\n',
      1,
    ],
    [
      'a config in TOML',
      'conf/loss.toml',
      'toml',
      'seed = 1\n[loss]\n_target_ = "pytorch_metric_learning.losses.SupConLoss"\ntemperature = 0.1\n',
      2,
    ],
  ])('in %s is offered, and creates the project file', async (_, path, language, text, line) => {
    await started({ [path]: text, 'c.csv': COUNTS });
    const uri = session.folder.uri(path);
    await session.editor.open(uri, language, text);
    await session.editor.until('it is analysed', () => session.editor.last(uri)?.version === 1);
    expect(await titles(path, line)).toContainEqual(['Bind data…', [idOf(path)]]);
    const ask = {
      id: idOf(path),
      path: 'c.csv',
      columns: ['label'],
      weight: 'count',
      bins: null,
      where: null,
    };
    const edit = await answer('binding', ask);
    expect(edit).toMatchObject({ uri: session.folder.uri('objective-lens.yaml'), isNew: true });
    await session.folder.write('objective-lens.yaml', edit.newText);
    await session.editor.filesChanged({ uri: edit.uri, type: 1 });
    await session.editor.until('the class sizes count', () => verdictOf(uri) === 'degenerate');
  });

  it('in an objective file in JSON is offered, and binds beside the objective', async () => {
    const text = '{\n  "objective": "y-aware",\n  "temperature": 0.1,\n  "bandwidth": 5\n}\n';
    await started({ 'a.objective.json': text, 'ages.csv': 'age,score\n1,2\n30,5\n31,4\n90,1\n' });
    const uri = session.folder.uri('a.objective.json');
    await session.editor.open(uri, 'json', text);
    await session.editor.until('it is analysed', () => session.editor.last(uri)?.version === 1);
    expect(await titles('a.objective.json', 1)).toContainEqual(['Bind data…', [idOf('a.objective.json')]]);
    const ask = { id: idOf('a.objective.json'), path: 'ages.csv', weight: null, bins: null, where: null };
    const edit = await answer('binding', { ...ask, columns: ['age', 'score'] });
    expect(edit).toMatchObject({ uri, version: 1, isNew: false });
    expect(edit.newText).toContain('"labels": { "file": "ages.csv", "columns": ["age", "score"] }');
  });

  it('is offered where class sizes are missing, and the hover links to it', async () => {
    await started({ 'train.py': PYTHON });
    const uri = session.folder.uri('train.py');
    await session.editor.open(uri, 'python', PYTHON);
    await session.editor.until('it is analysed', () => session.editor.last(uri)?.version === 1);
    expect((await titles('train.py', 1))[0]).toEqual(['Bind data…', [idOf('train.py')]]);
    expect(await titles('train.py', 0)).toEqual([]);
    const hover = await session.editor.hover(uri, 1, 14);
    expect(JSON.stringify(hover?.contents)).toMatch(/Bind data….{0,3}\]\(command:objectiveLens\.bindData\?/);
  });
});

it('breaks only the objective whose own data are wrong', async () => {
  await started({
    'a.objective.yaml': `objectives:
  bad: { objective: supcon, temperature: 0.1, classes: { file: gone.csv } }
  worse: { objective: supcon, temperature: 0.1, classes: [1, many] }
  good: { objective: supcon, temperature: 0.1, classes: [30, 30] }
`,
    'objective-lens.yaml':
      'data:\n  - objectives: one.objective.yaml\n    classes: [1, many]\n  - objectives: two.objective.yaml\n    classes: [30, 30]\n',
    'one.objective.yaml': WITHOUT_CLASSES,
    'two.objective.yaml': WITHOUT_CLASSES,
  });
  const verdicts = (path: string) =>
    (session.editor.objectives.get(session.folder.uri(path)) ?? []).map(({ name, verdict }) => [
      name,
      verdict,
    ]);
  expect(verdicts('a.objective.yaml')).toEqual([['good', 'degenerate']]);
  const findings = session.editor.last(session.folder.uri('a.objective.yaml'))?.diagnostics ?? [];
  const errors = findings.filter(({ severity }) => severity === 1).map(({ range }) => range.start.line);
  expect(errors).toEqual([1, 2]);
  expect(verdicts('one.objective.yaml')).toEqual([['one', 'conditional']]);
  expect(verdicts('two.objective.yaml')).toEqual([['two', 'degenerate']]);
});

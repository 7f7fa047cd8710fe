/** The built server with a folder of files: closed files, the project file, changes on the disk, settings and scans. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type { AnalyzeWorkspaceResult } from '../../src/protocol/serverMessages';
import { type BuiltServer, buildServer } from './support/builtServer';
import { Editor, type EditorOptions } from './support/editor';
import { createFolder, type Folder } from './support/folder';
import { manyLabels, softSupCon, WITHOUT_CLASSES } from './support/objectives';

const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

let built: BuiltServer;
let folder: Folder;
let editor: Editor;

beforeAll(async () => {
  built = await buildServer();
});
afterAll(() => built.remove());
afterEach(async () => {
  expect(await editor.stop()).toBe(0);
  await folder.remove();
});

async function start(files: Readonly<Record<string, string>>, options: Partial<EditorOptions> = {}) {
  folder = await createFolder(files);
  editor = await Editor.start({ program: built.program, folder: folder.path, ...options });
}
const scanned = () =>
  editor.until('the scan has ended', () => editor.log.some((line) => line.startsWith('Workspace scan')));
const rulesOf = (path: string) => editor.rules(folder.uri(path));
const untilRules = (path: string, rules: string[]) =>
  editor.until(`${path} has the findings [${rules}]`, () => rulesOf(path).join() === rules.join());
const analyzeWorkspace = (...token: [] | [CancellationTokenSource['token']]) =>
  editor.connection.sendRequest<AnalyzeWorkspaceResult>(
    'objectiveLens/analyzeWorkspace',
    { workDoneToken: 'asked' },
    ...token,
  );

describe('a workspace', () => {
  it('is scanned at the start, so that closed files have findings and objectives', async () => {
    await start({
      'deep/er/loss (1).objective.yaml': softSupCon(0.5),
      'fine.objective.yaml': softSupCon(0.1),
      'node_modules/other/loss.objective.yaml': softSupCon(0.5),
      'notes.yaml': softSupCon(0.5),
    });
    await scanned();
    expect([...editor.published.keys()].map((uri) => decodeURIComponent(uri))).toEqual([
      decodeURIComponent(folder.uri('deep/er/loss (1).objective.yaml')),
    ]);
    expect(
      [...editor.objectives.values()]
        .flat()
        .map(({ verdict }) => verdict)
        .sort(),
    ).toEqual(['inconsistent', 'realizable']);
    const own = editor.progress.filter(({ token }) => token !== 'asked');
    expect(own[0]).toMatchObject({ kind: 'begin', cancellable: true });
    expect(own.at(-1)).toMatchObject({ kind: 'end' });
  });

  it('has one document for a file that is found and then opened, however its name is written', async () => {
    await start({ 'loss (1).objective.yaml': softSupCon(0.5) });
    await scanned();
    const [found] = editor.published.keys();
    const asEditorsWrite = folder.uri('loss (1).objective.yaml');
    await editor.open(asEditorsWrite, 'yaml', softSupCon(0.5));
    await editor.until('the open document is published', () => editor.last(asEditorsWrite)?.version === 1);
    expect(decodeURIComponent(found)).toBe(decodeURIComponent(asEditorsWrite));
    const ids = [...editor.objectives.values()].flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(1);
  });

  it('sees an open text before the file, and the file again when the text is closed unsaved', async () => {
    await start({ 'loss.objective.yaml': softSupCon(0.5) });
    await scanned();
    const uri = folder.uri('loss.objective.yaml');
    await editor.open(uri, 'yaml', softSupCon(0.1));
    await untilRules('loss.objective.yaml', []);
    await folder.write('loss.objective.yaml', softSupCon(0.6));
    await editor.filesChanged({ uri, type: CHANGED });
    await editor.close(uri);
    await untilRules('loss.objective.yaml', ['radius']);
  });

  it('follows its project file, open or saved, and what it excludes', async () => {
    await start({ 'src/loss.objective.yaml': WITHOUT_CLASSES, 'old/loss.objective.yaml': softSupCon(0.5) });
    const verdict = () => editor.objectives.get(folder.uri('src/loss.objective.yaml'))?.[0].verdict;
    await scanned();
    expect(verdict()).toBe('conditional');
    expect(rulesOf('old/loss.objective.yaml')).toEqual(['radius']);

    const binding = 'data: [{ objectives: "src/**", classes: [60, 6, 6] }]\n';
    const project = await folder.write('objective-lens.yaml', binding);
    await editor.filesChanged({ uri: project, type: CREATED });
    await editor.until('the classes are known', () => verdict() === 'degenerate');

    await editor.open(project, 'yaml', binding);
    await editor.change(project, 'data: [{ objectives: "src/**", classes: [60, 6');
    await editor.until(
      'the half-typed project has a finding',
      () => rulesOf('objective-lens.yaml').length > 0,
    );
    expect(verdict()).toBe('degenerate');
    await editor.change(project, 'exclude: ["old/**"]\n');
    await editor.until('the classes are unknown again', () => verdict() === 'conditional');
    await untilRules('old/loss.objective.yaml', []);
    expect(editor.objectives.get(folder.uri('old/loss.objective.yaml'))).toEqual([]);
  });

  it('follows files and folders that appear, change and vanish', async () => {
    await start({ 'a.objective.yaml': softSupCon(0.1) });
    await scanned();
    await folder.write('a.objective.yaml', softSupCon(0.5));
    await editor.filesChanged({ uri: folder.uri('a.objective.yaml'), type: CHANGED });
    await untilRules('a.objective.yaml', ['radius']);

    await folder.write('new/deep/b.objective.yaml', softSupCon(0.5));
    await editor.filesChanged({ uri: folder.uri('new'), type: CREATED });
    await untilRules('new/deep/b.objective.yaml', ['radius']);

    await folder.remove('new');
    await editor.filesChanged({ uri: folder.uri('new'), type: DELETED });
    await untilRules('new/deep/b.objective.yaml', []);
    expect(editor.objectives.get(folder.uri('new/deep/b.objective.yaml'))).toEqual([]);
    expect(rulesOf('a.objective.yaml')).toEqual(['radius']);
  });

  it('obeys changed settings at once', async () => {
    await start({ 'a.objective.yaml': softSupCon(0.5), 'b.objective.yaml': softSupCon(0.5) });
    await scanned();
    const open = folder.uri('a.objective.yaml');
    await editor.open(open, 'yaml', softSupCon(0.5));
    await editor.setSettings({ severity: { radius: 'error' } });
    const severities = () =>
      ['a', 'b'].map((name) => editor.last(folder.uri(`${name}.objective.yaml`))?.diagnostics[0]?.severity);
    await editor.until('both are errors', () => severities().join() === '1,1');

    await editor.setSettings({ severity: { radius: 'off' } });
    await untilRules('a.objective.yaml', []);
    await untilRules('b.objective.yaml', []);

    await editor.setSettings({ scope: 'openFiles', codeLens: { enabled: false } });
    await untilRules('a.objective.yaml', ['radius']);
    await editor.until(
      'the closed file is dropped',
      () => editor.objectives.get(folder.uri('b.objective.yaml'))?.length === 0,
    );
    expect(rulesOf('b.objective.yaml')).toEqual([]);
    expect(await editor.lenses(open)).toEqual([]);

    await editor.setSettings({ scope: 'workspace' });
    await untilRules('b.objective.yaml', ['radius']);
    expect(await editor.lenses(open)).toHaveLength(1);
  });

  it('shows no finding that the settings switch off, from the first message on', async () => {
    await start({}, { settings: { severity: { radius: 'off' }, scope: 'openFiles' } });
    const uri = folder.uri('a.objective.yaml');
    await editor.open(uri, 'yaml', softSupCon(0.5));
    await editor.until('it is published', () => editor.last(uri)?.version === 1);
    expect(editor.published.get(uri)!.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });

  it('is analysed again on request, with progress under the token of the request', async () => {
    await start({ 'a.objective.yaml': softSupCon(0.5), 'b.objective.yaml': softSupCon(0.1) });
    await scanned();
    await folder.write('c.objective.yaml', softSupCon(0.5));
    expect(await analyzeWorkspace()).toEqual({
      files: 3,
      analyzed: 3,
      objectives: 3,
      inconsistent: 2,
      findings: 2,
      cancelled: false,
    });
    expect(rulesOf('c.objective.yaml')).toEqual(['radius']);
    const asked = editor.progress.filter(({ token }) => token === 'asked');
    expect(asked[0].kind).toBe('begin');
    expect(asked.at(-1)!.kind).toBe('end');
    expect(asked.map(({ percentage }) => percentage)).toContain(100);
  });

  it('stops a scan that is cancelled, in the middle of a file', async () => {
    const files = Array.from({ length: 40 }, (_, i) => [`${i}.objective.yaml`, manyLabels(300, i)]);
    await start(Object.fromEntries(files), { settings: { scope: 'openFiles' } });
    const source = new CancellationTokenSource();
    const answer = analyzeWorkspace(source.token);
    await editor.until('the scan has begun', () => editor.progress.some(({ kind }) => kind === 'begin'));
    const cancelledAt = performance.now();
    source.cancel();
    const { files: found, analyzed, cancelled } = await answer;
    expect(performance.now() - cancelledAt).toBeLessThan(2000);
    expect(cancelled).toBe(true);
    expect(analyzed).toBeLessThan(40);
    expect([0, 40]).toContain(found);
    expect(editor.progress.at(-1)!.kind).toBe('end');
  });

  it('skips a file over the size limit with a line in the log, and never leaves the folder', async () => {
    const outside = await createFolder({ 'secret.objective.yaml': softSupCon(0.5) });
    folder = await createFolder({ 'huge.objective.yaml': `# ${' '.repeat(17_000_000)}` });
    const { symlink } = await import('node:fs/promises');
    await symlink(`${outside.path}/secret.objective.yaml`, `${folder.path}/link.objective.yaml`);
    editor = await Editor.start({ program: built.program, folder: folder.path });
    await scanned();
    await editor.filesChanged({ uri: folder.uri('link.objective.yaml'), type: CHANGED });
    await editor.until('the link is refused', () =>
      editor.log.some((line) => /link\.objective\.yaml.*outside/.test(line)),
    );
    expect(editor.log.join('\n')).toMatch(/Skipped .*huge\.objective\.yaml/);
    expect([...editor.published.keys(), ...editor.objectives.keys()]).toEqual([]);
    await outside.remove();
  });
});

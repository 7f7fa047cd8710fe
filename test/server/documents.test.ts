/** The built server with open documents, as an editor drives it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BuiltServer, buildServer } from './support/builtServer';
import { Editor } from './support/editor';
import { createFolder, type Folder } from './support/folder';
import { manyLabels, softSupCon } from './support/objectives';

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
  uri = folder.uri('loss.objective.yaml');
  editor = await Editor.start({ program: built.program, folder: folder.path });
});
afterEach(async () => {
  expect(await editor.stop()).toBe(0);
  await folder.remove();
});

const published = (version: number) => () => editor.last(uri)?.version === version && editor.last(uri);

describe('an open document', () => {
  it('gets diagnostics whose code leads to the rule', async () => {
    await editor.open(uri, 'yaml', softSupCon(0.5));
    const { diagnostics } = await editor.until('version 1 is published', published(1));
    expect(diagnostics).toMatchObject([
      {
        source: 'Objective Lens',
        code: 'radius',
        codeDescription: { href: 'https://rules.example/page#radius' },
        severity: 2,
        range: { start: { line: 0, character: 11 }, end: { line: 0, character: 22 } },
      },
    ]);
  });

  it('gets new diagnostics after an edit, and none once it is mended', async () => {
    await editor.open(uri, 'yaml', softSupCon(0.5));
    await editor.until('version 1 is published', published(1));
    const version = await editor.change(uri, softSupCon(0.1));
    const { diagnostics } = await editor.until('the edit is published', published(version));
    expect(diagnostics).toEqual([]);
    expect(editor.objectives.get(uri)).toMatchObject([{ verdict: 'realizable', reason: 'exact' }]);
  });

  it('ends a burst of edits with the answer to the last, having dropped the others', async () => {
    await editor.open(uri, 'yaml', softSupCon(0.1));
    await editor.until('version 1 is published', published(1));
    let version = 1;
    for (let step = 0; step < 60; step++) version = await editor.change(uri, softSupCon(0.1 + step / 1000));
    version = await editor.change(uri, softSupCon(0.5));
    await editor.until('the last edit is published', published(version));
    expect(editor.rules(uri)).toEqual(['radius']);
    const versions = editor.published.get(uri)!.map((publication) => publication.version);
    expect(versions).toEqual([...versions].sort((a, b) => a! - b!));
    expect(versions.length).toBeLessThan(10);
  });

  it('does not wait for a computation that an edit has made useless', async () => {
    await editor.open(uri, 'yaml', manyLabels(400, 1));
    const version = await editor.change(uri, softSupCon(0.5));
    await editor.until('the edit is published', published(version));
    expect(editor.published.get(uri)!.map((publication) => publication.version)).toEqual([version]);
  });

  it('is explained where the pointer is, and only there', async () => {
    await editor.open(uri, 'yaml', `# the loss of the paper\n\n${softSupCon(0.5)}`);
    expect(await editor.hover(uri, 2, 13)).toBeNull();
    await editor.until('version 1 is published', published(1));
    const hover = await editor.hover(uri, 2, 13);
    const { kind, value } = hover!.contents as { kind: string; value: string };
    expect(kind).toBe('markdown');
    expect(value).toContain('Inconsistent');
    expect(value).toContain('(https://rules.example/page#radius)');
    expect(value).toContain('(command:objectiveLens.showGeometry?');
    expect(hover!.range!.start).toEqual({ line: 2, character: 0 });
    expect(await editor.hover(uri, 0, 3)).toBeNull();
  });

  it('carries the verdict above each objective, and says when that has changed', async () => {
    await editor.open(uri, 'yaml', softSupCon(0.5));
    await editor.until('lenses are refreshed', () => editor.lensRefreshes > 0);
    const [lens, ...others] = await editor.lenses(uri);
    expect(others).toEqual([]);
    expect(lens.range.start).toEqual({ line: 0, character: 11 });
    expect(lens.command).toMatchObject({ command: 'objectiveLens.showGeometry' });
    expect(lens.command!.title).toMatch(/^inconsistent: .* · gap 0\.0051 nats · Show geometry$/);
    expect(lens.command!.arguments).toEqual([editor.objectives.get(uri)![0].id]);
    const refreshes = editor.lensRefreshes;
    await editor.change(uri, softSupCon(0.1));
    await editor.until('lenses are refreshed again', () => editor.lensRefreshes > refreshes);
    expect((await editor.lenses(uri))[0].command!.title).toMatch(/^realizable/);
  });

  it('keeps its last good analysis, marked, while its text cannot be read', async () => {
    await editor.open(uri, 'yaml', softSupCon(0.5));
    await editor.until('version 1 is published', published(1));
    const broken = await editor.change(uri, softSupCon('0.5.'));
    await editor.until('the broken text is published', published(broken));
    expect(editor.rules(uri)).toEqual(['invalid-value']);
    const [stale] = editor.objectives.get(uri)!;
    expect(stale).toMatchObject({ verdict: 'inconsistent', reason: 'radius' });
    expect(stale.staleBecause).toMatch(/temperature/);
    expect((await editor.lenses(uri))[0].command!.title).toMatch(/^as last read · inconsistent/);
    const mended = await editor.change(uri, softSupCon(0.5));
    await editor.until('the mended text is published', published(mended));
    expect(editor.objectives.get(uri)![0].staleBecause).toBeNull();
  });

  it('tells all about an objective by its id, and null about one that is gone', async () => {
    await editor.open(uri, 'yaml', softSupCon(0.5));
    await editor.until('version 1 is published', published(1));
    const [{ id }] = editor.objectives.get(uri)!;
    const ask = (asked: unknown) => editor.connection.sendRequest('objectiveLens/objectiveView', asked);
    expect(await ask({ id })).toMatchObject({
      summary: { id, name: 'loss', verdict: 'inconsistent' },
      analysis: { reason: 'radius', method: 'certified' },
      parameters: expect.arrayContaining([{ name: 'temperature', value: '0.5', origin: 'literal' }]),
    });
    expect(await ask({ id: `${id}7` })).toBeNull();
    expect(await ask({ id: 'nowhere' })).toBeNull();
    expect(await ask({})).toBeNull();
    expect(editor.log.join('\n')).toContain('malformed');
  });

  it.each([
    ['half-typed', 'objective: soft-supcon\ntemperature: {'],
    ['not a number', softSupCon('.nan')],
    ['a negative temperature', softSupCon(-1)],
    ['a matrix that is not square', 'objective: weighted\ntemperature: 0.1\nweights: [[1, 0.5], [0.5]]\n'],
    ['counts of zero', 'objective: supcon\ntemperature: 0.1\nclasses: [0, 0, 0]\n'],
    ['of wrong types', 'objective: [1]\ntemperature: {a: 1}\nclasses: hello\n'],
  ])('that is %s gets a finding at the place', async (_, text) => {
    await editor.open(uri, 'yaml', text);
    const { diagnostics } = await editor.until('it is published', published(1));
    expect(diagnostics.map(({ code }) => code)).toContain('invalid-value');
    for (const { range } of diagnostics) expect(range.start.line).toBeLessThan(text.split('\n').length);
  });

  it('that is empty, or ten megabytes long, leaves the server working', async () => {
    await editor.open(uri, 'yaml', '');
    await editor.until('the empty text is published', published(1));
    const long = `objective: y-aware\nlabels: [${'0.123456, '.repeat(1_000_000)}1]\n`;
    const version = await editor.change(uri, long);
    const { diagnostics } = await editor.until('the long text is published', published(version));
    expect(diagnostics).toMatchObject([{ code: 'invalid-value', severity: 1 }]);
    expect(diagnostics[0].message).toMatch(/million characters/);
    const after = await editor.change(uri, softSupCon(0.5));
    await editor.until('the next text is published', published(after));
    expect(editor.rules(uri)).toEqual(['radius']);
  });

  it('in Python is read by its syntax tree', async () => {
    const script = folder.uri('train.py');
    await editor.open(
      script,
      'python',
      'from losses import SupConLoss\n\nTEMPERATURE = 0.2\ncriterion = SupConLoss(temperature=TEMPERATURE)\n',
    );
    const [objective] = await editor.until('its objective is known', () => editor.objectives.get(script));
    expect(objective).toMatchObject({ kind: 'supcon', dialect: 'supcontrast' });
    expect(objective.range.start.line).toBe(3);
    const view = await editor.connection.sendRequest('objectiveLens/objectiveView', { id: objective.id });
    expect(view).toMatchObject({
      parameters: expect.arrayContaining([{ name: 'temperature', value: '0.2', origin: 'constant' }]),
    });
  });
});

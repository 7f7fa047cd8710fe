/** Scans of a whole folder by the built server: at the start, on request, cancelled, and what they leave alone. */
import { symlink } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { createFolder } from './support/folder';
import { manyLabels, softSupCon } from './support/objectives';
import { useWorkspaceSession } from './support/workspaceSession';

const CHANGED = 2;

const session = useWorkspaceSession();

describe('a scan', () => {
  it('is scanned at the start, so that closed files have findings and objectives', async () => {
    await session.start({
      'deep/er/loss (1).objective.yaml': softSupCon(0.5),
      'fine.objective.yaml': softSupCon(0.1),
      'node_modules/other/loss.objective.yaml': softSupCon(0.5),
      'notes.yaml': softSupCon(0.5),
    });
    await session.scanned();
    expect([...session.editor.published.keys()].map((uri) => decodeURIComponent(uri))).toEqual([
      decodeURIComponent(session.folder.uri('deep/er/loss (1).objective.yaml')),
    ]);
    expect(
      [...session.editor.objectives.values()]
        .flat()
        .map(({ verdict }) => verdict)
        .sort(),
    ).toEqual(['inconsistent', 'realizable']);
    const own = session.editor.progress.filter(({ token }) => token !== 'asked');
    expect(own[0]).toMatchObject({ kind: 'begin', cancellable: true });
    expect(own.at(-1)).toMatchObject({ kind: 'end' });
  });

  it('is analysed again on request, with progress under the token of the request', async () => {
    await session.start({ 'a.objective.yaml': softSupCon(0.5), 'b.objective.yaml': softSupCon(0.1) });
    await session.scanned();
    await session.folder.write('c.objective.yaml', softSupCon(0.5));
    expect(await session.analyzeWorkspace()).toEqual({
      files: 3,
      analyzed: 3,
      objectives: 3,
      inconsistent: 2,
      findings: 2,
      cancelled: false,
    });
    expect(session.rulesOf('c.objective.yaml')).toEqual(['radius']);
    const asked = session.editor.progress.filter(({ token }) => token === 'asked');
    expect(asked[0].kind).toBe('begin');
    expect(asked.at(-1)!.kind).toBe('end');
    expect(asked.map(({ percentage }) => percentage)).toContain(100);
  });

  it('stops a scan that is cancelled, in the middle of a file', async () => {
    const files = Array.from({ length: 40 }, (_, i) => [`${i}.objective.yaml`, manyLabels(300, i)]);
    await session.start(Object.fromEntries(files), { settings: { scope: 'openFiles' } });
    const source = new CancellationTokenSource();
    const answer = session.analyzeWorkspace(source.token);
    await session.editor.until('the scan has begun', () =>
      session.editor.progress.some(({ kind }) => kind === 'begin'),
    );
    const cancelledAt = performance.now();
    source.cancel();
    const { files: found, analyzed, cancelled } = await answer;
    expect(performance.now() - cancelledAt).toBeLessThan(2000);
    expect(cancelled).toBe(true);
    expect(analyzed).toBeLessThan(40);
    expect([0, 40]).toContain(found);
    expect(session.editor.progress.at(-1)!.kind).toBe('end');
  });

  it('skips a file over the size limit with a line in the log, and never leaves the folder', async () => {
    const outside = await createFolder({ 'secret.objective.yaml': softSupCon(0.5) });
    await session.start({ 'huge.objective.yaml': `# ${' '.repeat(17_000_000)}` }, {}, ({ path }) =>
      symlink(`${outside.path}/secret.objective.yaml`, `${path}/link.objective.yaml`),
    );
    await session.scanned();
    await session.editor.filesChanged({ uri: session.folder.uri('link.objective.yaml'), type: CHANGED });
    await session.editor.until('the link is refused', () =>
      session.editor.log.some((line) => /link\.objective\.yaml.*outside/.test(line)),
    );
    expect(session.editor.log.join('\n')).toMatch(/Skipped .*huge\.objective\.yaml/);
    expect([...session.editor.published.keys(), ...session.editor.objectives.keys()]).toEqual([]);
    await outside.remove();
  });
});

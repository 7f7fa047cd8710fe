/** What the built server leaves out of a scan, and what it remembers from one session to the next. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { softSupCon } from './support/objectives';
import { useWorkspaceSession } from './support/workspaceSession';

const CHANGED = 2;

const session = useWorkspaceSession();
const FILES = {
  'a.objective.yaml': softSupCon(0.5),
  'runs/b.objective.yaml': softSupCon(0.5),
  'out/c.objective.yaml': softSupCon(0.5),
};
const withFindings = () =>
  Object.keys(FILES)
    .filter((path) => session.rulesOf(path).join() === 'radius')
    .join(' ');
const until = (paths: string) =>
  session.editor.until(`there are findings in ${paths}`, () => withFindings() === paths);

describe('a scan', () => {
  it('leaves out what .gitignore names, and follows its changes', async () => {
    await session.start({ ...FILES, '.gitignore': 'out/\n' });
    await session.scanned();
    expect(withFindings()).toBe('a.objective.yaml runs/b.objective.yaml');
    const uri = await session.folder.write('.gitignore', 'runs/\n');
    await session.editor.filesChanged({ uri, type: CHANGED });
    await until('a.objective.yaml out/c.objective.yaml');
  });

  it('says nothing of an ignored file that changes, and nothing more of one that is closed', async () => {
    await session.start({ ...FILES, '.gitignore': 'out/\n' });
    await session.scanned();
    const uri = session.folder.uri('out/c.objective.yaml');
    await session.editor.open(uri, 'yaml', softSupCon(0.5));
    await until('a.objective.yaml runs/b.objective.yaml out/c.objective.yaml');
    await session.editor.close(uri);
    await until('a.objective.yaml runs/b.objective.yaml');
    await session.editor.filesChanged({ uri, type: CHANGED });
    await session.folder.write('a.objective.yaml', softSupCon(0.1));
    await session.editor.filesChanged({ uri: session.folder.uri('a.objective.yaml'), type: CHANGED });
    await until('runs/b.objective.yaml');
  });

  it('leaves out what the editor hides, and follows its settings', async () => {
    const editorSettings = { 'files.exclude': { '**/runs': true, 'out/**': false } };
    await session.start({ ...FILES, '.gitignore': 'a.objective.yaml\n' }, { editorSettings });
    await session.scanned();
    expect(withFindings()).toBe('out/c.objective.yaml');
    await session.editor.setSettings({}, { 'search.exclude': { 'out/**': true } });
    await until('runs/b.objective.yaml');
    await session.editor.setSettings({}, { 'search.useIgnoreFiles': false });
    await until('a.objective.yaml runs/b.objective.yaml out/c.objective.yaml');
  });
});

describe('the next session', () => {
  it('shows what the last one found, what changed in between, and the same after the file was damaged', async () => {
    const storage = await mkdtemp(join(tmpdir(), 'objective-lens-storage-'));
    const file = join(storage, 'results.bin');
    await session.start(FILES, { storage });
    await session.scanned();
    const first = new Map(session.editor.objectives);
    const again = async () => {
      expect(await session.editor.stop()).toBe(0);
      await session.restart({ storage });
      await session.scanned();
    };

    await again();
    expect(new Map(session.editor.objectives)).toEqual(first);
    expect(withFindings()).toBe(Object.keys(FILES).join(' '));

    await session.folder.write('a.objective.yaml', softSupCon(0.1));
    await again();
    expect(withFindings()).toBe('runs/b.objective.yaml out/c.objective.yaml');

    await writeFile(file, 'something else');
    await again();
    expect(withFindings()).toBe('runs/b.objective.yaml out/c.objective.yaml');
    expect(await session.editor.stop()).toBe(0);
    expect((await readFile(file)).length).toBeGreaterThan(1000);
    expect(session.editor.log.filter((line) => !line.startsWith('Workspace scan'))).toEqual([]);
    await session.restart({});
    await rm(storage, { recursive: true });
  });
});

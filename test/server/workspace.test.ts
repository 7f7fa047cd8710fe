/** The built server with a folder of files: closed files, the project file, changes on the disk and settings. */
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createFolder } from './support/folder';
import { softSupCon, WITHOUT_CLASSES } from './support/objectives';
import { useWorkspaceSession } from './support/workspaceSession';

const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

const session = useWorkspaceSession();

describe('a workspace', () => {
  it('has one document for a file that is found and then opened, however its name is written', async () => {
    await session.start({ 'loss (1).objective.yaml': softSupCon(0.5) });
    await session.scanned();
    const [found] = session.editor.published.keys();
    const asEditorsWrite = session.folder.uri('loss (1).objective.yaml');
    await session.editor.open(asEditorsWrite, 'yaml', softSupCon(0.5));
    await session.editor.until(
      'the open document is published',
      () => session.editor.last(asEditorsWrite)?.version === 1,
    );
    expect(decodeURIComponent(found)).toBe(decodeURIComponent(asEditorsWrite));
    const ids = [...session.editor.objectives.values()].flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(1);
  });

  it('sees an open text before the file, and the file again when the text is closed unsaved', async () => {
    await session.start({ 'loss.objective.yaml': softSupCon(0.5) });
    await session.scanned();
    const uri = session.folder.uri('loss.objective.yaml');
    await session.editor.open(uri, 'yaml', softSupCon(0.1));
    await session.untilRules('loss.objective.yaml', []);
    await session.folder.write('loss.objective.yaml', softSupCon(0.6));
    await session.editor.filesChanged({ uri, type: CHANGED });
    await session.editor.close(uri);
    await session.untilRules('loss.objective.yaml', ['radius']);
  });

  it('follows its project file, open or saved, and what it excludes', async () => {
    await session.start({
      'src/loss.objective.yaml': WITHOUT_CLASSES,
      'old/loss.objective.yaml': softSupCon(0.5),
    });
    const verdict = () =>
      session.editor.objectives.get(session.folder.uri('src/loss.objective.yaml'))?.[0].verdict;
    await session.scanned();
    expect(verdict()).toBe('conditional');
    expect(session.rulesOf('old/loss.objective.yaml')).toEqual(['radius']);

    const binding = 'data: [{ objectives: "src/**", classes: [60, 6, 6] }]\n';
    const project = await session.folder.write('objective-lens.yaml', binding);
    await session.editor.filesChanged({ uri: project, type: CREATED });
    await session.editor.until('the classes are known', () => verdict() === 'degenerate');

    await session.editor.open(project, 'yaml', binding);
    await session.editor.change(project, 'data: [{ objectives: "src/**", classes: [60, 6');
    await session.editor.until(
      'the half-typed project has a finding',
      () => session.rulesOf('objective-lens.yaml').length > 0,
    );
    expect(verdict()).toBe('degenerate');
    await session.editor.change(project, 'exclude: ["old/**"]\n');
    await session.editor.until('the classes are unknown again', () => verdict() === 'conditional');
    await session.untilRules('old/loss.objective.yaml', []);
    expect(session.editor.objectives.get(session.folder.uri('old/loss.objective.yaml'))).toEqual([]);
  });

  it('follows files and folders that appear, change and vanish', async () => {
    await session.start({ 'a.objective.yaml': softSupCon(0.1) });
    await session.scanned();
    await session.folder.write('a.objective.yaml', softSupCon(0.5));
    await session.editor.filesChanged({ uri: session.folder.uri('a.objective.yaml'), type: CHANGED });
    await session.untilRules('a.objective.yaml', ['radius']);

    await session.folder.write('new/deep/b.objective.yaml', softSupCon(0.5));
    await session.editor.filesChanged({ uri: session.folder.uri('new'), type: CREATED });
    await session.untilRules('new/deep/b.objective.yaml', ['radius']);

    await session.folder.remove('new');
    await session.editor.filesChanged({ uri: session.folder.uri('new'), type: DELETED });
    await session.untilRules('new/deep/b.objective.yaml', []);
    expect(session.editor.objectives.get(session.folder.uri('new/deep/b.objective.yaml'))).toEqual([]);
    expect(session.rulesOf('a.objective.yaml')).toEqual(['radius']);
  });

  it('finds the objective of a closed file once the files that it names are there', async () => {
    const script =
      "import argparse\nfrom losses import SupConLoss\np = argparse.ArgumentParser()\np.add_argument('--temp', type=float, default=0.07)\n" +
      'args = p.parse_args()\ncriterion = SupConLoss(temperature=args.temp)\n';
    await session.start({ 'run.sh': 'python src/train.py --temp 0.2\n' });
    await session.scanned();
    const found = () => session.editor.objectives.get(session.folder.uri('run.sh'))?.length ?? 0;
    expect(found()).toBe(0);
    await session.folder.write('src/train.py', script);
    await session.editor.filesChanged({ uri: session.folder.uri('src'), type: CREATED });
    await session.editor.until('the command has an objective', () => found() === 1);

    await session.folder.write('src/train.py', 'print("other")\n');
    await session.editor.filesChanged({ uri: session.folder.uri('src/train.py'), type: CHANGED });
    await session.editor.until('the command has none', () => found() === 0);

    await session.folder.write('src/train.py', script);
    await session.editor.filesChanged({ uri: session.folder.uri('src/train.py'), type: CHANGED });
    await session.editor.until('the command has it again', () => found() === 1);
  });

  it('obeys changed settings at once', async () => {
    await session.start({ 'a.objective.yaml': softSupCon(0.5), 'b.objective.yaml': softSupCon(0.5) });
    await session.scanned();
    const open = session.folder.uri('a.objective.yaml');
    await session.editor.open(open, 'yaml', softSupCon(0.5));
    await session.editor.setSettings({ severity: { radius: 'error' } });
    const severities = () =>
      ['a', 'b'].map(
        (name) => session.editor.last(session.folder.uri(`${name}.objective.yaml`))?.diagnostics[0]?.severity,
      );
    await session.editor.until('both are errors', () => severities().join() === '1,1');

    await session.editor.setSettings({ severity: { radius: 'off' } });
    await session.untilRules('a.objective.yaml', []);
    await session.untilRules('b.objective.yaml', []);

    await session.editor.setSettings({ scope: 'openFiles', codeLens: { enabled: false } });
    await session.untilRules('a.objective.yaml', ['radius']);
    await session.editor.until(
      'the closed file is dropped',
      () => session.editor.objectives.get(session.folder.uri('b.objective.yaml'))?.length === 0,
    );
    expect(session.rulesOf('b.objective.yaml')).toEqual([]);
    expect(await session.editor.lenses(open)).toEqual([]);

    await session.editor.setSettings({ scope: 'workspace' });
    await session.untilRules('b.objective.yaml', ['radius']);
    expect(await session.editor.lenses(open)).toHaveLength(1);
  });

  it('shows no finding that the settings switch off, from the first message on', async () => {
    await session.start({}, { settings: { severity: { radius: 'off' }, scope: 'openFiles' } });
    const uri = session.folder.uri('a.objective.yaml');
    await session.editor.open(uri, 'yaml', softSupCon(0.5));
    await session.editor.until('it is published', () => session.editor.last(uri)?.version === 1);
    expect(session.editor.published.get(uri)!.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });

  it('follows the folders that are opened and closed', async () => {
    const other = await createFolder({ 'b.objective.yaml': softSupCon(0.5) });
    await session.start({ 'a.objective.yaml': softSupCon(0.5) });
    await session.scanned();
    const change = (added: string[], removed: string[]) => {
      const named = (paths: string[]) => paths.map((path) => ({ uri: pathToFileURL(path).href, name: path }));
      const event = { added: named(added), removed: named(removed) };
      return session.editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    };
    await change([other.path], [session.folder.path]);
    await session.editor.until(
      'the new folder has findings',
      () => session.editor.rules(other.uri('b.objective.yaml')).length > 0,
    );
    await session.untilRules('a.objective.yaml', []);
    await other.remove();
  });
});

/** The built server and data files: a change on the disk reaches every document that names the file. */
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { npyFile } from '../support/npy';
import { useWorkspaceSession } from './support/workspaceSession';

const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

const session = useWorkspaceSession();

const BY_FILE = 'objective: weighted\ntemperature: 0.1\nweights: { file: ../data/w.npy }\n';
const REALIZABLE = npyFile([3, 3], [1, 0.5, 0.25, 0.5, 1, 0.5, 0.25, 0.5, 1]);
const ASYMMETRIC = npyFile([3, 3], [4, 2, 1, 1, 4, 2, 2, 1, 4]);

const write = (content: Uint8Array) => writeFile(join(session.folder.path, 'data/w.npy'), content);
const changed = (path: string, type: 1 | 2 | 3) =>
  session.editor.filesChanged({ uri: session.folder.uri(path), type });
const verdict = () =>
  session.editor.objectives.get(session.folder.uri('runs/a.objective.yaml'))?.[0]?.verdict;

describe('a data file', () => {
  it('is followed as it appears, changes and vanishes', async () => {
    await session.start({ 'runs/a.objective.yaml': BY_FILE, 'data/readme.txt': '' });
    await session.scanned();
    expect(session.rulesOf('runs/a.objective.yaml')).toEqual(['invalid-value']);
    await write(REALIZABLE);
    await changed('data/w.npy', CREATED);
    await session.untilRules('runs/a.objective.yaml', []);
    expect(verdict()).toBe('realizable');
    await write(ASYMMETRIC);
    await changed('data/w.npy', CHANGED);
    await session.editor.until('the new weights are judged', () => verdict() === 'inconsistent');
    await session.folder.remove('data');
    await changed('data', DELETED);
    await session.untilRules('runs/a.objective.yaml', ['invalid-value']);
  });

  it('is followed for an open text too, and never read through a link to outside', async () => {
    await session.start({ 'runs/a.objective.yaml': '', 'data/readme.txt': '' }, {}, async (folder) => {
      await symlink('/etc/hostname', join(folder.path, 'data/w.npy'));
    });
    await session.scanned();
    await session.editor.open(session.folder.uri('runs/a.objective.yaml'), 'yaml', BY_FILE);
    const uri = session.folder.uri('runs/a.objective.yaml');
    const messages = () => session.editor.last(uri)?.diagnostics.map(({ message }) => String(message)) ?? [];
    await session.editor.until('the link is refused', () =>
      messages().some((message) => message.includes('leads out of the workspace')),
    );
    await session.folder.remove('data/w.npy');
    await write(REALIZABLE);
    await changed('data/w.npy', CHANGED);
    await session.untilRules('runs/a.objective.yaml', []);
  });

  it('that the project file binds is followed, and told as wrong only there', async () => {
    await session.start({
      'objective-lens.yaml':
        'data: [{ objectives: "runs/**", classes: { file: data/c.csv, column: label } }]\n',
      'runs/a.objective.yaml': 'objective: supcon\ntemperature: 0.1\n',
      'data/c.csv': 'label\ncat\ncat\ndog\ndog\n',
    });
    await session.scanned();
    await session.untilRules('runs/a.objective.yaml', ['zero-weight']);
    expect(session.rulesOf('objective-lens.yaml')).toEqual([]);
    await writeFile(join(session.folder.path, 'data/c.csv'), 'class\ncat\n');
    await changed('data/c.csv', CHANGED);
    await session.untilRules('runs/a.objective.yaml', ['missing-data']);
    await session.untilRules('objective-lens.yaml', ['invalid-value']);
    await writeFile(join(session.folder.path, 'data/c.csv'), `label\ncat\ncat\n${'dog\n'.repeat(500)}`);
    await changed('data/c.csv', CHANGED);
    await session.untilRules('runs/a.objective.yaml', ['zero-weight']);
    await session.untilRules('objective-lens.yaml', []);
  });
});

describe('a folder of samples', () => {
  it('is counted again when a file appears in it', async () => {
    await session.start({
      'runs/a.objective.yaml': 'objective: supcon\ntemperature: 0.1\nclasses: { folder: ../data }\n',
      'data/cat/1.jpg': '',
      'data/cat/2.jpg': '',
      'data/dog/1.txt': '',
      'data/dog/2.txt': '',
    });
    await session.scanned();
    await session.untilRules('runs/a.objective.yaml', ['total-collapse']);
    await writeFile(join(session.folder.path, 'data/dog/1.jpg'), '');
    await writeFile(join(session.folder.path, 'data/dog/2.jpg'), '');
    await changed('data/dog/2.jpg', CREATED);
    await session.untilRules('runs/a.objective.yaml', ['zero-weight']);
  });
});

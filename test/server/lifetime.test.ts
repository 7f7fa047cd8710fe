/** However the editor ends, nothing of the server stays behind. */

import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltServer, buildServer } from './support/builtServer';
import { Editor } from './support/editor';
import { createFolder } from './support/folder';
import { manyLabels, softSupCon } from './support/objectives';

let built: BuiltServer;
beforeAll(async () => {
  built = await buildServer();
});
afterAll(() => built.remove());

/** Ids of processes that run the built program. */
async function running(): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return ids.filter((_, i) => lines[i].includes(built.program));
}

describe('the end of the server', () => {
  it('comes with code 0 after a shutdown, while the mathematics is at work', async () => {
    const folder = await createFolder();
    const editor = await Editor.start({ program: built.program, folder: folder.path });
    const quick = folder.uri('quick.objective.yaml');
    await editor.open(quick, 'yaml', softSupCon(0.5));
    await editor.until('the worker has answered', () => editor.last(quick));
    await editor.open(folder.uri('long.objective.yaml'), 'yaml', manyLabels(900, 1));
    expect(await running()).toHaveLength(1);
    expect(await editor.stop()).toBe(0);
    expect(await running()).toEqual([]);
    await folder.remove();
  });

  it('comes when the editor just goes away', async () => {
    const folder = await createFolder();
    const editor = await Editor.start({ program: built.program, folder: folder.path });
    await editor.open(folder.uri('long.objective.yaml'), 'yaml', manyLabels(900, 2));
    const ended = once(editor.process, 'exit');
    editor.process.stdin!.end();
    const [code] = await ended;
    expect(code).toBe(1);
    expect(await running()).toEqual([]);
    await folder.remove();
  });
});

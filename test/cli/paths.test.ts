/** Which files the command line analyses, and under which project. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCommandLine, type CommandLine } from './commandLine';

let cli: CommandLine;
beforeAll(async () => {
  cli = await buildCommandLine();
}, 60_000);
afterAll(() => cli.dispose());

describe('paths and projects', () => {
  const names = async (folder: string, ...args: string[]) =>
    (await cli.json(folder, ...args)).objectives.map(({ file, name }) => `${String(file)} ${String(name)}`);

  test('what the project excludes is left alone, unless it is named', async () => {
    expect((await names('project')).some((name) => name.includes('old/'))).toBe(false);
    expect(await names('project', 'old/forgotten.objective.yaml')).toHaveLength(1);
  });

  test('a file that two paths hold is analysed once', async () =>
    expect(await names('project', 'src', 'src/train.py', '.')).toHaveLength(3));

  test('names are relative to the current folder', async () => {
    expect(await names('fine', '../unknown')).toEqual([
      expect.stringMatching(/^\.\.\/unknown\/open\.objective\.yaml /),
    ]);
    expect(await names('', 'project/src/train.py')).toEqual([
      expect.stringMatching(/^project\/src\/train\.py /),
    ]);
  });

  test('the project file is found above a path, up to the current folder and no further', async () => {
    const classes = async (folder: string, path: string) =>
      (await cli.json(folder, path)).objectives.find(({ kind }) => kind === 'supcon')?.classes;
    expect(await classes('', 'project/src')).toHaveLength(3);
    expect(await classes('', 'project')).toHaveLength(3);
    expect(await classes('project/src', '.')).toBeNull();
  });
});

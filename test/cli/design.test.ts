/** `design` from end to end: what it prints is what it read, and what is wrong with a target is told at its place. */
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCommandLine, type CommandLine } from './commandLine';

const EXAMPLE = join(import.meta.dirname, '../../examples/animals-and-vehicles.target.yaml');
let cli: CommandLine;
let folder: string;
beforeAll(async () => {
  cli = await buildCommandLine();
  folder = await mkdtemp(join(tmpdir(), 'objective-lens-design-'));
  await copyFile(EXAMPLE, join(folder, 'animals.yaml'));
  const files = {
    'wish.json':
      '{ "similarities": [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]], "classes": ["a", "b", "c"] }',
    'wrong.yaml': 'hierarchy: [[cat, dog], [car]]\nheights: [0.8]\n',
    'cold.csv': '1,-1\n-1,1\n',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}, 60_000);
afterAll(async () => {
  await cli.dispose();
  await rm(folder, { recursive: true, force: true });
});

const design = (name: string, ...options: string[]) =>
  cli.run('empty', 'design', join(folder, name), ...options);

describe('a design', () => {
  test('is an objective file that the analysis calls realizable', async () => {
    const { code, stdout, stderr } = await design('animals.yaml');
    expect(code).toBe(0);
    expect(stderr).toBe(
      'objective-lens: points have exactly the wished similarities. The optimum takes 10 dimensions.\n',
    );
    const made = join(folder, 'made.objective.yaml');
    await writeFile(made, stdout);
    const { objectives, findings } = await cli.json('empty', made);
    expect(findings).toEqual([]);
    expect(objectives[0]).toMatchObject({
      kind: 'weighted',
      verdict: 'realizable',
      gap: 0,
      rank: 10,
      remedies: [],
    });
    expect((objectives[0].similarities as number[][])[0].slice(0, 3)).toEqual([
      1,
      expect.closeTo(0.8, 9),
      expect.closeTo(0.4, 9),
    ]);
    expect(objectives[0].classes).toContainEqual({ name: 'frog', count: 1 });
  });

  test('tells how far it is from a wish that no points have, and where the most', async () => {
    const { code, stdout, stderr } = await design('wish.json', '--format', 'json', '--temperature', '0.3');
    expect(code).toBe(0);
    expect(stderr).toMatch(/no points have the wished similarities.*0\.\d+ away.*for a and c: -0\.9 becomes/);
    const document = JSON.parse(stdout) as Record<string, unknown>;
    expect(document).toMatchObject({ schemaVersion: 1, temperature: 0.3, stoppedEarly: false });
    expect(document.largestChange).toMatchObject({ pair: ['a', 'c'], from: -0.9 });
    expect(document.objective).toMatch(/^objective: weighted$/m);
    expect(document.pytorch).toContain('def designed_loss(embeddings, classes, temperature=0.3)');
  });

  test('is lines of PyTorch', async () => {
    const { stdout } = await design('animals.yaml', '--format', 'pytorch');
    expect(stdout).toContain('0 cat, 1 dog, 2 deer');
    expect(stdout).toContain('temperature=0.2');
  });
});

describe('no design', () => {
  test.each<[string, string[], RegExp]>([
    [
      'of a target that is wrong, with its place',
      ['wrong.yaml'],
      /wrong\.yaml:2:10 {2}error {2}`heights` has 1 number\. The hierarchy has 2 levels/,
    ],
    ['of a file that is not there', ['gone.yaml'], /cannot read .*gone\.yaml/],
    [
      'at a temperature too low',
      ['cold.csv', '--temperature', '0.001'],
      /use a temperature of at least 0\.0029/,
    ],
    ['at no temperature', ['cold.csv', '--temperature', 'warm'], /--temperature warm is no number above 0/],
    ['in an unknown format', ['cold.csv', '--format', 'text'], /objective, pytorch, json/],
    [
      'with an option of another command',
      ['cold.csv', '--fail-on', 'error'],
      /--fail-on is no option of design/,
    ],
    ['of two targets', ['cold.csv', 'wish.json'], /one target file/],
  ])('%s', async (_, [name, ...options], words) => {
    const { code, stdout, stderr } = await design(name, ...options);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(words);
  });

  test('without a target', async () => {
    const { code, stderr } = await cli.run('empty', 'design');
    expect(code).toBe(2);
    expect(stderr).toContain('objective-lens design target.yaml');
  });
});

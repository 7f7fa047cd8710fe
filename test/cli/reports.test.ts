/** What the command line prints, as text and as JSON. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCommandLine, type CommandLine, type Json } from './commandLine';

let cli: CommandLine;
beforeAll(async () => {
  cli = await buildCommandLine();
}, 60_000);
afterAll(() => cli.dispose());

describe('text', () => {
  test('is a table, then findings, then a sum, without colours in a pipe', async () => {
    const { stdout } = await cli.run('project', 'analyze');
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^WHERE +NAME +KIND +VERDICT +REASON +GAP$/);
    const columns = ['NAME', 'KIND', 'VERDICT', 'REASON', 'GAP'].map((heading) => lines[0].indexOf(heading));
    for (const line of lines.slice(1, 4))
      for (const column of columns) expect(line.slice(column - 2, column + 1)).toMatch(/^ {2}\S$/);
    expect(stdout).toMatch(/src\/train\.py:4 .* supcon .* degenerate +zero-weight +0\.0738 nats/);
    expect(stdout).toMatch(/src\/train\.py:4:\d+ {2}warning {2}class-imbalance\n {2}Class sizes decide/);
    expect(lines.at(-2)).toMatch(
      /^3 objectives in \d files: 1 realizable, 1 degenerate, 1 inconsistent; 2 warnings, 1 information\.$/,
    );
    expect(stdout).not.toContain('\u001b');
  });

  test('of a folder without objectives says so', async () =>
    expect((await cli.run('empty', 'analyze')).stdout).toBe('No objectives in 0 files.\n'));

  test('says why an objective has no verdict', async () =>
    expect((await cli.run('undecided', 'analyze')).stdout).toMatch(
      /single-view\.objective\.yaml:1 {2}undecided {2}\S+\n {2}No verdict: \S/,
    ));

  test('shows no control characters of names', async () => {
    const { stdout } = await cli.run('hostile', 'analyze');
    expect(stdout).toContain('red');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toMatch(/b\nline/);
  });
});

describe('json', () => {
  test('has every field of an objective', async () => {
    const { schemaVersion, objectives } = await cli.json('fine');
    expect(schemaVersion).toBe(1);
    expect(Object.keys(objectives[0])).toEqual([
      'file',
      'span',
      'name',
      'kind',
      'dialect',
      'parameters',
      'verdict',
      'reason',
      'condition',
      'guess',
      'bound',
      'minimum',
      'gap',
      'certifiedWithin',
      'samplingError',
      'rank',
      'temperatureLimit',
      'similarities',
      'classes',
      'remedies',
    ]);
    expect(objectives[0]).toMatchObject({
      file: 'fine.objective.json',
      kind: 'info-nce',
      dialect: 'objective-file',
      parameters: {
        temperature: { value: 0.2, origin: 'literal' },
        samples: { value: 6, origin: 'literal' },
      },
      verdict: 'degenerate',
      reason: 'zero-weight',
      condition: null,
      bound: 0,
      gap: expect.closeTo(0.02448529526421827, 6),
      temperatureLimit: null,
      classes: null,
      remedies: [],
    });
  });

  test('says where values of a Python objective came from', async () => {
    const { objectives } = await cli.json('project', 'src/train.py');
    expect(objectives).toHaveLength(1);
    expect(objectives[0]).toMatchObject({
      file: 'src/train.py',
      dialect: 'pytorch-metric-learning',
      parameters: { temperature: { value: 0.5, origin: 'constant' } },
      span: { start: { line: 3 }, end: { line: 3 } },
      classes: [
        { name: 'head', count: 60 },
        { name: 'left', count: 6 },
        { name: 'right', count: 6 },
      ],
    });
  });

  test('counts lines and characters from 0, past any line break', async () => {
    const { findings } = await cli.json('broken');
    expect(findings).toEqual([
      {
        file: 'wrong.objective.yaml',
        span: { start: { line: 2, character: 13 }, end: { line: 2, character: 15 } },
        rule: 'invalid-value',
        severity: 'error',
        message: expect.stringContaining('temperature'),
        url: expect.stringMatching(/rules\.md#invalid-value$/),
      },
    ]);
  });

  test('gives what is not known as null', async () => {
    const { objectives } = await cli.json('unknown');
    expect(objectives[0]).toMatchObject({
      verdict: 'conditional',
      reason: null,
      condition: expect.stringContaining('classes'),
      gap: null,
      similarities: null,
    });
  });

  test('sums up', async () => {
    const { summary } = await cli.json('project');
    expect(summary).toMatchObject({
      objectives: 3,
      verdicts: { realizable: 1, degenerate: 1, inconsistent: 1, conditional: 0, undecided: 0 },
      findings: { error: 0, warning: 2, information: 1 },
      unread: [],
    });
  });

  test('of megabytes arrives whole through a pipe', async () => {
    const { stdout, code } = await cli.run('large', 'analyze', '--format', 'json');
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(5e6);
    expect((JSON.parse(stdout) as Json).objectives).toHaveLength(60);
  });

  test('may be left half read', async () => {
    const child = cli.start('large', 'analyze', '--format', 'json');
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      stderr += part;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
  });
});

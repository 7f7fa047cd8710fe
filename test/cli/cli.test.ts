/** The command line as users run it: the built bundle, in a folder of its own, piped. */
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json';

const REPOSITORY = join(__dirname, '../..');
let bundle: string;
let workspace: string;

const FILES: Readonly<Record<string, string>> = {
  'project/objective-lens.yaml':
    'data:\n  - objectives: "src/**"\n    classes: { head: 60, left: 6, right: 6 }\nexclude: [old]\n',
  'project/src/train.py':
    'from pytorch_metric_learning import losses\n\nTEMPERATURE = 0.5\ncriterion = losses.SupConLoss(temperature=TEMPERATURE)\n',
  'project/src/soft.objective.yaml':
    'objectives:\n  fits: { objective: soft-supcon, classes: [6, 3, 1, 2], temperature: 0.5, across: 0.2 }\n  too-hot: { objective: soft-supcon, classes: [6, 3, 1, 2], temperature: 0.5, across: 0.05 }\n',
  'project/old/forgotten.objective.yaml': 'objective: info-nce\nsamples: 4\ntemperature: 0.1\n',
  'project/node_modules/lib/x.objective.yaml': 'objective: info-nce\nsamples: 4\ntemperature: 0.1\n',
  'broken/wrong.objective.yaml': 'objective: supcon\r\nclasses: [3, 3]\r\ntemperature: -1\r\n',
  'broken-project/objective-lens.yaml': 'dimension: -4\n',
  'broken-project/fine.objective.yaml': 'objective: info-nce\nsamples: 4\ntemperature: 0.1\n',
  'fine/fine.objective.json':
    '{ "objective": "info-nce", "samples": 6, "temperature": 0.2, "dimension": 16 }\n',
  'hostile/names.objective.yaml':
    'objective: supcon\nclasses: { "\\e[31mred": 60, "b\\nline": 6, c: 6 }\ntemperature: 0.5\n',
  'unknown/open.objective.yaml': 'objective: supcon\ntemperature: 0.1\n',
  'empty/readme.txt': 'nothing here',
  'large/many.objective.yaml': largeFile(60, 120),
};

/** Many objectives on many classes: megabytes of similarities. */
function largeFile(objectives: number, classes: number): string {
  const sizes = Array.from({ length: classes }, () => 5).join(', ');
  return `objectives:\n${Array.from({ length: objectives }, (_, k) => `  o${k}: { objective: soft-supcon, classes: [${sizes}], temperature: 0.1, across: 0.01 }\n`).join('')}`;
}

beforeAll(async () => {
  bundle = await mkdtemp(join(tmpdir(), 'objective-lens-cli-'));
  workspace = await realpath(await mkdtemp(join(tmpdir(), 'objective-lens-workspace-')));
  await promisify(execFile)(process.execPath, ['esbuild.mjs', '--outdir', bundle, 'cli'], {
    cwd: REPOSITORY,
  });
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), text);
  }
}, 60_000);
afterAll(() =>
  Promise.all([bundle, workspace].map((folder) => rm(folder, { recursive: true, force: true }))),
);

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(folder: string, ...args: string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(bundle, 'cli.js'), ...args], {
      cwd: join(workspace, folder),
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      stdout += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      stderr += part;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

interface Json {
  schemaVersion: number;
  objectives: Record<string, unknown>[];
  findings: { file: string; rule: string; severity: string; message: string; url: string; span: unknown }[];
  summary: Record<string, unknown>;
}
async function json(folder: string, ...args: string[]): Promise<Json> {
  return JSON.parse((await run(folder, 'analyze', ...args, '--format', 'json')).stdout) as Json;
}

describe('usage', () => {
  test.each<[string, string[], number, RegExp]>([
    ['--version', ['--version'], 0, new RegExp(`^${packageJson.version}\n$`)],
    ['--help', ['--help'], 0, /Usage: objective-lens analyze/],
    ['help of the command', ['analyze', '-h'], 0, /--fail-on LEVEL/],
    ['no command', [], 2, /a command is missing/],
    ['an unknown command', ['serve', '--stdio'], 2, /no command "serve", only analyze/],
    ['a command of later', ['design'], 2, /no command "design", only analyze/],
    ['a format of later', ['analyze', '--format', 'sarif'], 2, /sarif is not available.*text, json/],
    ['an unknown level', ['analyze', '--fail-on', 'fatal'], 2, /error, warning, information, never/],
    ['an unknown option', ['analyze', '--verbose'], 2, /Unknown option '--verbose'/],
    ['an option before the command', ['--format', 'json', 'check'], 2, /no command "check"/],
    ['an option without value', ['analyze', '--format'], 2, /format/],
  ])('%s', async (_, args, code, words) => {
    const result = await run('fine', ...args);
    expect(result.code).toBe(code);
    expect(code === 0 ? result.stdout : result.stderr).toMatch(words);
    expect(code === 0 ? result.stderr : result.stdout).toBe('');
  });

  test('help offers only what there is', async () => {
    const { stdout } = await run('fine', '--help');
    expect(stdout).not.toMatch(/sarif|github|serve|design/);
  });
});

describe('exit codes', () => {
  test.each<[string, string, string[], number]>([
    ['nothing at the level', 'fine', [], 0],
    ['information, and errors asked for', 'fine', ['--fail-on', 'warning'], 0],
    ['information asked for', 'fine', ['--fail-on', 'information'], 1],
    ['a warning, and errors asked for', 'project', [], 0],
    ['a warning asked for', 'project', ['--fail-on', 'warning'], 1],
    ['an error', 'broken', [], 1],
    ['an error that nobody minds', 'broken', ['--fail-on', 'never'], 0],
    ['an error in the project file', 'broken-project', [], 1],
    ['an error in the project file of a single file', 'broken-project', ['fine.objective.yaml'], 1],
    ['no objectives', 'empty', [], 0],
    ['a path that is not there', 'fine', ['gone', '.'], 2],
    ['only a file of no interest', 'empty', ['readme.txt'], 2],
    ['a file of no interest among others', 'empty', ['readme.txt', '../fine'], 0],
  ])('%s', async (_, folder, args, code) => expect((await run(folder, 'analyze', ...args)).code).toBe(code));

  test('what could not be read is named', async () => {
    const { stderr, stdout } = await run('fine', 'analyze', 'gone', '.');
    expect(stderr).toContain('cannot read gone: there is no such file or folder');
    expect(stdout).toContain('fine.objective.json:1');
  });
});

describe('text', () => {
  test('is a table, then findings, then a sum, without colours in a pipe', async () => {
    const { stdout } = await run('project', 'analyze');
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
    expect((await run('empty', 'analyze')).stdout).toBe('No objectives in 0 files.\n'));

  test('shows no control characters of names', async () => {
    const { stdout } = await run('hostile', 'analyze');
    expect(stdout).toContain('red');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toMatch(/b\nline/);
  });
});

describe('json', () => {
  test('has every field of an objective', async () => {
    const { schemaVersion, objectives } = await json('fine');
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
      'bound',
      'minimum',
      'gap',
      'certifiedWithin',
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
    const { objectives } = await json('project', 'src/train.py');
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
    const { findings } = await json('broken');
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
    const { objectives } = await json('unknown');
    expect(objectives[0]).toMatchObject({
      verdict: 'conditional',
      reason: null,
      condition: expect.stringContaining('classes'),
      gap: null,
      similarities: null,
    });
  });

  test('sums up', async () => {
    const { summary } = await json('project');
    expect(summary).toMatchObject({
      objectives: 3,
      verdicts: { realizable: 1, degenerate: 1, inconsistent: 1, conditional: 0, undecided: 0 },
      findings: { error: 0, warning: 2, information: 1 },
      unread: [],
    });
  });

  test('of megabytes arrives whole through a pipe', async () => {
    const { stdout, code } = await run('large', 'analyze', '--format', 'json');
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(5e6);
    expect((JSON.parse(stdout) as Json).objectives).toHaveLength(60);
  });

  test('may be left half read', async () => {
    const child = spawn(process.execPath, [join(bundle, 'cli.js'), 'analyze', '--format', 'json'], {
      cwd: join(workspace, 'large'),
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      stderr += part;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
  });
});

describe('paths and projects', () => {
  const names = async (folder: string, ...args: string[]) =>
    (await json(folder, ...args)).objectives.map(({ file, name }) => `${String(file)} ${String(name)}`);

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
      (await json(folder, path)).objectives.find(({ kind }) => kind === 'supcon')?.classes;
    expect(await classes('', 'project/src')).toHaveLength(3);
    expect(await classes('', 'project')).toHaveLength(3);
    expect(await classes('project/src', '.')).toBeNull();
  });
});

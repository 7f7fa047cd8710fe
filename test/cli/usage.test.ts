/** Arguments and exit codes of the command line. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json';
import { buildCommandLine, type CommandLine } from './commandLine';

let cli: CommandLine;
beforeAll(async () => {
  cli = await buildCommandLine();
}, 60_000);
afterAll(() => cli.dispose());

describe('usage', () => {
  test.each<[string, string[], number, RegExp]>([
    ['--version', ['--version'], 0, new RegExp(`^${packageJson.version}\n$`)],
    ['--help', ['--help'], 0, /Usage: objective-lens analyze/],
    ['help of the command', ['analyze', '-h'], 0, /--fail-on LEVEL/],
    ['no command', [], 2, /a command is missing/],
    ['an unknown command', ['serve', '--stdio'], 2, /no command "serve", only analyze and design/],
    ['an option of another command', ['analyze', '--temperature', '1'], 2, /no option of analyze/],
    ['a time limit of nothing', ['analyze', '--time-limit', '0'], 2, /--time-limit 0 is no number above 0/],
    ['a time limit of design', ['design', 'x.yaml', '--time-limit', '1'], 2, /no option of design/],
    ['a file limit of nothing', ['analyze', '--largest-file', '-1'], 2, /largest-file/],
    ['a file limit of design', ['design', 'x.yaml', '--largest-file', '1'], 2, /no option of design/],
    ['a format of later', ['analyze', '--format', 'sarif'], 2, /sarif is not available.*text, json/],
    ['an unknown level', ['analyze', '--fail-on', 'fatal'], 2, /error, warning, information, never/],
    ['an unknown option', ['analyze', '--verbose'], 2, /Unknown option '--verbose'/],
    ['an option before the command', ['--format', 'json', 'check'], 2, /no command "check"/],
    ['an option without value', ['analyze', '--format'], 2, /format/],
  ])('%s', async (_, args, code, words) => {
    const result = await cli.run('fine', ...args);
    expect(result.code).toBe(code);
    expect(code === 0 ? result.stdout : result.stderr).toMatch(words);
    expect(code === 0 ? result.stderr : result.stdout).toBe('');
  });

  test('help offers only what there is', async () => {
    const { stdout } = await cli.run('fine', '--help');
    expect(stdout).not.toMatch(/sarif|github|serve/);
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
    ['an error within a time that is never reached', 'broken', ['--time-limit', '600'], 1],
    ['an error that nobody minds', 'broken', ['--fail-on', 'never'], 0],
    ['an error in the project file', 'broken-project', [], 1],
    ['an error in the project file of a single file', 'broken-project', ['fine.objective.yaml'], 1],
    ['no objectives', 'empty', [], 0],
    ['a path that is not there', 'fine', ['gone', '.'], 2],
    ['only a file of no interest', 'empty', ['readme.txt'], 2],
    ['a file of no interest among others', 'empty', ['readme.txt', '../fine'], 0],
  ])('%s', async (_, folder, args, code) =>
    expect((await cli.run(folder, 'analyze', ...args)).code).toBe(code),
  );

  test('what could not be read is named', async () => {
    const { stderr, stdout } = await cli.run('fine', 'analyze', 'gone', '.');
    expect(stderr).toContain('cannot read gone: there is no such file or folder');
    expect(stdout).toContain('fine.objective.json:1');
  });
});

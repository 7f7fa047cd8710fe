/** One wrong entry of the settings costs that entry only. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_SEARCH, decodeEditorSearch } from '../../src/server/editorSearch';
import { DEFAULT_SETTINGS, decodeSettings } from '../../src/server/settings';

describe('settings', () => {
  it.each([undefined, null, 'text', 3, [], {}])('%j means the defaults', (value) => {
    expect(decodeSettings(value)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
  });

  it('reads every entry', () => {
    const { settings, problems } = decodeSettings({
      severity: { radius: 'error', 'zero-weight': 'off' },
      codeLens: { enabled: false },
      scope: 'openFiles',
      data: { largestFile: 5000 },
      trace: { server: 'off' },
    });
    expect(settings).toEqual({
      severity: { radius: 'error', 'zero-weight': 'off' },
      codeLens: false,
      scope: 'openFiles',
      search: DEFAULT_SEARCH,
      largestDataFile: 5_000_000_000,
    });
    expect(problems).toEqual([]);
  });

  it('names a wrong entry with what it may be, and keeps the others', () => {
    const { settings, problems } = decodeSettings({
      severity: { radius: 'fatal', dimension: 'warning' },
      codeLens: { enabled: 'yes' },
      scope: 'openFiles',
      data: { largestFile: '5 GB' },
    });
    expect(settings).toEqual({
      severity: { dimension: 'warning' },
      codeLens: true,
      scope: 'openFiles',
      search: DEFAULT_SEARCH,
      largestDataFile: DEFAULT_SETTINGS.largestDataFile,
    });
    expect(problems).toHaveLength(3);
    expect(problems[0]).toContain('objectiveLens.severity.radius is "fatal"');
    expect(problems[0]).toContain('error, warning, information, off');
    expect(problems[1]).toContain('objectiveLens.codeLens.enabled');
    expect(problems[2]).toBe(
      'Setting objectiveLens.data.largestFile is "5 GB", but must be a number of megabytes above 0.',
    );
  });
});

describe("the editor's own settings", () => {
  it.each([
    ['nothing, in an editor that has none', [null, null, null], DEFAULT_SEARCH],
    ['wrong types', ['a', 3, 'no'], DEFAULT_SEARCH],
    [
      'globs that are switched on, of both sections',
      [{ '**/.git': true, old: false }, { 'runs/**': true }, true],
      { exclude: ['**/.git', 'runs/**'], ignoreFiles: true },
    ],
    [
      'no glob that hides a file beside another one',
      [{ '*.py': { when: '$(basename).pyc' } }],
      DEFAULT_SEARCH,
    ],
    ['that .gitignore is not wanted', [{}, {}, false], { exclude: [], ignoreFiles: false }],
    ['no glob of absurd length', [{ ['*'.repeat(2000)]: true, '': true }], DEFAULT_SEARCH],
  ])('mean %s', (_, given, expected) => {
    expect(decodeEditorSearch(given)).toEqual(expected);
  });
});

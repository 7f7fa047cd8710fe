/** One wrong entry of the settings costs that entry only. */
import { describe, expect, it } from 'vitest';
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
      trace: { server: 'off' },
    });
    expect(settings).toEqual({
      severity: { radius: 'error', 'zero-weight': 'off' },
      codeLens: false,
      scope: 'openFiles',
    });
    expect(problems).toEqual([]);
  });

  it('names a wrong entry with what it may be, and keeps the others', () => {
    const { settings, problems } = decodeSettings({
      severity: { radius: 'fatal', dimension: 'warning' },
      codeLens: { enabled: 'yes' },
      scope: 'openFiles',
    });
    expect(settings).toEqual({ severity: { dimension: 'warning' }, codeLens: true, scope: 'openFiles' });
    expect(problems).toHaveLength(2);
    expect(problems[0]).toContain('objectiveLens.severity.radius is "fatal"');
    expect(problems[0]).toContain('error, warning, information, off');
    expect(problems[1]).toContain('objectiveLens.codeLens.enabled');
  });
});

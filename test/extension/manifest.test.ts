/** What package.json promises and what the code keeps are the same. */
import { access, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import * as commandIds from '../../src/extension/commandIds';
import { RULES } from '../../src/language/rules/registry';
import { DEFAULT_SETTINGS, decodeSettings, SETTINGS_SECTION } from '../../src/server/settings';

const manifest = JSON.parse(await readFile('package.json', 'utf8'));
const { contributes } = manifest;
const properties: Record<string, { default: unknown; properties?: Record<string, { enum: string[] }> }> =
  contributes.configuration.properties;

describe('package.json', () => {
  it('declares exactly the commands that the extension registers', () => {
    const declared = contributes.commands.map(({ command }: { command: string }) => command).sort();
    expect(declared).toEqual(Object.values(commandIds).sort());
    for (const { category } of contributes.commands) expect(category).toBe('Objective Lens');
  });

  it('lets the severity of every rule be set, to what the server understands', () => {
    const { severity } = { severity: properties['objectiveLens.severity'].properties! };
    expect(Object.keys(severity).sort()).toEqual(Object.keys(RULES).sort());
    for (const [rule, { enum: levels }] of Object.entries(severity))
      for (const level of levels)
        expect(decodeSettings({ severity: { [rule]: level } })).toMatchObject({
          settings: { severity: { [rule]: level } },
          problems: [],
        });
  });

  it('has the defaults of the server', () => {
    const nested: Record<string, unknown> = {};
    for (const [name, { default: value }] of Object.entries(properties)) {
      const [section, key, inner] = name.split('.');
      expect(section).toBe(SETTINGS_SECTION);
      nested[key] = inner === undefined ? value : { [inner]: value };
    }
    expect(decodeSettings(nested)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
  });

  it('names pictures that exist', async () => {
    const icons = [manifest.icon, contributes.viewsContainers.activitybar[0].icon];
    const steps: { media: { image: string } }[] = contributes.walkthroughs.flatMap(
      ({ steps }: { steps: unknown[] }) => steps,
    );
    for (const picture of [...icons, ...steps.map(({ media }) => media.image)]) await access(picture);
    const png = await readFile(manifest.icon);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([128, 128]);
  });
});

/** Each rule has a file, a section on the rules' page, a place in the settings and an address. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../../package.json';
import type { RuleId } from '../../../src/language/finding';
import { RULES } from '../../../src/language/rules/registry';
import { RULES_PAGE, rulePage } from '../../../src/language/rules/rulesPage';

const ROOM = join(__dirname, '../../../src/language/rules');
const page = readFileSync(join(ROOM, 'rules.md'), 'utf8');
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section]),
);
const ids = Object.keys(RULES) as RuleId[];
const MADE_BY_READERS: readonly RuleId[] = ['unknown-argument', 'invalid-value', 'float-as-string'];

describe.each(ids)('%s', (id) => {
  test('is registered under its own id, and checks unless readers make its findings', () => {
    expect(RULES[id].id).toBe(id);
    expect(RULES[id].check === null).toBe(MADE_BY_READERS.includes(id));
  });

  test('has a file of its name', () => expect(readdirSync(ROOM)).toContain(`${id}.ts`));

  test('has a section that says what, why with a number, an example, what to do and how severe', () => {
    const section = sections.get(id) ?? '';
    for (const part of ['What it means.', 'Why it matters.', 'Example.', 'What to do.', 'Severity.'])
      expect(section).toContain(`**${part}**`);
    const why = /\*\*Why it matters\.\*\*([^*]*)/.exec(section)?.[1] ?? '';
    expect(why).toMatch(/\d|\btwo\b|\bNaN\b|never/i);
  });

  test('has the default severity that its section names', () => {
    const severity = /\*\*Severity\.\*\* (\w+)/.exec(sections.get(id) ?? '')?.[1].toLowerCase();
    // Readers judge by the case; zero weights are information in the losses that have them by design.
    const named = MADE_BY_READERS.includes(id) || id === 'zero-weight';
    expect(named ? RULES[id].defaultSeverity : severity).toBe(RULES[id].defaultSeverity);
  });

  test('can be set in the editor', () => {
    const severities = packageJson.contributes.configuration.properties['objectiveLens.severity'];
    expect(Object.keys(severities.properties)).toContain(id);
  });
});

test('the page has no section without a rule, and every link leads to one', () => {
  expect([...sections.keys()].sort()).toEqual([...ids].sort());
  for (const [, target] of page.matchAll(/\]\(#([^)]*)\)/g)) expect(ids).toContain(target);
});

test('the address is that of the page in the repository', () => {
  const repository = packageJson.repository.url.replace(/\.git$/, '');
  expect(RULES_PAGE).toBe(`${repository}/blob/main/src/language/rules/rules.md`);
  expect(rulePage('radius')).toBe(`${RULES_PAGE}#radius`);
  expect(rulePage('radius', 'file:///rules.md')).toBe('file:///rules.md#radius');
});

/** Every work that a comment cites is in the list of references, and the list has none that is not cited. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = ['src', 'webview'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('node_modules'))
    .map((path) => join(room, path)),
);

/** Citation keys are a name and a year: [Khosla2020]. */
const cited = sources.flatMap((path) =>
  [...readFileSync(join(root, path), 'utf8').matchAll(/\[([A-Z][A-Za-z]+[12][0-9]{3})\]/g)].map(
    ([, key]) => ({ path, key }),
  ),
);
const listed = [
  ...readFileSync(join(root, 'src/geometry/REFERENCES.md'), 'utf8').matchAll(/^\|\s*([A-Z]\w+\d{4})\s*\|/gm),
].map(([, key]) => key);

test('every key that is cited is listed', () => {
  expect(cited.length).toBeGreaterThan(20);
  expect(cited.filter(({ key }) => !listed.includes(key))).toEqual([]);
});

test('every key that is listed is cited, once', () => {
  expect(listed.filter((key) => !cited.some((citation) => citation.key === key))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
});

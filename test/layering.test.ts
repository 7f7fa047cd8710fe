/** The table of src/README.md holds, and each of its rules really refuses the import that it forbids. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterEach, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const config = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));

async function violations(folder: string, sources: string[]): Promise<string[]> {
  const { tsConfig: _, ...options } = config.options;
  const result = await cruise(sources, {
    ...options,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: config.forbidden },
  });
  const { summary } = result.output as ICruiseResult;
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
}

/** A small tree of files beside the real packages, so that imports of packages resolve as they do here. */
const planted: string[] = [];
function plant(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'layering-'));
  planted.push(folder);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
afterEach(() => {
  for (const folder of planted.splice(0)) rmSync(folder, { recursive: true });
});

test('the project keeps its own rules', async () => {
  expect(await violations(root, ['src', 'webview'])).toEqual([]);
});

test('the map names every rule that is enforced on a room', () => {
  const map = readFileSync(join(root, 'src/README.md'), 'utf8');
  const rooms = config.forbidden.map(
    ({ name }: { name: string }) => /^(\w+)-imports-only-its-own$/.exec(name)?.[1],
  );
  for (const room of rooms.filter(Boolean)) expect(map).toContain(`\`${room}/\``);
});

const exporting = 'export const value = 1;\nexport type Value = number;\n';
const FORBIDDEN = [
  { from: 'src/objective/a.ts', to: 'src/geometry/b.ts', rule: 'objective-imports-only-its-own' },
  { from: 'src/geometry/a.ts', to: 'src/language/b.ts', rule: 'geometry-imports-only-its-own' },
  { from: 'src/data/a.ts', to: 'src/language/b.ts', rule: 'data-imports-only-its-own' },
  { from: 'src/language/a.ts', to: 'src/server/b.ts', rule: 'language-imports-only-its-own' },
  { from: 'src/protocol/a.ts', to: 'src/server/b.ts', rule: 'protocol-imports-only-its-own' },
  { from: 'src/protocol/a.ts', to: 'src/language/b.ts', rule: 'protocol-imports-only-types' },
  { from: 'src/server/a.ts', to: 'src/extension/b.ts', rule: 'server-imports-only-its-own' },
  { from: 'src/cli/a.ts', to: 'src/server/b.ts', rule: 'cli-imports-only-its-own' },
  { from: 'src/extension/a.ts', to: 'src/geometry/b.ts', rule: 'extension-imports-only-its-own' },
  { from: 'src/geometry/a.ts', to: 'webview/b.ts', rule: 'geometry-imports-only-its-own' },
  { from: 'webview/a.ts', to: 'src/geometry/b.ts', rule: 'webview-imports-only-protocol' },
];

describe('a forbidden import is refused', () => {
  test.each(FORBIDDEN)('$from → $to', async ({ from, to, rule }) => {
    const path = `${'../'.repeat(from.split('/').length - 1)}${to.replace('.ts', '')}`;
    const folder = plant({
      [from]: `import { value } from '${path}';\nconsole.log(value);\n`,
      [to]: exporting,
    });
    expect(await violations(folder, [from, to])).toContain(rule);
  });

  const PACKAGES = [
    { from: 'src/geometry/a.ts', name: 'ml-matrix', rule: 'one-door-for-ml-matrix' },
    { from: 'src/server/a.ts', name: 'vscode-languageclient', rule: 'one-door-for-vscode-languageclient' },
    { from: 'src/server/a.ts', name: 'web-tree-sitter', rule: 'one-door-for-web-tree-sitter' },
    {
      from: 'webview/panel.ts',
      name: '@vscode/webview-ui-toolkit',
      rule: 'one-door-for--vscode-webview-ui-toolkit',
    },
    { from: 'src/language/a.ts', name: 'node:fs', rule: 'pure-rooms-do-no-io' },
  ];
  test.each(PACKAGES)('$from → $name', async ({ from, name, rule }) => {
    const folder = plant({ [from]: `import * as it from '${name}';\nconsole.log(it);\n` });
    expect(await violations(folder, [from])).toContain(rule);
  });

  test('an import circle', async () => {
    const folder = plant({
      'src/geometry/a.ts': "import { b } from './b';\nexport const a = () => b;\n",
      'src/geometry/b.ts': "import { a } from './a';\nexport const b = () => a;\n",
    });
    expect(await violations(folder, ['src'])).toContain('no-import-circle');
  });

  test('but a type through the protocol is welcome', async () => {
    const folder = plant({
      'src/protocol/a.ts': "import type { Value } from '../language/b';\nexport type Mine = Value;\n",
      'src/language/b.ts': exporting,
    });
    expect(await violations(folder, ['src'])).toEqual([]);
  });
});

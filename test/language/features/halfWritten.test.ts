/** Half-written texts: whatever stands around the cursor, completion and hovers answer, and edits stay in the text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { completionsAt } from '../../../src/language/features/completion/completions';
import { keyHoverAt } from '../../../src/language/features/keyHover';
import { suppressionsIn } from '../../../src/language/rules/suppressions';

const SOURCES = { dataFiles: async () => ['a.csv'], columns: async () => ['age'] };
const folder = join(import.meta.dirname, '../../../examples');
const EXAMPLES = readdirSync(folder)
  .filter((name) => /\.objective\.(yaml|json)$|^objective-lens\.yaml$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8').slice(0, 1500) }));
const TOML = {
  name: 'a.objective.toml',
  text: '[objectives.a]\nobjective = "y-aware"\nlabels = { file = "a.csv" }\n',
};

/** A text of ours with a piece cut out, a character put in, and a cursor somewhere. */
const halfWritten = fc
  .record({
    example: fc.constantFrom(...EXAMPLES, TOML),
    cut: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40)),
    added: fc.constantFrom(
      '',
      '{',
      '[',
      '"',
      "'",
      ':',
      '- ',
      '#',
      '\t',
      '\r\n',
      '|',
      '&a ',
      '*a',
      '---\n',
      '\u0000',
      '🙂',
    ),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ example: { name, text }, cut: [from, length], added, at }) => {
    const start = Math.floor(from * text.length);
    const changed = text.slice(0, start) + added + text.slice(start + length);
    return { name, text: changed, offset: Math.floor(at * changed.length) };
  });

it('completion answers with edits around the cursor, on its line', async () => {
  await fc.assert(
    fc.asyncProperty(halfWritten, async ({ name, text, offset }) => {
      for (const { span, label } of await completionsAt(name, text, offset, SOURCES)) {
        expect(label).not.toBe('');
        expect(span.start).toBeLessThanOrEqual(offset);
        expect(span.end).toBeGreaterThanOrEqual(offset);
        expect(text.slice(span.start, span.end)).not.toContain('\n');
      }
    }),
    { seed: 7, numRuns: 600 },
  );
});

it('hovers are about the key under the pointer', () => {
  fc.assert(
    fc.property(halfWritten, ({ name, text, offset }) => {
      const hover = keyHoverAt(name, text, offset);
      if (hover === null) return;
      expect(hover.span.start).toBeLessThanOrEqual(offset);
      expect(hover.span.end).toBeGreaterThanOrEqual(offset);
    }),
    { seed: 7, numRuns: 600 },
  );
});

it('comments are looked for in any text', () => {
  const words = fc.constantFrom(
    '# objective-lens: ignore',
    '[radius]',
    '"""',
    "'",
    '"',
    '\n',
    ' ',
    '|',
    '{',
    '//',
    'x = 1',
    '\\',
  );
  const texts = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, fc.constantFrom('a.py', 'a.yaml', 'a.toml', 'a.json', 'a.ipynb'), (text, path) => {
      for (const { line } of suppressionsIn({ path, text }).suppressions) {
        expect(line.start).toBeLessThanOrEqual(line.end);
        expect(line.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { seed: 7, numRuns: 600 },
  );
});

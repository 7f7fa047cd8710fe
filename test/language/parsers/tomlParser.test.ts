/** TOML becomes the same tree as YAML and JSON, wherever its tables stand; an error is told where it stands. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseToml } from '../../../src/language/parsers/tomlParser';
import type { ValueNode } from '../../../src/language/values';
import { read } from '../../support/pythonReader';

function plain(node: ValueNode | null): unknown {
  if (node?.kind === 'list') return node.items.map(plain);
  if (node?.kind === 'map')
    return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
  return node && 'value' in node ? node.value : (node?.kind ?? null);
}

describe('TOML', () => {
  it.each([
    { text: 'a = 1e-3\nb = "1e-3"\nc = [true, 0x10]', value: { a: 0.001, b: '1e-3', c: [true, 16] } },
    { text: 'a.b.c = 1\na.b.d = 2', value: { a: { b: { c: 1, d: 2 } } } },
    {
      text: '[a.b]\nc = 1\n[a]\nd = { e = 2, f.g = 3 }',
      value: { a: { b: { c: 1 }, d: { e: 2, f: { g: 3 } } } },
    },
    {
      text: '[[a]]\nb = 1\n[a.c]\nd = 2\n[[a]]\n[[a.e]]\nf = 3\n[[a.e]]',
      value: { a: [{ b: 1, c: { d: 2 } }, { e: [{ f: 3 }, {}] }] },
    },
    { text: '"rare ü" = 5\n\'b.c\' = 6', value: { 'rare ü': 5, 'b.c': 6 } },
    { text: 'day = 1979-05-27', value: { day: 'opaque' } },
    { text: '# nothing\n', value: null },
    { text: '', value: null },
  ])('reads $text', ({ text, value }) => {
    const { root, problems } = parseToml(text);
    expect(problems).toEqual([]);
    expect(plain(root)).toEqual(value);
  });

  it('knows where each key and value stands, behind a byte order mark, emoji and carriage returns', () => {
    const text = '\uFEFF# 🙂\r\n[objectives.head]\r\ntemperature = 0.25\r\n';
    const objectives = parseToml(text).root;
    const [list] = objectives?.kind === 'map' ? objectives.entries : [];
    const [head] = list.value.kind === 'map' ? list.value.entries : [];
    const [temperature] = head.value.kind === 'map' ? head.value.entries : [];
    const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect([at(head.keySpan), at(head.value.span)]).toEqual([
      'head',
      '[objectives.head]\r\ntemperature = 0.25',
    ]);
    expect([at(temperature.keySpan), at(temperature.value.span)]).toEqual(['temperature', '0.25']);
  });

  it.each([
    { text: 'temperature =', at: '=', message: 'a value is expected here' },
    { text: 'temperature = 0.1\ntemperature = 2', at: 't', message: 'this key stands twice' },
    { text: 'classes = [1, 2', at: '2', message: 'the list is not closed' },
    { text: 'objective = supcon', at: 's', message: 'text stands in double quotes' },
    { text: 'a = 1 b = 2', at: 'b', message: 'one line holds one key' },
  ])('tells what is wrong in $text', ({ text, at, message }) => {
    const { root, problems } = parseToml(text);
    expect(root).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0].message).toContain(message);
    expect(text.slice(problems[0].span.start, problems[0].span.end)).toBe(at);
  });

  it.each(['a = [', '{b = ', '[a'])('does not follow %j without end', (opening) => {
    expect(parseToml(opening.repeat(20_000)).problems[0].message).toContain('more than 100 levels deep');
  });

  it('refuses what would take it too long, and names the limit', () => {
    const [problem] = parseToml(`labels = [${'1,'.repeat(80_000)}]`).problems;
    expect(problem.message).toContain('0.16 million characters');
    expect(problem.message).toContain('the limit is 0.15 million');
    expect(parseToml(`a${'.a'.repeat(5000)} = 1`).problems[0].message).toContain('100 levels deep');
  });

  it('never throws, and points into the text', () => {
    const pieces = fc.constantFrom(
      'a',
      '.',
      ' = ',
      '\n',
      '[',
      ']',
      '[[',
      ']]',
      '{',
      '}',
      '"',
      "'''",
      ',',
      '1e',
      '#',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        for (const { span } of parseToml(text).problems)
          expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
      }),
      { seed: 20, numRuns: 2000 },
    );
  });
});

describe('objective files in TOML', () => {
  it('are read like any other', () => {
    const { definitions, findings } = read(
      'a.objective.toml',
      'objective = "supcon"\ntemperature = 0.1\n[classes]\nhead = 60\ntail = 6\n',
    );
    expect(findings).toEqual([]);
    expect(definitions[0]).toMatchObject({ name: 'a', kind: 'supcon', dialect: 'objective-file' });
    expect(definitions[0].parameters.classes?.value).toEqual([
      { name: 'head', count: 60 },
      { name: 'tail', count: 6 },
    ]);
  });

  it('may hold several, each under its name', () => {
    const text =
      '[objectives.one]\nobjective = "info-nce"\ntemperature = 0.5\n[objectives.two]\nobjective = "supcon"\n';
    const { definitions } = read('b.objective.toml', text);
    expect(definitions.map(({ name, headSpan }) => [name, text.slice(headSpan.start, headSpan.end)])).toEqual(
      [
        ['one', 'one'],
        ['two', 'two'],
      ],
    );
  });

  it('tell a syntax error and a wrong value at their places', () => {
    const broken = read('c.objective.toml', 'objective = "supcon"\ntemperature = \n');
    expect(broken.incompleteBecause).toContain('a value is expected');
    const wrong = read('d.objective.toml', 'objective = "supcon"\ntemperature = -1\n');
    expect(wrong.findings).toMatchObject([{ rule: 'invalid-value', span: { start: 35, end: 37 } }]);
  });
});

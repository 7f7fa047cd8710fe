/** YAML and JSON become one tree, whatever is wrong with them; nothing that a text can hold exhausts the machine. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/language/parsers/jsonParser';
import type { ParsedText } from '../../../src/language/parsers/parsedText';
import { parseYaml, parseYamlDocuments } from '../../../src/language/parsers/yamlParser';
import type { ValueNode } from '../../../src/language/values';

const yaml = (text: string) => parseYaml(text, 'objective-file');

/** The value that a tree stands for; of repeated keys all are kept, as pairs. */
function plain(node: ValueNode): unknown {
  if (node.kind === 'list') return node.items.map(plain);
  if (node.kind === 'map') return node.entries.map(({ key, value }) => [key, plain(value)]);
  if (node.kind === 'null') return null;
  return 'value' in node ? node.value : node.kind;
}

function expectSpansInside({ root, problems }: ParsedText, length: number): void {
  const spans = problems.map(({ span }) => span);
  const stack = root ? [root] : [];
  while (stack.length > 0) {
    const node = stack.pop() as ValueNode;
    spans.push(node.span);
    if (node.kind === 'list') stack.push(...node.items);
    if (node.kind === 'map')
      for (const { keySpan, value } of node.entries) spans.push(keySpan) && stack.push(value);
  }
  for (const { start, end } of spans) expect(start >= 0 && start <= end && end <= length).toBe(true);
}

describe('YAML', () => {
  it.each([
    {
      text: 'a: 1e-3\nb: "1e-3"\nc: [yes, ~, x]',
      value: [
        ['a', 0.001],
        ['b', '1e-3'],
        ['c', [true, null, 'x']],
      ],
    },
    {
      text: 'a: 1\na: 2',
      value: [
        ['a', 1],
        ['a', 2],
      ],
    },
    {
      text: 'x: &v [1, 2]\ny: *v',
      value: [
        ['x', [1, 2]],
        ['y', [1, 2]],
      ],
    },
    {
      text: 'x: &v {a: 1}\ny:\n  <<: *v\n  b: 2',
      value: [
        ['x', [['a', 1]]],
        [
          'y',
          [
            ['a', 1],
            ['b', 2],
          ],
        ],
      ],
    },
    {
      text: '1: one\nno: two',
      value: [
        ['1', 'one'],
        ['no', 'two'],
      ],
    },
    {
      text: 'a: !!str 1\nb: !!float "2"\nc: !own 3',
      value: [
        ['a', '1'],
        ['b', 2],
        ['c', 'opaque'],
      ],
    },
    { text: '\uFEFFa: 1', value: [['a', 1]] },
    {
      text: 'a: 1\r\nb: 2\r\n',
      value: [
        ['a', 1],
        ['b', 2],
      ],
    },
  ])('$text', ({ text, value }) => {
    const { root, problems } = yaml(text);
    expect(problems).toEqual([]);
    expect(root && plain(root)).toEqual(value);
  });

  it('underlines the key of a value that is not yet typed', () => {
    const { root } = yaml('a: 1\nbc:');
    expect(root?.kind === 'map' && root.entries[1].value).toEqual({
      kind: 'null',
      span: { start: 5, end: 7 },
    });
  });

  it.each([
    { name: 'an unclosed list', text: 'a: [1, 2', part: 'the list is not closed with ]', at: '2' },
    {
      name: 'an unknown alias',
      text: 'a: *b',
      part: 'nothing before this place has the anchor &b',
      at: '*b',
    },
    { name: 'a second document', text: 'a: 1\n---\nb: 2', part: 'a file holds one document', at: '---' },
    { name: 'a tab as indentation', text: 'a:\n\tb: 1', part: 'YAML syntax', at: null },
  ])('reports $name and keeps the rest', ({ text, part, at }) => {
    const { root, problems } = yaml(text);
    expect(problems[0].message).toContain(part);
    const { start, end } = problems[0].span;
    if (at !== null) expect(text.slice(start, end)).toBe(at);
    expect(root?.kind === 'map' && root.entries[0].key).toBe('a');
  });

  it('follows aliases of aliases only so far', () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`,
    );
    const { problems } = yaml(['l0: &l0 [1]', ...levels].join('\n'));
    expect(problems.map(({ message }) => message).join()).toContain(
      'aliases multiply to more than 100,000 values',
    );
  });

  it.each([
    {
      text: 'a: &a { x: 1, y: 2 }\nb: { y: 3, <<: *a }',
      b: [
        ['x', 1],
        ['y', 3],
      ],
    },
    {
      text: 'a: &a { x: 1, y: 2 }\nb: { <<: *a, y: 3 }',
      b: [
        ['x', 1],
        ['y', 3],
      ],
    },
    {
      text: 'a: &a { x: 1 }\nc: &c { x: 2, y: 2 }\nb: { <<: [*a, *c] }',
      b: [
        ['x', 1],
        ['y', 2],
      ],
    },
    { text: 'a: &a 3\nb: { <<: *a }', b: [['<<', 3]] },
  ])('merges as YAML does: $text', ({ text, b }) => {
    const { root } = yaml(text);
    const entry = root?.kind === 'map' ? root.entries.find(({ key }) => key === 'b') : undefined;
    expect(entry && plain(entry.value)).toEqual(b);
  });

  it('reads every document of a file, when asked', () => {
    const documents = parseYamlDocuments('# one\n---\na: 1e-3\n---\n- 2\n...\n', 'pyyaml');
    expect(documents.map(({ root }) => root && plain(root))).toEqual([[['a', '1e-3']], [2]]);
    expect(documents.flatMap(({ problems }) => problems)).toEqual([]);
    expect(
      parseYamlDocuments('a: [1\n---\nb: 2\n', 'pyyaml').map(({ problems }) => problems.length > 0),
    ).toEqual([true, false]);
  });

  it('survives an anchor that holds itself', () => {
    expect(yaml('a: &a [*a]').problems).toHaveLength(1);
  });
});

describe('JSON', () => {
  it.each([
    {
      text: '{"a": 1e-3, "a": [true, null, "x"], }',
      value: [
        ['a', 0.001],
        ['a', [true, null, 'x']],
      ],
    },
    { text: '// c\n{"a": 1}', value: [['a', 1]] },
    { text: '\uFEFF{"a": 1}', value: [['a', 1]] },
  ])('$text', ({ text, value }) => {
    const { root, problems } = parseJson(text);
    expect(problems).toEqual([]);
    expect(root && plain(root)).toEqual(value);
  });

  it.each([
    { name: 'NaN', text: '{"a": NaN}', part: '`NaN` is no JSON value; numbers must be finite', at: 'NaN' },
    { name: 'a missing value', text: '{"a": }', part: 'a value is expected here', at: '}' },
    { name: 'an unclosed list', text: '{"a": [1, 2', part: '] is missing', at: '2' },
    { name: 'a second value', text: '{"a": 1} {}', part: 'the file holds one value', at: '{' },
  ])('reports $name', ({ text, part, at }) => {
    const found = parseJson(text).problems.find(({ message }) => message.includes(part));
    expect(found && text.slice(found.span.start, found.span.end)).toBe(at);
  });
});

const PARSERS = [
  { name: 'YAML', parse: yaml, deep: ['[', '- ', '? ', '{a: '] },
  { name: 'JSON', parse: parseJson, deep: ['[', '{"a":'] },
] as const;

describe.each(PARSERS)('$name', ({ name, parse, deep }) => {
  it('does not read ten million characters, and names the limit', () => {
    const { root, problems } = parse(`# long\nlabels: [${'0.1, '.repeat(2_000_000)}]`);
    expect(root).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0].message).toContain(`This ${name} file has 10.0 million characters`);
    expect(problems[0].message).toContain('the limit is 1.0 million');
    expect(problems[0].span).toEqual({ start: 0, end: 6 });
  });

  it.each(deep)('does not follow %j without end', (opening) => {
    const { problems } = parse(opening.repeat(20_000));
    expect(problems[0].message).toContain('nests values more than 100 levels deep');
  });

  it('reads nesting that somebody might write', () => {
    const { root, problems } = parse(`${'['.repeat(20)}1${']'.repeat(20)}`);
    expect(problems).toEqual([]);
    expect(root?.kind).toBe('list');
  });

  it('never throws, and points into the text', () => {
    const pieces = fc.constantFrom(
      'a: ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&a ',
      '*a',
      '|',
      '>',
      '#',
      ',',
      '1',
      ': ',
      '? ',
      '!!int ',
      '---\n',
      '%',
      '\t',
      '\\',
      '<<: ',
      '😀',
      '\u0000',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => expectSpansInside(parse(text), text.length)),
      { seed: 20261124, numRuns: 2000 },
    );
  });
});

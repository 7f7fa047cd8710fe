/** The reader over all syntaxes: which files it takes, what it survives, and that editing reads as opening does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_PROJECT } from '../../src/language/project';
import { readProjectFile } from '../../src/language/projectFile';
import type { Reading } from '../../src/language/reading';
import { python, read, reader } from '../support/pythonReader';

describe('which files', () => {
  it.each([
    ['a.objective.yaml', true],
    ['runs/A.Objective.YML', true],
    ['a.objective.json', true],
    ['train.py', true],
    ['objective-lens.yaml', true],
    ['sub/objective-lens.yaml', true],
    ['config.yaml', true],
    ['config.YML', true],
    ['train.toml', true],
    ['a.ipynb', true],
    ['objective.yaml', true],
    ['a.pyc', false],
    ['a.json', true],
    ['a.jsonl', false],
    ['yaml', false],
    ['a.csv', false],
  ])('%s: %s', (path, accepted) => {
    expect(reader.accepts(path)).toBe(accepted);
  });

  it('takes no config for an objective file', () => {
    expect(read('config.yaml', 'objective: supcon').definitions).toEqual([]);
  });

  it('reports on the project file itself', () => {
    const { findings, definitions } = read('objective-lens.yaml', 'dimension: 0');
    expect(definitions).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toEqual(['invalid-value']);
  });
});

describe('the project', () => {
  const { project } = readProjectFile(
    'data: [{ objectives: "src/**", classes: [5, 3], labels: [[1, 2], [3, 4]] }]',
  );

  it('gives a Python objective its class sizes, with their origin', () => {
    const [definition] = read(
      'src/train.py',
      'from losses import SupConLoss\nc = SupConLoss(0.1)',
      project,
    ).definitions;
    expect(definition.parameters.classes).toMatchObject({
      value: [{ count: 5 }, { count: 3 }],
      origin: 'config objective-lens.yaml',
      span: null,
    });
  });

  it('cannot give labels of other columns than the bandwidths', () => {
    const text = 'objective: y-aware\nbandwidth: [1, 2, 3]';
    const { definitions, broken, findings } = read('src/a.objective.yaml', text, project);
    expect(definitions).toEqual([]);
    expect(broken.map(({ name }) => name)).toEqual(['a']);
    expect(findings.map(({ span }) => text.slice(span.start, span.end))).toEqual(['[1, 2, 3]']);
  });
});

describe('Python that is being typed', () => {
  const whole = 'from losses import SupConLoss\na = SupConLoss(0.1)\n';

  it.each([
    { name: 'an open call', rest: 'b = SupConLoss(temperature=\n', hidden: 'line 3' },
    { name: 'an open call of a module', rest: 'b = losses.SupConLoss(0.2,\nx = 1\n', hidden: 'line 3' },
    { name: 'an open bracket elsewhere', rest: 'x = [1,\n', hidden: null },
    { name: 'nonsense', rest: 'def (:\n  %% 3\n', hidden: null },
  ])('$name: whole objectives are read', ({ rest, hidden }) => {
    const { definitions, incompleteBecause } = read('a.py', whole + rest);
    expect(definitions.map(({ name, parameters }) => [name, parameters.temperature.value])).toEqual([
      ['a', 0.1],
    ]);
    if (hidden === null) expect(incompleteBecause).toBeNull();
    else expect(incompleteBecause).toContain(hidden);
  });

  it('calls an objective with an error inside its call broken', () => {
    const { definitions, broken } = read('a.py', `${whole}b = SupConLoss(temperature=)\n`);
    expect(definitions.map(({ name }) => name)).toEqual(['a']);
    expect(broken.map(({ name, kind }) => [name, kind])).toEqual([['b', 'supcon']]);
  });
});

describe('texts beyond measure', () => {
  it('a Python file of ten megabytes that names a loss is refused where it does', () => {
    const text = `${'x = 1\n'.repeat(1_700_000)}c = SupConLoss(0.1)\n`;
    const { definitions, findings, incompleteBecause } = read('big.py', text);
    expect(definitions).toEqual([]);
    expect(findings.map(({ span, message }) => [text.slice(span.start, span.end), message])).toEqual([
      [
        'SupConLoss',
        expect.stringContaining('10.2 million characters and is not read: the limit is 1 million'),
      ],
    ]);
    expect(incompleteBecause).not.toBeNull();
  });

  it('a Python file beyond the limit is not parsed for its configs either', () => {
    const config = "model = dict(head=dict(type='ContrastiveHead', temperature=0.1))\n";
    expect(read('small.py', config).definitions).toHaveLength(1);
    expect(read('big.py', `${'x = 1\n'.repeat(170_000)}${config}`).definitions).toEqual([]);
  });

  it('a Python file of ten megabytes without any loss costs a search', () => {
    expect(read('big.py', 'x = 1\n'.repeat(1_700_000))).toMatchObject({
      findings: [],
      incompleteBecause: null,
    });
  });

  it.each(['(', '[', 'f(', 'SupConLoss(', 'a.', 'x = ', 'lambda: ', '1+', 'not ', '{"a":', 'if 1:\n '])(
    '%j, many times',
    (part) => {
      const text = `SupConLoss\n${part.repeat(20_000)}`;
      expectSane(read('deep.py', text), text);
    },
  );

  it.each([
    [
      'constants of constants',
      `${Array.from({ length: 60 }, (_, i) => `A${i + 1} = A${i} + A${i}`).join('\n')}\nc = SupConLoss(A60)`,
    ],
    ['a long sum', `c = SupConLoss(${'1 + '.repeat(5000)}1)`],
    ['a long list', `c = SupConLoss([${'1, '.repeat(50_000)}])`],
    ['many arguments', `c = SupConLoss(${Array.from({ length: 5000 }, (_, i) => `a${i}=1`).join(', ')})`],
    [
      'names of names',
      `${Array.from({ length: 500 }, (_, i) => `A${i + 1} = A${i}`).join('\n')}\nA0 = SupConLoss\nc = A500(0.1)`,
    ],
    ['names in a circle', 'A = B\nB = A\nSupConLoss = A\nc = SupConLoss(A)'],
  ])('%s end', (_, text) => {
    expectSane(read('loop.py', text), text);
  });
});

/** Every span lies inside the text, and what is broken has a finding or an unfinished call to blame. */
function expectSane({ definitions, broken, findings }: Reading, text: string): void {
  const parameters = definitions.flatMap((definition) => Object.values(definition.parameters));
  const spans = [
    ...[...definitions, ...broken].flatMap(({ span, headSpan }) => [span, headSpan]),
    ...findings.map(({ span }) => span),
    ...parameters.flatMap(({ span }) => (span ? [span] : [])),
  ];
  for (const { start, end } of spans) expect(0 <= start && start <= end && end <= text.length).toBe(true);
  for (const { value } of parameters)
    if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
}

const PYTHON_PIECES = [
  'SupConLoss',
  '(',
  ')',
  '0.1',
  'temperature=',
  ',',
  '\n',
  '    ',
  'def f(T):',
  'class A:',
  'T',
  ' = ',
  '**',
  '-',
  '"',
  "'",
  '"""',
  '#',
  'import ',
  'from losses ',
  'as ',
  '[',
  ']',
  '{',
  '}',
  'lambda ',
  ':',
  'self.',
  'NTXentLoss',
  'global T',
  '😀',
  '\r\n',
  '\\',
  '\u0000',
];
const DATA_PIECES = [
  'objective: ',
  'supcon',
  'y-aware',
  'weighted',
  'temperature: ',
  '"objective": "x-clr"',
  'classes: ',
  'labels: ',
  'weights: ',
  'objectives: ',
  '[',
  ']',
  '{',
  '}',
  '1',
  '-2',
  '.nan',
  ', ',
  ': ',
  '\n',
  '  ',
  'a',
  '"',
  '&a ',
  '*a',
  'features: ',
  'bandwidth: ',
  'views: ',
  'file: x',
  'across: 0.1',
];

describe('any text', () => {
  const textOf = (pieces: readonly string[]) =>
    fc.oneof(
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
      {
        weight: 3,
        arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
      },
    );

  it.each([
    { path: 'any.py', pieces: PYTHON_PIECES },
    { path: 'any.objective.yaml', pieces: DATA_PIECES },
    { path: 'any.objective.json', pieces: DATA_PIECES },
    { path: 'objective-lens.yaml', pieces: [...DATA_PIECES, 'data: ', 'exclude: ', 'dialects: '] },
  ])('of $path never throws, and findings point into it', ({ path, pieces }) => {
    fc.assert(
      fc.property(textOf(pieces), (text) => expectSane(read(path, text), text)),
      { seed: 20261124, numRuns: 1500 },
    );
  });

  it('reads the same after edits as when it is opened', () => {
    const edits = fc.array(textOf(PYTHON_PIECES), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(edits, fc.nat(), (parts, at) => {
        reader.forget('file:///edited.py');
        let text = '"😀"; c = SupConLoss(0.1)\n';
        for (const part of parts) {
          const cut = at % (text.length + 1);
          text = text.slice(0, cut) + part + text.slice(cut + (part.length % 5));
          const edited = reader.read({ uri: 'file:///edited.py', path: 'edited.py', text }, EMPTY_PROJECT);
          reader.forget('file:///opened.py');
          const opened = reader.read({ uri: 'file:///opened.py', path: 'opened.py', text }, EMPTY_PROJECT);
          expect(edited).toEqual(opened);
        }
      }),
      { seed: 20261124, numRuns: 500 },
    );
  });
});

describe('the parse trees', () => {
  it('are kept for a few documents only, and can be forgotten twice', () => {
    for (let i = 0; i < 200; i++) python.parse(`file:///${i}.py`, `c = SupConLoss(${i})`);
    const again = python.parse('file:///0.py', 'c = SupConLoss(1)');
    expect(again.callsNamed('SupConLoss')).toHaveLength(1);
    for (let i = 0; i < 200; i++) python.forget(`file:///${i}.py`);
    python.forget('file:///0.py');
  });

  it('of a text that only its configs need is kept between two readings', () => {
    const text = "model = dict(loss=dict(type='SupCon', temperature=0.1))\n";
    expect(read('config.py', text).definitions).toHaveLength(1);
    const parsed = python.parse('file:///config.py', text);
    read('config.py', text);
    expect(python.parse('file:///config.py', text)).toBe(parsed);
    python.forget('file:///config.py');
  });
});

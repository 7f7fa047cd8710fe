/** Completion: what is offered at the cursor, `|`, of half-written files, and what stands there when it is taken. */
import { describe, expect, it } from 'vitest';
import { completionsAt } from '../../../src/language/features/completion/completions';
import { read } from '../../support/pythonReader';

const lines = (...parts: string[]) => parts.join('\n');

const SOURCES = {
  dataFiles: async () => ['data/ages.csv', 'runs/deep/text.npy', 'labels.npy'],
  columns: async (path: string) => (path === 'data/ages.csv' ? ['subject', 'age'] : []),
};

async function complete(path: string, marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const items = await completionsAt(path, text, offset, SOURCES);
  /** The text when the item is taken, with the snippet's first choice. */
  const taken = (label: string) => {
    const item = items.find((one) => one.label === label);
    if (!item) throw new Error(`no ${label} among ${items.map((one) => one.label)}`);
    const written = item.snippet
      .replace(/\$\{1\|((?:\\.|[^,|\\])*)(?:\\.|[^|\\])*\|\}/g, '$1')
      .replace(/\$\{1:((?:\\.|[^}\\])*)\}/g, '$1')
      .replace(/\\(.)/g, '$1');
    return text.slice(0, item.span.start) + written + text.slice(item.span.end);
  };
  return { labels: items.map(({ label }) => label), items, taken };
}

const SUPCON = ['temperature', 'similarity', 'dimension', 'views', 'batch', 'classes', 'balance'];
const KINDS = ['supcon', 'soft-supcon', 'y-aware', 'euclidean-euclidean', 'x-clr', 'info-nce', 'weighted'];
const KERNELS = ['gaussian', 'laplacian', 'epanechnikov', 'triangular', 'cosine'];
const without = (names: readonly string[], ...gone: string[]) => names.filter((name) => !gone.includes(name));

describe('in YAML', () => {
  it.each<[string, string, readonly string[]]>([
    ['keys of the kind', lines('objective: supcon', '|'), SUPCON],
    [
      'keys that are not written yet',
      lines('objective: supcon', 'temperature: 0.1', '|', 'batch: 8'),
      without(SUPCON, 'temperature', 'batch'),
    ],
    ['keys where one is being typed', lines('objective: supcon', 'temp|'), SUPCON],
    ['keys before the others', lines('|', 'objective: supcon', 'batch: 3'), without(SUPCON, 'batch')],
    [
      'required keys first',
      lines('objective: soft-supcon', '|'),
      ['across', ...without(SUPCON)].sort(order('across', ...SUPCON)),
    ],
    [
      'keys beside a half-written line',
      lines('objective: supcon', 'temperature:', 'views: {', '|'),
      without(SUPCON, 'temperature', 'views'),
    ],
    ['keys beside a wrong line', lines('objective: supcon', 'temperature 0.1', '|'), SUPCON],
    ['keys of a map in braces', '{ objective: supcon, | }', SUPCON],
    ['keys of a map that is not closed', '{ objective: supcon, |', SUPCON],
    [
      'keys of one of several',
      lines('objectives:', '  a:', '    objective: supcon', '    |', '  b:', '    objective: info-nce'),
      SUPCON,
    ],
    [
      'keys of the last of several',
      lines('objectives:', '  a: { objective: supcon }', '  b:', '    objective: x-clr', '    |'),
      ['weight-temperature', 'temperature', 'similarity', 'dimension', 'views', 'batch', 'features'],
    ],
    ['the kind', 'objective: |', KINDS],
    ['the kind that is being typed', 'objective: su|', KINDS],
    ['the kind in quotes', 'objective: "s|"', KINDS],
    ['the kind in quotes that are open', lines('objective: "s|', 'temperature: 0.1'), KINDS],
    ['the kind of one of several', 'objectives: { a: { objective: | } }', KINDS],
    ['kernels', lines('objective: y-aware', 'kernel: |'), [...KERNELS, '{ exponent: 1.5 }']],
    [
      'kernels, and the exponent, on a line of their own',
      lines('objective: y-aware', 'kernel:', '  |'),
      ['exponent', ...KERNELS],
    ],
    ['the exponent', 'kernel: { | }\nobjective: y-aware', ['exponent']],
    ['similarities', 'similarity: |', ['cosine', 'negative-squared-euclidean', 'negative-euclidean', 'dot']],
    ['switches', 'views: { tied: | }', ['true', 'false']],
    ['what views hold', lines('views:', '  count: 2', '  |'), ['tied']],
    ['a map for labels', lines('objective: y-aware', 'labels: |'), ['{ file: train.csv }']],
    [
      'data files',
      lines('objective: y-aware', 'labels: { file: | }'),
      ['labels.npy', 'data/ages.csv', 'runs/deep/text.npy'],
    ],
    [
      'data files on a line of their own',
      lines('labels:', '  file: |'),
      ['labels.npy', 'data/ages.csv', 'runs/deep/text.npy'],
    ],
    ['columns', 'labels: { file: data/ages.csv, column: | }', ['subject', 'age']],
    ['columns in a list', 'labels: { file: data/ages.csv, columns: [age, |] }', ['subject', 'age']],
    ['no columns of a file without names', 'labels: { file: labels.npy, column: | }', []],
    ['nothing for numbers', 'temperature: |', []],
    ['nothing in a comment', '# objective: |', []],
    ['nothing behind a value', 'objective: supcon |', []],
    [
      'where class sizes may come from',
      'classes: { | }',
      ['file', 'folder', 'long-tail', 'column', 'where', 'weight', 'bins', 'ending'],
    ],
    [
      'what belongs to a file of classes',
      'classes: { file: a.csv, | }',
      ['column', 'where', 'weight', 'bins'],
    ],
    ['what belongs to a folder of classes', 'classes: { folder: a, | }', ['ending']],
    ['nothing beside names of classes', 'classes: { cat: 3, | }', []],
    ['columns that rows are chosen by', 'labels: { file: data/ages.csv, where: { | } }', ['subject', 'age']],
    ['nothing for names of objectives', lines('objectives:', '  |'), []],
    ['nothing inside of data', 'labels: [0.1, |]', []],
    ['nothing under an unknown key', 'colour: { | }', []],
  ])('%s', async (_, marked, labels) => {
    expect((await complete('a.objective.yaml', marked)).labels).toEqual(labels);
  });

  it('everything in an empty file, and `objectives` only there', async () => {
    const { labels } = await complete('a.objective.yaml', '|');
    expect(labels[0]).toBe('objective');
    expect(labels).toContain('objectives');
    expect(labels).toContain('bandwidth');
    expect((await complete('a.objective.yaml', 'temperature: 0.1\n|')).labels).not.toContain('objectives');
  });

  it.each([
    ['a key', 'objective: supcon\n|', 'temperature', 'objective: supcon\ntemperature: 0.1'],
    [
      'a key in place of what was typed',
      'objective: supcon\ntem|pe',
      'temperature',
      'objective: supcon\ntemperature: 0.1',
    ],
    [
      'a key whose value stands there',
      'objective: supcon\ntem|: 0.7',
      'temperature',
      'objective: supcon\ntemperature: 0.7',
    ],
    ['a choice', 'objective: y-aware\n|', 'kernel', 'objective: y-aware\nkernel: gaussian'],
    ['a map', 'objective: supcon\n|', 'views', 'objective: supcon\nviews: { count: 2, tied: false }'],
    ['a list', 'objective: supcon\n|', 'classes', 'objective: supcon\nclasses: [5000, 500, 50]'],
    [
      'a formula',
      'objective: weighted\n|',
      'weights',
      'objective: weighted\nweights: exp(-abs(y_i - y_j) / 0.3)',
    ],
    ['an exponent', 'kernel: |', '{ exponent: 1.5 }', 'kernel: { exponent: 1.5 }'],
    ['a word in quotes', 'objective: "s|"', 'supcon', 'objective: "supcon"'],
    ['a file', 'labels: { file: da| }', 'data/ages.csv', 'labels: { file: data/ages.csv }'],
  ])('writes %s', async (_, marked, label, text) => {
    expect((await complete('a.objective.yaml', marked)).taken(label)).toBe(text);
  });

  it('names files relative to the text', async () => {
    const { labels } = await complete('runs/a/x.objective.yaml', 'labels: { file: | }');
    expect(labels).toEqual(['../../labels.npy', '../deep/text.npy', '../../data/ages.csv']);
  });
});

/** Sorts by a list of names. */
const order =
  (...names: string[]) =>
  (a: string, b: string) =>
    names.indexOf(a) - names.indexOf(b);

describe('in JSON', () => {
  it.each<[string, string, readonly string[]]>(
    [
      ['keys', '{ "objective": "supcon", | }', SUPCON],
      ['keys in quotes', '{ "objective": "supcon", "t|" }', SUPCON],
      ['keys in quotes that are open', lines('{ "objective": "supcon", "t|', '}'), SUPCON],
      ['keys without quotes', '{ "objective": "supcon", te| }', SUPCON],
      ['keys before others', '{ |\n"objective": "supcon" }', SUPCON],
      ['values', '{ "objective": | }', KINDS],
      ['values in quotes', '{ "objective": "|" }', KINDS],
      ['values without an end', '{ "kernel": ', []],
      ['switches', '{ "views": { "tied": | } }', ['true', 'false']],
      ['files', '{ "labels": { "file": "|" } }', ['labels.npy', 'data/ages.csv', 'runs/deep/text.npy']],
      ['nothing in a comment', '{ // "objective": |\n }', []],
    ].filter(([, marked]) => marked.includes('|')) as [string, string, readonly string[]][],
  )('%s', async (_, marked, labels) => {
    expect((await complete('a.objective.json', marked)).labels).toEqual(labels);
  });

  it.each([
    ['a key', '{ | }', 'temperature', '{ "temperature": 0.1 }'],
    [
      'a key before another',
      '{ | "objective": "supcon" }',
      'temperature',
      '{ "temperature": 0.1, "objective": "supcon" }',
    ],
    ['a key in quotes', '{ "te|" }', 'temperature', '{ "temperature": 0.1 }'],
    ['a key whose value stands there', '{ "te|": 0.7 }', 'temperature', '{ "temperature": 0.7 }'],
    ['a choice', '{ | }', 'similarity', '{ "similarity": "cosine" }'],
    ['a value', '{ "objective": | }', 'supcon', '{ "objective": "supcon" }'],
    ['a value in quotes', '{ "objective": "s|" }', 'supcon', '{ "objective": "supcon" }'],
    ['a map', '{ "kernel": | }', '{ "exponent": 1.5 }', '{ "kernel": { "exponent": 1.5 } }'],
  ])('writes %s', async (_, marked, label, text) => {
    expect((await complete('a.objective.json', marked)).taken(label)).toBe(text);
  });
});

describe('in TOML', () => {
  it.each<[string, string, readonly string[]]>([
    ['keys', lines('objective = "supcon"', '|'), SUPCON],
    [
      'keys that are being typed',
      lines('objective = "supcon"', 'tem|', 'batch = 3'),
      without(SUPCON, 'batch'),
    ],
    ['keys beside broken lines', lines('objective = "supcon"', 'temperature =', '|'), SUPCON],
    [
      'keys of a table',
      lines('[objectives.a]', 'objective = "supcon"', '|', '[objectives.b]', 'objective = "x-clr"'),
      SUPCON,
    ],
    ['keys of an inline table', 'views = { count = 2, | }', ['tied']],
    ['keys of an inline table that is not closed', 'views = { count = 2, |', ['tied']],
    ['values', 'objective = |', KINDS],
    ['values in quotes', 'objective = "s|"', KINDS],
    ['values of an inline table', 'views = { tied = |', ['true', 'false']],
    ['nothing in a comment', '# |', []],
  ])('%s', async (_, marked, labels) => {
    expect((await complete('a.objective.toml', marked)).labels).toEqual(labels);
  });

  it.each([
    ['a key', '|', 'temperature', 'temperature = 0.1'],
    ['a choice', 'objective = "y-aware"\n|', 'kernel', 'objective = "y-aware"\nkernel = "gaussian"'],
    ['a value in quotes', 'objective = "s|"', 'supcon', 'objective = "supcon"'],
    [
      'a map',
      'objective = "supcon"\n|',
      'balance',
      'objective = "supcon"\nbalance = { anchors = true, denominators = true }',
    ],
  ])('writes %s', async (_, marked, label, text) => {
    expect((await complete('a.objective.toml', marked)).taken(label)).toBe(text);
  });
});

describe('in the project file', () => {
  const PROJECT = ['data', 'dimension', 'views', 'batch', 'exclude', 'dialects'];
  it.each<[string, string, readonly string[]]>([
    ['its keys', '|', PROJECT],
    [
      'keys of an entry of data',
      lines('data:', '  - objectives: "**"', '    |'),
      ['classes', 'labels', 'features'],
    ],
    ['keys of a new entry of data', lines('data:', '  - |'), ['objectives', 'classes', 'labels', 'features']],
    ['kinds that a loss may be like', 'dialects: { my.Loss: { like: | } }', KINDS],
    [
      'what a loss may be described by',
      lines('dialects:', '  my.Loss:', '    like: supcon', '    |'),
      [
        'arguments',
        'temperature',
        'similarity',
        'dimension',
        'views',
        'classes',
        'across',
        'kernel',
        'bandwidth',
        'weight-temperature',
      ],
    ],
    ['nothing for paths of losses', lines('dialects:', '  |'), []],
  ])('%s', async (_, marked, labels) => {
    expect((await complete('objective-lens.yaml', marked)).labels).toEqual(labels);
  });
});

describe('in files of others', () => {
  it.each(['train.py', 'config.yaml', 'sub/objective-lens.yaml', 'a.ipynb', 'package.json'])(
    'nothing: %s',
    async (path) => {
      expect((await complete(path, '|')).labels).toEqual([]);
      expect((await complete(path, 'objective: |')).labels).toEqual([]);
    },
  );
});

describe('what is offered', () => {
  it('is explained', async () => {
    const { items } = await complete('a.objective.yaml', 'objective: y-aware\n|');
    for (const { documentation, detail } of items) {
      expect(documentation).toContain('```yaml');
      expect(detail).not.toBe('');
    }
    const kernels = await complete('a.objective.yaml', 'kernel: |');
    expect(kernels.items[0].documentation).toContain('exp(−u²/2)');
  });

  it.each(KINDS)('makes a file without mistakes: %s', async (kind) => {
    let text = `objective: ${kind}\n`;
    for (;;) {
      const { labels, taken } = await complete('a.objective.yaml', `${text}|`);
      // A formula of labels and class sizes exclude each other, and so do labels and features.
      const next = labels.find((label) => !(kind === 'weighted' && /classes|features/.test(label)));
      if (next === undefined) break;
      text = `${taken(next)}\n`;
    }
    const { definitions, findings } = read('a.objective.yaml', text);
    expect(findings).toEqual([]);
    expect(definitions).toMatchObject([{ kind }]);
  });
});

describe('in a comment that binds data', () => {
  const KEYS = ['classes', 'labels', 'features', 'samples', 'dimension', 'views', 'batch', 'objective'];
  it.each<[string, string, string, readonly string[]]>([
    ['keys', 'a.py', lines('x = 1', '# objective-lens: {|}', 'a = SupConLoss()'), KEYS],
    [
      'keys of an open map',
      'a.py',
      'a = SupConLoss()  # objective-lens: {dimension: 8, |',
      without(KEYS, 'dimension'),
    ],
    ['columns', 'data/a.py', '# objective-lens: {labels: {file: ages.csv, column: |}}', ['subject', 'age']],
    ['keys in YAML', 'c.yaml', lines('x: 1', '# objective-lens: {|}', 'criterion:'), KEYS],
    ['nothing beside it', 'a.py', lines('# objective-lens: {classes: [1, 2]}', 'a = {|}'), []],
    ['nothing in other comments', 'a.py', '# see {|}', []],
    ['nothing in a string', 'a.py', 's = "# objective-lens: {|}"', []],
    ['nothing behind another word of ours', 'a.py', '# objective-lens: ignore[|]', []],
  ])('offers %s', async (_, path, text, expected) => {
    expect((await complete(path, text)).labels).toEqual(expected);
  });

  it('writes names of files relative to the file of the comment, in the place of what is typed', async () => {
    const { taken } = await complete(
      'data/a.py',
      lines('x', '  # objective-lens: {labels: {file: ag|}}', 'y'),
    );
    expect(taken('ages.csv')).toBe(lines('x', '  # objective-lens: {labels: {file: ages.csv}}', 'y'));
  });
});

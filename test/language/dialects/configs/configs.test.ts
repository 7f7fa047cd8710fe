/** Configs of every shape hold the objectives that are marked in them, and nothing else does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectFindings, readCarets } from '../../../support/carets';
import { read } from '../../../support/pythonReader';
import { expectObjectives } from './expectObjectives';
import { NEGATIVES, SHAPES } from './shapes';

describe('configs', () => {
  it.each(SHAPES)('$name', (shape) => {
    expectObjectives(shape);
  });

  it.each(SHAPES)('$name, with carriage returns and an emoji above', ({ path, text: marked }) => {
    const { text } = readCarets(marked);
    const plain = read(path, text).definitions;
    const comment = path.endsWith('.json') ? '// 🙂' : '# 🙂';
    const windows = `${comment}\r\n${text.replaceAll('\n', '\r\n')}`;
    const { definitions } = read(path, windows);
    const found = definitions.map(({ kind, headSpan, parameters: { temperature } }) => [
      kind,
      windows.slice(headSpan.start, headSpan.end),
      temperature.value,
      temperature.span && windows.slice(temperature.span.start, temperature.span.end),
    ]);
    expect(found).toEqual(
      plain.map(({ kind, headSpan, parameters: { temperature } }) => [
        kind,
        text.slice(headSpan.start, headSpan.end),
        temperature.value,
        temperature.span && text.slice(temperature.span.start, temperature.span.end),
      ]),
    );
  });

  it.each(NEGATIVES)('$name is none', ({ path, text }) => {
    expect(read(path, text)).toMatchObject({ definitions: [], broken: [], findings: [] });
  });

  it('reads what a value is interpolated from, and what a group is called', () => {
    const { path, text } = SHAPES.find(({ name }) => name === 'Hydra target') ?? SHAPES[0];
    const [{ parameters, name }] = read(path, readCarets(text).text).definitions;
    expect(name).toBe('loss_fn');
    expect(parameters.bandwidth).toMatchObject({ value: 2, origin: 'literal' });
  });

  it.each([
    {
      name: 'text for a number',
      path: 'a.yaml',
      text: `criterion:
  name: SupCon
  params:
    temperature: 1e-3
                 ^^^^ float-as-string: Write \`1.0e-3\`
`,
    },
    {
      name: 'a number in quotes',
      path: 'b.yaml',
      text: `loss:
  _target_: lightly.loss.NTXentLoss
  temperature: '0.1'
               ^^^^^ invalid-value: must be a number above 0
`,
    },
    {
      name: 'an argument that the class does not have',
      path: 'c.yaml',
      text: `loss:
  _target_: lightly.loss.NTXentLoss
  temprature: 0.1
  ^^^^^^^^^^ unknown-argument: Did you mean \`temperature\`
`,
    },
    {
      name: 'a temperature below zero',
      path: 'd.json',
      text: `{"loss_fn": {"_target_": "nidl.losses.InfoNCE", "temperature": -0.1}}
                                                               ^^^^ invalid-value: must be a number above 0
`,
    },
  ])('tells $name', ({ path, text: marked }) => {
    const { text, marks } = readCarets(marked);
    expectFindings(text, read(path, text).findings, marks);
  });

  it.each([
    ['a.yaml', 'loss: { _target_: nidl.losses.InfoNCE, temperature: -1 }', '`temperature: 0.1`'],
    ['a.json', '{"loss": {"_target_": "nidl.losses.InfoNCE", "temperature": -1}}', '`"temperature": 0.1`'],
    ['a.toml', '[loss]\n_target_ = "nidl.losses.InfoNCE"\ntemperature = -1\n', '`temperature = 0.1`'],
    ['a.py', 'from nidl.losses import InfoNCE\nc = InfoNCE(temperature=-1)\n', '`temperature=0.1`'],
  ])('says in %s what to write in the words of the file', (path, text, example) => {
    expect(read(path, text).findings.map(({ message }) => message)).toEqual([
      expect.stringContaining(`Write, for example, ${example}.`),
    ]);
  });

  it.each([
    ['a.yaml', 'criterion: { name: SupCon, weight: 0.0, params: { temperature: 0.1 } }'],
    ['b.yaml', 'Loss: { Train: [{ SupConLoss: { weight: 0, temperature: 0.1 } }] }'],
    ['c.yaml', 'loss: { _target_: lightly.loss.NTXentLoss, loss_weight: 0 }'],
    ['d.py', "loss = dict(type='SupConLoss', loss_weight=0, temperature=0.1)"],
  ])('knows in %s that a loss of weight 0 trains nothing', (path, text) => {
    const remarks = read(path, text).definitions.flatMap((definition) => definition.remarks ?? []);
    expect(remarks).toContainEqual(expect.objectContaining({ kind: 'inactive', why: 'zero-weight' }));
  });

  it('keeps what it knew while a file is being typed', () => {
    const half = read('a.yaml', 'criterion:\n  name: SupCon\n  params: { temperature: 0.1');
    expect(half).toMatchObject({ definitions: [], findings: [], broken: [{ name: 'criterion' }] });
    expect(half.incompleteBecause).toContain('The file has a syntax error.');
    expect(read('a.toml', '[criterion]\nname = "SupCon"\nparams =').incompleteBecause).not.toBeNull();
    expect(read('a.json', '{"loss": {"type": "SupConLoss", "temperature":').broken).toHaveLength(1);
  });

  it.each([
    {
      name: 'aliases of aliases',
      text: `a0: &a0 { name: SupCon }\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]`).join('\n')}`,
    },
    {
      name: 'interpolations of each other',
      text: `loss: { _target_: lightly.loss.NTXentLoss, temperature: "\${a}" }\na: \${b}\nb: \${a}\n`,
    },
    {
      name: 'ten thousand interpolations',
      text: `loss: { name: SupCon }\na0: 1\n${Array.from({ length: 10_000 }, (_, i) => `a${i + 1}: \${a${i}}`).join('\n')}`,
    },
    {
      name: 'an interpolated map that holds itself',
      text: `loss: { _target_: lightly.loss.NTXentLoss, temperature: "\${loss}" }\n`,
    },
    { name: 'deep nesting', text: `supcon: ${'['.repeat(50_000)}` },
    {
      name: 'a thousand losses',
      text: `losses:\n${'  - { name: SupCon, params: { temperature: 0.1 } }\n'.repeat(2000)}`,
    },
    { name: 'two million characters', text: `criterion: { name: SupCon }\n${'# long\n'.repeat(300_000)}` },
  ])('$name take no time', ({ text }) => {
    const started = performance.now();
    const { definitions } = read('hostile.yaml', text);
    expect(definitions.length).toBeLessThanOrEqual(200);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('never throws, and points into the text', () => {
    const pieces = fc.constantFrom(
      '_target_: ',
      'lightly.loss.NTXentLoss',
      'temperature: ',
      '0.1',
      '${',
      '}',
      '{{',
      '}}',
      '\n',
      '  ',
      '- ',
      'loss: ',
      'name: ',
      'SupCon',
      '&a ',
      '*a',
      '<<: ',
      '{',
      '"',
      'method: simclr',
      'method_kwargs:',
      '1e-3',
      '---\n',
      '[',
      ',',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 40 }),
        fc.constantFrom('a.yaml', 'a.json', 'a.toml'),
        (parts, path) => {
          const text = parts.join('');
          const { definitions, broken, findings } = read(path, text);
          for (const { span } of [...definitions, ...broken, ...findings])
            expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
        },
      ),
      { seed: 23, numRuns: 2000 },
    );
  });
});

/** Data that a comment binds to the loss at its line, in every language that has comments, and what is wrong at its place. */
import { describe, expect, it } from 'vitest';
import type { AnalyzedObjective } from '../../../src/language/languageService';
import { analyzedText, type SmallWorkspace } from '../../support/analyzedText';
import { expectFindings, readCarets } from '../../support/carets';

const lines = (...parts: string[]) => parts.join('\n');
const PML = 'from pytorch_metric_learning.losses import SupConLoss';
const FILES = {
  'src/train.csv': 'path,label,age\na,cat,30\nb,cat,40\nc,dog,50\n',
  'src/losses.py': lines(
    '# objective-lens: {classes: {file: train.csv, column: label}}',
    'class OwnSupConLoss(nn.Module):',
    '    def __init__(self, temperature=0.07):',
    '        self.temperature = temperature',
    '    def forward(self, features, labels):',
    '        mask = torch.eq(labels, labels.T).float()',
    '        logits = torch.matmul(features, features.T) / self.temperature',
    '        exp_logits = torch.exp(logits)',
    '        log_prob = logits - torch.log(exp_logits.sum(1, keepdim=True))',
    '        return -((mask * log_prob).sum(1) / mask.sum(1)).mean()',
  ),
};
const BOUND = '# objective-lens: {classes: {file: train.csv, column: label}}';

function data({ definition }: AnalyzedObjective): string {
  const { classes, labels, samples, dimension, views, batch } = definition.parameters;
  return [
    ...(classes?.value ? [`classes ${classes.value.map(({ count }) => count)} ${classes.origin}`] : []),
    ...(labels?.value ? [`labels ${labels.value.flat()} ${labels.origin}`] : []),
    ...(samples?.value ? [`samples ${samples.value} ${samples.origin}`] : []),
    ...(dimension?.value ? [`dimension ${dimension.value} ${dimension.origin}`] : []),
    ...(batch?.value ? [`batch ${batch.value} ${batch.origin}`] : []),
    ...(views.origin === 'literal' ? [`views ${views.value?.count}`] : []),
  ].join(', ');
}

/** The data of each objective, by its name; nothing may be wrong with any comment. */
async function bound(path: string, text: string, around: SmallWorkspace = {}) {
  const { objectives, findings } = await analyzedText(path, text, { files: FILES, ...around });
  const wrong = findings.filter(({ rule }) => rule === 'invalid-value' || rule === 'unknown-argument');
  expect(wrong).toEqual([]);
  return objectives.map((objective) => `${objective.definition.name}: ${data(objective)}`);
}

describe('a comment', () => {
  it.each<[string, string, string[]]>([
    [
      'above a call',
      lines(PML, BOUND, 'a = SupConLoss()', 'b = SupConLoss()'),
      ['a: classes 2,1 config train.csv', 'b: '],
    ],
    ['on its line', lines(PML, `a = SupConLoss()  ${BOUND} as trained`), ['a: classes 2,1 config train.csv']],
    [
      'above a call of several lines, and inside of it',
      lines(
        PML,
        '# objective-lens: {classes: [3, 2]}',
        'm = Wrapper(',
        '    SupConLoss(),',
        ')',
        'b = SupConLoss(',
        '  temperature=0.1,  # objective-lens: {dimension: 8}',
        ')',
      ),
      ['SupConLoss: classes 3,2 literal', 'b: dimension 8 literal'],
    ],
    [
      'of several values',
      lines(
        PML,
        '# objective-lens: {classes: {cat: 5, dog: 4}, dimension: 128, views: 4, batch: 64}',
        'a = SupConLoss()',
      ),
      ['a: classes 5,4 literal, dimension 128 literal, batch 64 literal, views 4'],
    ],
    [
      'above another comment of ours',
      lines(
        PML,
        '# objective-lens: {classes: [3, 2]}',
        '# objective-lens: ignore[zero-weight]',
        'a = SupConLoss()',
      ),
      ['a: classes 3,2 literal'],
    ],
    [
      'twice: the nearer one counts',
      lines(
        PML,
        '# objective-lens: {classes: [3, 2], dimension: 9}',
        'a = SupConLoss()  # objective-lens: {classes: [7, 6]}',
      ),
      ['a: classes 7,6 literal, dimension 9 literal'],
    ],
    [
      'that says what the loss is like, too',
      lines(
        '# objective-lens: {objective: supcon, temperature: tau, classes: {file: train.csv, column: label}, dimension: 16}',
        'a = my_thing(tau=0.2)',
      ),
      ['a: classes 2,1 config train.csv, dimension 16 literal'],
    ],
    [
      'that names the argument with the classes',
      lines(
        '# objective-lens: {objective: supcon, temperature: tau, classes: counts}',
        'a = my_thing(tau=0.2, counts=[4, 3])',
      ),
      ['a: classes 4,3 literal'],
    ],
    [
      'with labels',
      lines(
        '# objective-lens: {objective: y-aware, temperature: tau, bandwidth: 5, labels: {file: train.csv, column: age}}',
        'a = my_thing(tau=0.2)',
      ),
      ['a: labels 30,40,50 config train.csv'],
    ],
    [
      'with a number of samples',
      lines(
        'from lightly.loss import NTXentLoss',
        '# objective-lens: {samples: 64}',
        'a = NTXentLoss()',
        `${BOUND}`,
        'b = NTXentLoss()',
      ),
      ['a: samples 64 literal', 'b: samples 3 config train.csv'],
    ],
    [
      'above the class, for all of its objects',
      lines(
        BOUND,
        'class TailSupConLoss(SupConLoss): ...',
        'a = TailSupConLoss()',
        'b = TailSupConLoss()',
      ).replace(/^/, `${PML}\n`),
      ['a: classes 2,1 config train.csv', 'b: classes 2,1 config train.csv'],
    ],
    [
      'above the class in another file, with names beside that one',
      lines(
        'from src.losses import OwnSupConLoss',
        'a = OwnSupConLoss()',
        '# objective-lens: {classes: [9, 8]}',
        'b = OwnSupConLoss()',
      ),
      ['a: classes 2,1 config train.csv', 'b: classes 9,8 literal'],
    ],
  ])('binds data %s', async (_, text, expected) => {
    const path = text.includes('src.losses') ? 'train.py' : 'src/train.py';
    expect(await bound(path, text)).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ['YAML', 'src/c.yaml', `criterion:\n  name: SupCon ${BOUND}\n  params:\n    temperature: 0.1\n`],
    [
      'YAML, above the key of the block',
      'src/c.yaml',
      `x: 1\n${BOUND}\ncriterion:\n  name: SupCon\n  params:\n    temperature: 0.1\n`,
    ],
    ['TOML', 'src/c.toml', `${BOUND}\n[criterion]\nname = "SupCon"\nparams = { temperature = 0.1 }\n`],
    [
      'JSON with comments',
      'src/c.json',
      `{\n  ${BOUND.replace('#', '//')}\n  "criterion": {"name": "SupCon", "params": {"temperature": 0.1}}\n}\n`,
    ],
  ])('binds data in %s', async (_, path, text) => {
    expect(await bound(path, text)).toEqual(['criterion: classes 2,1 config train.csv']);
  });

  it('binds data in a notebook, and is told of at its place there', async () => {
    const cell = lines(
      PML,
      '# objective-lens: {classes: {file: train.csv, column: labl}}',
      'a = SupConLoss()',
    );
    const text = `%%%${cell}`;
    const { findings } = await analyzedText('src/a.ipynb', text, {
      files: FILES,
      cells: [{ start: 3, end: text.length }],
    });
    const [{ span, message }] = findings;
    expect(text.slice(span.start, span.end)).toBe('labl');
    expect(message).toContain('Did you mean `label`?');
    const good = text.replace('labl', 'label');
    const [cells] = [[{ start: 3, end: good.length }]];
    expect(await bound('src/a.ipynb', good, { cells })).toEqual(['a: classes 2,1 config train.csv']);
  });

  it('binds data to what a command trains, and in the code of Markdown', async () => {
    const files = {
      'train.py': lines(
        'import argparse',
        PML,
        'p = argparse.ArgumentParser()',
        "p.add_argument('--temp', default=0.1)",
        'o = p.parse_args()',
        'a = SupConLoss(temperature=o.temp)',
      ),
    };
    const command = lines('# objective-lens: {classes: [3, 2]}', 'python train.py --temp 0.5');
    expect(await bound('run.sh', command, { files })).toEqual(['a: classes 3,2 literal']);
    const fence = lines(
      '# Title',
      '```python',
      PML,
      '# objective-lens: {classes: [3, 2]}',
      'a = SupConLoss()',
      '```',
    );
    expect(await bound('README.md', fence, { files })).toEqual(['a: classes 3,2 literal']);
  });

  it('goes before the project file and before what the code says', async () => {
    const project = 'data: [{ objectives: "**", classes: [8, 7] }]\ndimension: 3\nviews: 3';
    const text = lines(
      PML,
      'cls_num_list = [6, 5]',
      '# objective-lens: {classes: [9, 8], views: 2}',
      'a = SupConLoss()',
      'b = SupConLoss()',
    );
    expect(await bound('a.py', text, { project })).toEqual([
      'a: classes 9,8 literal, dimension 3 config objective-lens.yaml, views 2',
      'b: classes 8,7 config objective-lens.yaml, dimension 3 config objective-lens.yaml',
    ]);
  });
});

const CALL = 'a = SupConLoss(temperature=0.1)';

describe('a comment with a mistake', () => {
  it.each<[string, string]>([
    [
      'a wrong column',
      '# objective-lens: {classes: {file: train.csv, column: lable}}\n                                                      ^^^^^ invalid-value: Did you mean `label`?',
    ],
    [
      'a file that is not there',
      '# objective-lens: {classes: {file: no.csv, column: label}}\n                                   ^^^^^^ invalid-value: There is no file `src/no.csv`',
    ],
    [
      'a file outside of the workspace',
      '# objective-lens: {classes: {file: ../../x.csv, column: label}}\n                                   ^^^^^^^^^^^ invalid-value: lies outside of the workspace',
    ],
    [
      'a wrong value',
      '# objective-lens: {classes: [0, 4]}\n                             ^ invalid-value: must be',
    ],
    [
      'a mistyped key',
      '# objective-lens: {clases: [5, 4]}\n                   ^^^^^^ unknown-argument: Did you mean `classes`?',
    ],
    [
      'a key that the objective does not use',
      '# objective-lens: {labels: [1, 2]}\n                   ^^^^^^ unknown-argument: has no effect on a: a supcon objective',
    ],
    [
      'broken syntax',
      '# objective-lens: {classes: [5, 4}\n                                 ^ invalid-value\n                                 ^ invalid-value',
    ],
    [
      'text for numbers',
      '# objective-lens: {dimension: many}\n                              ^^^^ invalid-value: must be',
    ],
  ])('is told of %s, and stops nothing else', async (_, comment) => {
    const { text, marks } = readCarets(lines(PML, comment, CALL));
    const { objectives, findings } = await analyzedText('src/a.py', text, { files: FILES });
    expectFindings(
      text,
      findings.filter(({ rule }) => rule !== 'missing-data'),
      marks,
    );
    expect(objectives.map(({ analysis }) => analysis.verdict)).toEqual(['conditional']);
  });

  it.each<[string, string, string]>([
    [
      'a call that is no loss',
      'a.py',
      '# objective-lens: {classes: [5, 4]}\n                  ^^^^^^^^^^^^^^^^^ unknown-argument: add what it is like\nx = f()',
    ],
    [
      'nothing',
      'a.py',
      'x = 1\n# objective-lens: {classes: [5, 4]}\n                  ^^^^^^^^^^^^^^^^^ unknown-argument: binds data to nothing',
    ],
    [
      'another key',
      'c.yaml',
      '# objective-lens: {classes: [5, 4]}\n                  ^^^^^^^^^^^^^^^^^ unknown-argument: above the key\nx: 1',
    ],
    [
      'a command without a loss',
      'a.sh',
      '# objective-lens: {classes: [5, 4]}\n                  ^^^^^^^^^^^^^^^^^ unknown-argument: above a command\nls',
    ],
    [
      'a description in a config',
      'c.yaml',
      '# objective-lens: {objective: supcon}\n                   ^^^^^^^^^ unknown-argument: has no key',
    ],
  ])('is told that it stands above %s', async (_, path, marked) => {
    const { text, marks } = readCarets(marked);
    expectFindings(text, (await analyzedText(path, text)).findings, marks);
  });

  it('is told of a file that is too large, with the setting that raises the limit', async () => {
    const text = lines(PML, BOUND, CALL);
    const { findings } = await analyzedText('src/a.py', text, { files: FILES, largestDataFile: 10 });
    expect(findings.find(({ rule }) => rule === 'invalid-value')?.message).toContain(
      'objectiveLens.data.largestFile',
    );
  });

  it('says nothing while its loss is half-written', async () => {
    const { findings } = await analyzedText(
      'a.py',
      lines(PML, '# objective-lens: {classes: [5, 4]}', 'a = SupConLoss('),
    );
    expect(findings.filter(({ rule }) => rule === 'unknown-argument')).toEqual([]);
  });
});

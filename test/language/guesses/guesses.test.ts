/** What a text suggests about its classes is offered with the verdict that would hold, and never used. */
import { describe, expect, it } from 'vitest';
import { hoverAt } from '../../../src/language/features/hover';
import { quickFixes } from '../../../src/language/features/quickFixes';
import { analyzedText, type SmallWorkspace } from '../../support/analyzedText';

const lines = (...parts: string[]) => parts.join('\n');
const PML = 'from pytorch_metric_learning.losses import SupConLoss';
const LOSS = 'criterion = SupConLoss(temperature=0.1)';
const folder = (name: string, jpg: number) => ({ name, files: new Map([['jpg', jpg]]) });

async function guessIn(path: string, text: string, around: SmallWorkspace = {}) {
  const { objectives, findings } = await analyzedText(path, text, around);
  const [objective] = objectives;
  return { guess: objective.guess, objective, findings, objectives };
}

const balanced = (classes: number, max: number) => ({ 'long-tail': { classes, max, factor: 1 } });

describe('a guess in Python', () => {
  it.each<[string, string, object, string, string]>([
    [
      'a number of classes',
      lines(PML, 'num_classes = 100', LOSS),
      balanced(100, 500),
      'if the 100 classes that num_classes names are balanced',
      'num_classes is 100 in the code',
    ],
    [
      'an option for it',
      lines(
        'import argparse',
        PML,
        'p = argparse.ArgumentParser()',
        "p.add_argument('--num-classes', type=int, default=7)",
        'args = p.parse_args()',
        LOSS,
      ),
      balanced(7, 500),
      'if the 7 classes that num_classes names are balanced',
      'num_classes is 7, option --num-classes',
    ],
    [
      'an option that names a dataset, with two that the code builds',
      lines(
        'import argparse',
        'from torchvision.datasets import CIFAR10, CIFAR100',
        PML,
        'p = argparse.ArgumentParser()',
        "p.add_argument('--dataset', default='cifar10')",
        'opt = p.parse_args()',
        "d = CIFAR10('x') if opt.dataset == 'cifar10' else CIFAR100('x')",
        LOSS,
      ),
      balanced(10, 5000),
      'if it is trained on the 10 balanced classes of CIFAR-10',
      'dataset is cifar10, option --dataset',
    ],
    [
      'a dataset that the code builds',
      lines('from torchvision import datasets', PML, "d = datasets.CIFAR100('x', train=True)", LOSS),
      balanced(100, 500),
      'if it is trained on the 100 balanced classes of CIFAR-100',
      'the code builds CIFAR100(…)',
    ],
    [
      'an argument of a model',
      lines(PML, 'model = Net(num_classes=12)', LOSS),
      balanced(12, 500),
      'if the 12 classes that num_classes names are balanced',
      'num_classes is 12 in the code',
    ],
    [
      'a long-tailed training set that nothing counts',
      lines(PML, 'd = IMBALANCECIFAR10(root="x", imb_factor=0.1)', 't = IMBALANCECIFAR10(train=False)', LOSS),
      { 'long-tail': { classes: 10, max: 5000, factor: 0.1 } },
      'if it is trained on these 10 classes of 500 to 5000 samples, imbalance factor 0.1',
      'the code builds IMBALANCECIFAR10(…), imb_factor is 0.1 in the code',
    ],
  ])('comes of %s', async (_, text, classes, assumption, because) => {
    const { guess, objective } = await guessIn('train.py', text);
    expect(guess).toMatchObject({ changes: { classes }, assumption, because, verdict: 'degenerate' });
    expect(objective.analysis.verdict).toBe('conditional');
    expect(objective.definition.parameters.classes?.value ?? null).toBeNull();
  });

  it.each([
    ['none is named', lines(PML, LOSS)],
    ['two numbers contradict each other', lines(PML, 'num_classes = 10', 'x.num_classes = 20', LOSS)],
    [
      'a dataset and a number contradict each other',
      lines('from torchvision.datasets import CIFAR10', PML, 'num_classes = 20', "CIFAR10('x')", LOSS),
    ],
    [
      'the number is a default of a function that anybody may call',
      lines(PML, 'def f(num_classes=5): ...', LOSS),
    ],
    ['the dataset is only tested on', lines(PML, "d = CIFAR10('x', train=False)", LOSS)],
    ['there is one class', lines(PML, 'num_classes = 1', LOSS)],
    [
      'the program counts its classes, and so does not take them for equal',
      lines(PML, 'num_classes = 10', 'cls_num_list = count(data)', LOSS),
    ],
    [
      'the objective contrasts samples, whatever their class',
      lines('from lightly.loss import NTXentLoss', 'num_classes = 10', 'c = NTXentLoss(temperature=0.1)'),
    ],
    ['the classes are known', lines(PML, 'num_classes = 10', '# objective-lens: {classes: [5, 4]}', LOSS)],
  ])('is none where %s', async (_, text) => {
    expect((await guessIn('train.py', text)).guess).toBeUndefined();
  });

  it('yields to what the project file binds', async () => {
    const project = 'data: [{ objectives: "**", classes: [5, 4] }]';
    const { guess, objective } = await guessIn('a.py', lines(PML, 'num_classes = 10', LOSS), { project });
    expect(guess).toBeUndefined();
    expect(objective.definition.parameters.classes?.value).toHaveLength(2);
  });

  it('counts an image folder that the code opens, beside the file or at the root', async () => {
    const text = lines(
      'from torchvision.datasets import ImageFolder',
      PML,
      "d = ImageFolder('data/train')",
      LOSS,
    );
    const folders = { 'data/train': [folder('cat', 30), folder('dog', 3)] };
    const { guess } = await guessIn('src/train.py', text, { folders });
    expect(guess).toMatchObject({
      assumption: 'if it is trained on the 2 classes of 3 to 30 pictures in data/train',
      changes: { classes: { folder: '../data/train' } },
    });
    expect((await guessIn('src/train.py', text)).guess).toBeUndefined();
  });
});

describe('a guess in a config', () => {
  const criterion = (...others: string[]) =>
    lines(...others, 'criterion:', '  name: SupCon', '  params:', '    temperature: 0.1');
  it.each<[string, string, object, string]>([
    [
      'a dataset',
      criterion('dataset: data/cifar100'),
      balanced(100, 500),
      'dataset is data/cifar100 in this config',
    ],
    [
      'the name of a described dataset',
      criterion('data:', '  name: CIFAR-10', '  val: {name: mnist}'),
      balanced(10, 5000),
      'data.name is CIFAR-10 in this config',
    ],
    [
      'a number of classes',
      criterion('model:', '  num_classes: 31'),
      balanced(31, 500),
      'model.num_classes is 31 in this config',
    ],
    [
      'a long-tailed dataset',
      criterion('dataset: cifar100-LT'),
      { 'long-tail': { classes: 100, max: 500, factor: 0.01 } },
      'dataset is cifar100-LT in this config',
    ],
  ])('comes of %s', async (_, text, classes, because) => {
    expect((await guessIn('c.yaml', text)).guess).toMatchObject({ changes: { classes }, because });
  });

  it('is none where keys contradict each other', async () => {
    const text = criterion('dataset: cifar10', 'model:', '  num_classes: 100');
    expect((await guessIn('c.yaml', text)).guess).toBeUndefined();
  });
});

describe('what is said of a guess', () => {
  const text = lines(PML, 'num_classes = 4', 'def f():', `    ${LOSS}`, '    return criterion(x, y)');

  it('says on every surface which verdict would hold, and why it is guessed', async () => {
    const { guess, objective, findings, objectives } = await guessIn('a.py', text);
    const says = 'If the 4 classes that num_classes names are balanced: degenerate, zero weights';
    expect(guess?.sentence).toMatch(
      new RegExp(`^${says}.* \\(num_classes is 4 in the code\\)\\. Predicted: .*simplex`),
    );
    expect(objective.explanation.because).toContain(guess?.sentence);
    expect(objective.explanation.advice).toContain(guess?.advice);
    expect(findings.find(({ rule }) => rule === 'missing-data')?.message).toContain(says);
    const analysis = { uri: '', objectives, findings };
    const links = { showGeometry: () => null, rulePage: (rule: string) => rule };
    expect(
      hoverAt(analysis, objective.definition.span.start, links)?.markdown.replaceAll('\\', ''),
    ).toContain(says);
  });

  it.each<[string, string, string]>([
    ['Python', 'a.py', text],
    [
      'a continued line',
      'a.py',
      lines(PML, 'num_classes = 4', 'criterion = \\', '  SupConLoss(temperature=0.1)'),
    ],
    ['Windows line ends', 'a.py', text.replaceAll('\n', '\r\n')],
    ['YAML', 'c.yaml', 'num_classes: 4\ncriterion:\n  name: SupCon\n  params:\n    temperature: 0.1\n'],
    ['TOML', 'c.toml', 'num_classes = 4\n[criterion]\nname = "SupCon"\nparams = { temperature = 0.1 }\n'],
  ])('is made a binding by one click in %s', async (_, path, before) => {
    const { findings, objective } = await guessIn(path, before);
    const at = objective.definition.headSpan;
    const fix = quickFixes({ path, text: before }, findings, at).find(
      ({ title }) => title === 'Use 4 balanced classes',
    );
    if (!fix) throw new Error('There is no such fix.');
    const [{ span, text: comment }] = fix.edits;
    const after = await analyzedText(path, before.slice(0, span.start) + comment + before.slice(span.end));
    const [bound] = after.objectives;
    expect(bound.analysis.verdict).toBe('degenerate');
    expect(bound.definition.parameters.classes?.value?.map(({ count }) => count)).toEqual([
      500, 500, 500, 500,
    ]);
    expect(after.findings.filter(({ rule }) => rule !== 'zero-weight' && rule !== 'loss-scale')).toEqual([]);
  });

  it('is made a binding in an open notebook, and not in the text of a closed one', async () => {
    const cell = lines(PML, 'num_classes = 4', LOSS);
    const cells = [{ start: 0, end: cell.length }];
    const open = await guessIn('a.ipynb', cell, { cells });
    expect(open.guess?.fix?.newText).toMatch(/^# objective-lens: \{classes: /);
    const closed = JSON.stringify({ cells: [{ cell_type: 'code', source: [cell] }], nbformat: 4 });
    const { guess } = await guessIn('a.ipynb', closed);
    expect(guess?.fix).toBeNull();
  });

  it('names the project file where no comment can stand', async () => {
    const json = JSON.stringify({
      num_classes: 4,
      criterion: { name: 'SupCon', params: { temperature: 0.1 } },
    });
    const { guess } = await guessIn('conf/c.json', json);
    expect(guess?.fix).toBeNull();
    expect(guess?.advice).toBe(
      'Use 4 balanced classes: write data: [{objectives: "conf/c.json", classes: {long-tail: {classes: 4, max: 500, factor: 1}}}] into objective-lens.yaml.',
    );
  });
});

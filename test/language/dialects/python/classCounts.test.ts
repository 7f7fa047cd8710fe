/** Class counts that a program has for its loss: found, used with their origin, and left alone where they are not sure. */
import { describe, expect, it } from 'vitest';
import { analyzedText, type SmallWorkspace } from '../../../support/analyzedText';

const lines = (...parts: string[]) => parts.join('\n');
const LOSS = lines('from loss.contrastive import BalSCL', 'criterion = BalSCL(cls_num_list, 0.1)');
const SUPCON = lines(
  'from pytorch_metric_learning.losses import SupConLoss',
  'c = SupConLoss(temperature=0.1)',
);

async function classesIn(text: string, around: SmallWorkspace = {}) {
  const { objectives } = await analyzedText('train.py', text, around);
  const classes = objectives[0].definition.parameters.classes;
  return classes && { counts: classes.value?.map(({ count }) => count) ?? null, origin: classes.origin };
}

/** As the code of LDAM computes them: int(img_max · imb_factor^(i / (C − 1))). */
const CIFAR10 = [5000, 2997, 1796, 1077, 645, 387, 232, 139, 83, 50];
const FACTOR = 'imb_factor=0.01';

describe('class counts of a program', () => {
  it.each<[string, string, number[], string]>([
    ['a list', lines('cls_num_list = [500, 300, 20]', LOSS), [500, 300, 20], 'constant'],
    [
      'a list for a loss that is not given it',
      lines('cls_num_list = [500, 300]', SUPCON),
      [500, 300],
      'constant',
    ],
    ['an array', lines('cls_num_list = np.array([500, 300])', LOSS), [500, 300], 'constant'],
    ['a repeated list', lines('cls_num_list = [50] * 3', LOSS), [50, 50, 50], 'constant'],
    ['a name behind a name', lines('N = [5, 4]', 'cls_num_list = N', LOSS), [5, 4], 'constant'],
    ['folded constants', lines('N = 10', 'cls_num_list = [N * 50, N]', LOSS), [500, 10], 'constant'],
    ['a literal argument', 'c = BalSCL(cls_num_list=[9, 5], temperature=0.1)', [9, 5], 'constant'],
    [
      'a value of a config',
      lines('import yaml', 'cfg = yaml.safe_load(open("c.yaml"))', "cls_num_list = cfg['counts']", LOSS),
      [7, 6],
      'config c.yaml',
    ],
    [
      'what long-tailed CIFAR has',
      lines(`d = IMBALANCECIFAR10(root="x", ${FACTOR})`, 'cls_num_list = d.get_cls_num_list()', LOSS),
      CIFAR10,
      'constant',
    ],
    [
      'what it has by an option',
      lines(
        'import argparse',
        'p = argparse.ArgumentParser()',
        "p.add_argument('--imb-factor', type=float, default=0.01)",
        'args = p.parse_args()',
        'train_dataset = ImbalanceCIFAR10(imb_type="exp", imb_factor=args.imb_factor)',
        'cls_num_list = train_dataset.get_cls_num_list()',
        LOSS,
      ),
      CIFAR10,
      'default of --imb-factor',
    ],
    [
      'what it has by steps',
      lines('d = IMBALANCECIFAR10(imb_type="step", imb_factor=0.1)', 'cls_num_list = d.cls_num_list', LOSS),
      [5000, 5000, 5000, 5000, 5000, 500, 500, 500, 500, 500],
      'constant',
    ],
    [
      'what it has by the default of its class',
      lines(
        'from data import IMBALANCECIFAR10',
        'd = IMBALANCECIFAR10()',
        'cls_num_list = d.get_cls_num_list()',
        LOSS,
      ),
      [5000, 2997, 1796, 1077, 645, 387, 232, 139, 83, 50].map((_, i) => Math.floor(5000 * 0.5 ** (i / 9))),
      'constant',
    ],
    [
      'the lines of an index file',
      lines('d = ImageNetLT(root="x", txt="data/train.txt")', 'cls_num_list = d.cls_num_list', LOSS),
      [2, 3],
      'config data/train.txt',
    ],
  ])('are those of %s', async (_, text, counts, origin) => {
    const files = {
      'c.yaml': 'counts: [7, 6]\n',
      'data.py': 'class IMBALANCECIFAR10:\n  def __init__(self, imb_type="exp", imb_factor=0.5):\n    pass\n',
      'data/train.txt': 'a/1.jpg 0\na/2.jpg 0\nb/1.jpg 1\nb/2.jpg 1\nb/3.jpg 1\n',
    };
    expect(await classesIn(text, { files })).toEqual({ counts, origin });
  });

  it.each([
    ['a condition decides', lines('cls_num_list = [5, 4]', 'if x:', '  cls_num_list = [9, 1]', LOSS)],
    ['a loop counts', lines('cls_num_list = [0] * 10', 'for y in d: cls_num_list[y] += 1', LOSS)],
    [
      'a condition decides about the dataset',
      lines('d = A(txt="t.txt") if x else B(txt="t.txt")', 'cls_num_list = d.cls_num_list', LOSS),
    ],
    ['a loop adds to ones', lines('cls_num_list = [1] * 10', 'for y in d:', '  cls_num_list[y] += 1', LOSS)],
    ['more is appended', lines('cls_num_list = [5, 4]', 'cls_num_list.append(n)', LOSS)],
    ['the index file is not there', lines('d = A(txt="none.txt")', 'cls_num_list = d.cls_num_list', LOSS)],
    [
      'the dataset is only tested on',
      lines(`d = IMBALANCECIFAR10(${FACTOR}, train=False)`, 'cls_num_list = d.get_cls_num_list()', LOSS),
    ],
    [
      'the factor is not known',
      lines('d = IMBALANCECIFAR10(imb_factor=f())', 'cls_num_list = d.get_cls_num_list()', LOSS),
    ],
    ['the list is another function’s', lines('def f():', '  cls_num_list = [5, 4]', SUPCON)],
    ['the values are no counts', lines('cls_num_list = [0.5, 0.4]', LOSS)],
    ['the name stands for itself', lines('cls_num_list = cls_num_list', LOSS)],
  ])('are not known where %s', async (_, text) => {
    expect((await classesIn(text))?.counts ?? null).toBeNull();
  });

  it('yield to a comment, and to the project file', async () => {
    const project = 'data: [{ objectives: "**", classes: [8, 7] }]';
    const text = lines('cls_num_list = [500, 300]', 'c = BalSCL(cls_num_list, 0.1)');
    expect((await classesIn(text, { project }))?.counts).toEqual([8, 7]);
    const commented = lines(
      'cls_num_list = [500, 300]',
      '# objective-lens: {classes: [3, 2]}',
      'c = BalSCL(cls_num_list, 0.1)',
    );
    expect((await classesIn(commented, { project }))?.counts).toEqual([3, 2]);
  });
});

/** Losses that the workspace defines: their signature and defaults win over any library's, whatever their name. */
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../../src/objective/definition';
import { expectFindings, readCarets } from '../../../support/carets';
import { readIn } from '../../../support/pythonReader';

const BODY = `
    def forward(self, features, labels=None, mask=None):
        mask = torch.eq(labels, labels.T).float()
        logits = torch.div(torch.matmul(features, features.T), self.temperature)
        log_prob = logits - torch.log(torch.exp(logits).sum(1, keepdim=True))
        return -((mask * log_prob).sum(1) / mask.sum(1)).mean()
`;
const copy = (name: string, signature: string, sets = 'self.temperature = temperature') =>
  `class ${name}(nn.Module):\n    def __init__(self, ${signature}):\n        super().__init__()\n        ${sets}\n${BODY}`;

function objectives(files: Readonly<Record<string, string>>, path = 'train.py'): string[] {
  const { definitions, broken, findings } = readIn(files, path);
  expect({ broken, findings }).toEqual({ broken: [], findings: [] });
  return definitions.map(summary);
}

function summary({ name, dialect, kind, positives, parameters: { temperature } }: Definition): string {
  const more = positives === 'one-softmax' ? '' : ` ${positives}`;
  return `${name} ${dialect} ${kind} ${temperature.value ?? `unknown ${temperature.missing}`} ${temperature.origin}${more}`;
}

describe('a class of the workspace', () => {
  it.each<[string, string, string, string]>([
    [
      'has its own default',
      copy('SupConLoss', 'temperature=0.4'),
      'SupConLoss()',
      'c supcontrast supcon 0.4 default of the library',
    ],
    [
      'may take a model first',
      copy('SupConLoss', 'model, temperature=0.2'),
      'SupConLoss(net)',
      'c local supcon 0.2 default of the library',
    ],
    [
      'may take a device first',
      copy('SupConLoss', 'device, temp=0.2', 'self.temperature = temp'),
      'SupConLoss(device)',
      'c local supcon 0.2 default of the library',
    ],
    [
      'may fix its temperature',
      copy('SupConLoss', 'device', 'self.temperature = 1.0'),
      'SupConLoss(device)',
      'c local supcon 1 constant',
    ],
    [
      'may learn its temperature',
      copy('SupConLoss', 'device', 'self.temperature = nn.Parameter(torch.tensor(0.07))'),
      'SupConLoss(device)',
      'c local supcon 0.07 learned',
    ],
    [
      'may have another name',
      copy('ClassContrastLoss', 'temperature=0.3'),
      'ClassContrastLoss()',
      'c supcontrast supcon 0.3 default of the library',
    ],
    [
      'may say tau',
      copy('MyLoss', 'tau', 'self.temperature = tau'),
      'MyLoss(tau=0.3)',
      'c supcontrast supcon 0.3 literal',
    ],
    [
      'may sum its positives in the logarithm',
      'class MyLoss(nn.Module):\n    def __init__(self, temperature=0.3):\n        self.t = temperature\n    def forward(self, z, labels):\n        sim = torch.exp(z @ z.T / self.t)\n        mask = labels == labels.T\n        pos = (sim * mask).sum(1)\n        return -torch.log(pos / sim.sum(1)).mean()',
      'MyLoss()',
      'c supcontrast supcon 0.3 default of the library summed-positives',
    ],
    [
      'may be InfoNCE',
      'class PairLoss(nn.Module):\n    def __init__(self, batch_size, temperature=0.3):\n        self.t = temperature\n    def forward(self, a, b):\n        return F.cross_entropy(a @ b.T / self.t, torch.arange(len(a)))',
      'PairLoss(64)',
      'c local info-nce 0.3 default of the library',
    ],
    [
      'may compare two towers at a scale that is learned',
      'class ClipLoss(nn.Module):\n    def __init__(self):\n        self.logit_scale = nn.Parameter(torch.ones([]) * np.log(1 / 0.25))\n    def forward(self, a, b):\n        logits = self.logit_scale.exp() * a @ b.t()\n        return F.cross_entropy(logits, torch.arange(len(a)))',
      'ClipLoss()',
      'c local clip 0.25 learned',
    ],
  ])('%s', (_, definition, call, expected) => {
    const use = `from my.stuff import *\nc = ${call}`;
    expect(objectives({ 'train.py': use, 'my/stuff.py': definition })).toEqual([expected]);
    expect(objectives({ 'train.py': `${definition}\nc = ${call}` })).toEqual([expected]);
  });

  it('takes its temperature from options that it is given whole', () => {
    const files = {
      'train.py': `import argparse\nfrom losses import SupConLoss\nparser = argparse.ArgumentParser()\nparser.add_argument('--tau', default=0.2)\nargs = parser.parse_args()\nc = SupConLoss(args)`,
      'losses.py': copy('SupConLoss', 'args', 'self.temperature = args.tau'),
    };
    expect(objectives(files)).toEqual(['c local supcon 0.2 default of --tau']);
  });

  it('is that of its library in the library itself', () => {
    const files = {
      'examples/run.py': 'from nidl.losses import InfoNCE\nc = InfoNCE()',
      'nidl/losses/__init__.py': 'from .infonce import InfoNCE',
      'nidl/losses/infonce.py':
        'class InfoNCE(nn.Module):\n    def __init__(self, temperature: float = 0.15): pass',
    };
    expect(objectives(files, 'examples/run.py')).toEqual(['c nidl info-nce 0.15 default of the library']);
  });

  it('is found beside the script, at the root, and in the package around', () => {
    const loss = copy('SupConLoss', 'temperature=0.4');
    const call = 'from losses import SupConLoss\nc = SupConLoss()';
    for (const place of ['losses.py', 'src/losses.py', 'scripts/losses.py', 'losses/__init__.py'])
      expect(objectives({ 'scripts/train.py': call, [place]: loss }, 'scripts/train.py')).toEqual([
        'c supcontrast supcon 0.4 default of the library',
      ]);
    const inside = {
      'pkg/train.py': 'from .sub.losses import SupConLoss\nc = SupConLoss()',
      'pkg/sub/losses.py': loss,
    };
    expect(objectives(inside, 'pkg/train.py')).toEqual(['c supcontrast supcon 0.4 default of the library']);
  });

  it('tells wrong arguments in the words of its own signature', () => {
    const { text, marks } = readCarets(
      [
        'from losses import SupConLoss',
        'c = SupConLoss(contrast_mode="all")',
        "               ^^^^^^^^^^^^^ unknown-argument: losses.py's SupConLoss has no argument `contrast_mode`: Python will stop here with a TypeError. It accepts temperature.",
      ].join('\n'),
    );
    const { findings } = readIn(
      { 'train.py': text, 'losses.py': copy('SupConLoss', 'temperature=0.4') },
      'train.py',
    );
    expectFindings(text, findings, marks);
  });

  it.each([
    ['a callback', 'class SupConLoss(pl.Callback):\n    def __init__(self, datamodule, temperature=1): pass'],
    ['a dataset', 'class SupConLoss(Dataset):\n    def __init__(self, root): pass'],
  ])('that is %s is no loss', (_, definition) => {
    expect(
      objectives({ 'train.py': 'from x import SupConLoss\nc = SupConLoss(d)', 'x.py': definition }),
    ).toEqual([]);
  });
});

describe('a class derived from a library’s loss', () => {
  it.each([
    ['temperature=0.2', 'temperature=temperature', 'MyLoss()', '0.2 default of the library'],
    ['temperature=0.2', 'temperature', 'MyLoss(0.5)', '0.5 literal'],
    ['scale=4', 'temperature=1 / scale', 'MyLoss(2)', '0.5 constant'],
    ['margin', '0.3', 'MyLoss(2)', '0.3 literal'],
    ['margin=1, **kwargs', '**kwargs', 'MyLoss(temperature=0.3)', '0.3 literal'],
  ])('__init__(self, %s) with super().__init__(%s)', (signature, handed, call, expected) => {
    const text = `from pytorch_metric_learning import losses\nclass MyLoss(losses.SupConLoss):\n    def __init__(self, ${signature}):\n        super().__init__(${handed})\nc = ${call}`;
    expect(objectives({ 'train.py': text })).toEqual([`c pytorch-metric-learning supcon ${expected}`]);
  });

  it('may lose its temperature on the way', () => {
    const text =
      'from lightly.loss import NTXentLoss\nclass MyNTXentLoss(NTXentLoss):\n    def __init__(self, temperature=0.1):\n        super().__init__()\nc = MyNTXentLoss(temperature=0.2)';
    const [definition] = readIn({ 'train.py': text }, 'train.py').definitions;
    expect(summary(definition)).toBe('c lightly info-nce 0.5 default of the library');
    expect(definition.remarks).toEqual([
      {
        kind: 'dropped-temperature',
        span: { start: text.lastIndexOf('0.2'), end: text.length - 1 },
        argument: 'temperature',
        used: 0.5,
      },
    ]);
  });
});

describe('a class of the workspace that does not sound like a loss', () => {
  it('is one where it is derived from one, in another file too', () => {
    const files = {
      'core/losses.py': `${copy('SupConLoss', 'temperature=0.4')}\nclass Pull(SupConLoss):\n    pass\nclass Other(nn.Module):\n    pass\n`,
      'train.py': 'from core.losses import (\n    Pull as P,\n    Other,\n)\nc = P()\nd = Other()\n',
    };
    expect(objectives(files)).toEqual(['c supcontrast supcon 0.4 default of the library']);
  });
});

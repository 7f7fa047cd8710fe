/** A class that a config names by its path is the workspace's own where it has one: with its signature and defaults. */
import { describe, expect, it } from 'vitest';
import { readAmong } from './readAmong';

const LOSS = `import torch.nn as nn

class TailContrastiveLoss(nn.Module):
    """Supervised contrastive loss (SupCon)."""
    def __init__(self, device, tau=0.3):
        super().__init__()
        self.tau = tau

    def forward(self, features, labels=None):
        logits = features @ features.T / self.tau
        mask = labels[:, None] == labels[None]
        log_prob = logits - logits.exp().sum(1, keepdim=True).log()
        return -(mask * log_prob).sum(1) / mask.sum(1)
`;

describe('classes of the workspace in configs', () => {
  const supcon = LOSS.replace('TailContrastiveLoss', 'SupConLoss');

  it.each([
    { name: 'a default', args: '', temperature: { value: 0.3 } },
    { name: 'a literal', args: ', tau: 0.2', temperature: { value: 0.2, origin: 'literal' } },
  ])('are read by their own signature: $name', ({ args, temperature }) => {
    const files = {
      'src/models/losses.py': supcon,
      'src/models/__init__.py': 'from .losses import SupConLoss\n',
      'configs/loss/tail.yaml': `loss_fn: { _target_: src.models.SupConLoss, device: cuda${args} }\n`,
    };
    const { definitions, findings } = readAmong(files, 'configs/loss/tail.yaml');
    expect(findings).toEqual([]);
    expect(definitions).toMatchObject([{ name: 'loss_fn', kind: 'supcon', parameters: { temperature } }]);
  });

  it('tell of an argument that their signature does not have', () => {
    const files = {
      'losses.py': supcon,
      'a.yaml': 'loss: { class_path: losses.SupConLoss, init_args: { device: cuda, temperature: 0.1 } }\n',
    };
    const { findings } = readAmong(files, 'a.yaml');
    expect(findings).toMatchObject([{ rule: 'unknown-argument', span: { start: 66, end: 77 } }]);
  });

  it('are none where the class of the name is another thing', () => {
    const files = {
      'callbacks.py':
        'class SupConLoss(Callback):\n    def __init__(self, datamodule):\n        self.dm = datamodule\n',
      'a.yaml': 'callback: { _target_: callbacks.SupConLoss, datamodule: x }\n',
    };
    expect(readAmong(files, 'a.yaml')).toMatchObject({ definitions: [], broken: [], findings: [] });
  });
});

describe('configs in Python', () => {
  const MM = `temperature = 0.2  # 🙂
model = dict(
    type='MoCoV3',
    head=dict(
        type='MoCoV3Head',
        loss=dict(type='CrossEntropyLoss', loss_weight=2 * temperature),
        temperature=temperature))
`;

  it('are read like others, with the names of the script', () => {
    const text = MM;
    const { definitions, findings } = readAmong({ 'configs/moco.py': text }, 'configs/moco.py');
    expect(findings).toEqual([]);
    expect(definitions).toHaveLength(1);
    const [{ name, kind, dialect, headSpan, parameters }] = definitions;
    expect({ name, kind, dialect }).toEqual({ name: 'head', kind: 'info-nce', dialect: 'openmmlab' });
    expect(text.slice(headSpan.start, headSpan.end)).toBe("'MoCoV3Head'");
    expect(parameters.temperature).toMatchObject({ value: 0.2, origin: 'constant' });
  });

  it.each([
    ["build(loss=dict(type='SupConLoss', temperature=0.07, lamda=1.0))", 'supcon', 0.07],
    ["criterion = dict(name='SupCon', params={'temperature': 0.5})", 'supcon', 0.5],
    ["losses = dict(first=dict(type='NTXentLoss', temperature=args.t))", 'info-nce', null],
  ])('know %s', (text, kind, temperature) => {
    const [definition, ...others] = readAmong({ 'c.py': `${text}\n` }, 'c.py').definitions;
    expect(others).toEqual([]);
    expect(definition).toMatchObject({ kind, parameters: { temperature: { value: temperature } } });
  });

  it('are read where they are dataclasses', () => {
    const text = `@dataclass
class Conf:
    _target_: str = "lightly.loss.NTXentLoss"  # 🙂
    memory_bank_size: Any = field(default=0)
    temperature: float = field(default=0.2)

class Other:
    _target_ = "torch.nn.CrossEntropyLoss"
`;
    const { definitions, findings } = readAmong({ 'conf.py': text }, 'conf.py');
    expect(findings).toEqual([]);
    expect(definitions).toMatchObject([{ name: 'NTXentLoss', parameters: { temperature: { value: 0.2 } } }]);
    const [{ headSpan }] = definitions;
    expect(text.slice(headSpan.start, headSpan.end)).toBe('"lightly.loss.NTXentLoss"');
  });

  it.each([
    "_base_ = 'simclr.py'\nmodel = dict(head=dict(temperature=0.1))\n",
    "model = dict(type='SimCLR', temperature=0.1)\n",
    "config = dict(softmax_temperature=0.07, contrast_mode='one', num_classes=10)  # SupCon\n",
    "runs = [dict(name='supcon', temperature=0.1)]\n",
  ])('are none in %j', (text) => {
    expect(readAmong({ 'c.py': text }, 'c.py').definitions).toEqual([]);
  });
});

/** Losses that a registry gives out by a key: the class of the workspace that decorators or calls put there, as it is. */
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../../src/objective/definition';
import { readCarets } from '../../../support/carets';
import { readIn } from '../../../support/pythonReader';

/** A supervised loss that only its code tells, at 0.4 unless told otherwise. */
const TAIL = `class TailLoss(nn.Module):
    def __init__(self, tau=0.4, margin=0):
        super().__init__()
        self.tau = tau
    def forward(self, features, labels):
        mask = torch.eq(labels, labels.T).float()
        logits = features @ features.T / self.tau
        log_prob = logits - torch.log(torch.exp(logits).sum(1, keepdim=True))
        return -((mask * log_prob).sum(1) / mask.sum(1)).mean()
`;
const REGISTER = `LOSSES = {}
def register_loss(name):
    def put(cls):
        LOSSES[name] = cls
        return cls
    return put
`;

function summary({ kind, parameters: { temperature } }: Definition): string {
  return `${kind} ${temperature.value ?? 'unknown'} ${temperature.missing ?? temperature.origin}`;
}

/** Under every call that must be found, its carets and summary; nothing else may be found. */
function expectIn(marked: string, others: Readonly<Record<string, string>> = {}): void {
  const { text, marks } = readCarets(marked);
  const { definitions, findings, broken } = readIn({ ...others, 'train.py': text }, 'train.py');
  expect({ findings, broken }).toEqual({ findings: [], broken: [] });
  expect(definitions.map((one) => [text.slice(one.span.start, one.span.end), summary(one)])).toEqual(
    marks.map(({ span, label }) => [text.slice(span.start, span.end), label]),
  );
}

const ONE_FILE: Readonly<Record<string, string>> = {
  'a function that decorates': `
${REGISTER}
@register_loss("supcon")
${TAIL}
a = LOSSES["supcon"]()
    ^^^^^^^^^^^^^^^^^^ supcon 0.4 default of the library
b = LOSSES["other"]()
c = LOSSES[args.name]()
OTHERS = {}
d = OTHERS["supcon"]()
`,
  'a registry that decorates': `
from mmengine import Registry
LOSSES = Registry("loss")
@LOSSES.register_module()
${TAIL}
a = LOSSES.build(dict(type="TailLoss", tau=0.2))
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.2 literal
cfg = {"type": "TailLoss"}
b = LOSSES.build(cfg)
    ^^^^^^^^^^^^^^^^^ supcon 0.4 default of the library
c = LOSSES.get("TailLoss")(0.3)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.3 literal
d = LOSSES.build(dict(type="CrossEntropyLoss"))
`,
  'a key under a name': `
@LOSSFUNC.register_module(module_name='supcon')
${TAIL}
NAME = 'supcon'
params = {'tau': 0.1}
a = LOSSFUNC[NAME](**params)
    ^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.1 literal
b = LOSSFUNC['TailLoss'](0.1)
`,
  'a decorator without brackets': `
@LOSSES.register
${TAIL}
a = LOSSES['TailLoss'](0.1)
    ^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.1 literal
`,
  'a call that registers': `
LOSSES = Registry("loss")
${TAIL}
LOSSES.register("tail", TailLoss)
LOSSES.register_module(module=TailLoss)
a = LOSSES["tail"](0.1)
    ^^^^^^^^^^^^^^^^^^^ supcon 0.1 literal
b = LOSSES["TailLoss"](0.2)
    ^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.2 literal
`,
  'a registry of models': `
from mmcls.registry import MODELS
@MODELS.register_module()
${TAIL}
criterion = MODELS.build(dict(type='TailLoss', tau=0.2))
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.2 literal
`,
  'functions of a framework': `
from mmcv.utils import build_from_cfg
from mmcls.models import build_loss, LOSSES
@LOSSES.register_module()
${TAIL}
a = build_from_cfg(dict(type='TailLoss', tau=0.2), LOSSES)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.2 literal
b = build_loss(dict(type='TailLoss'))
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.4 default of the library
`,
};

describe('a registry that is filled by', () => {
  it.each(Object.entries(ONE_FILE))('%s', (_, marked) => expectIn(marked));
});

describe('a registry of another file', () => {
  const PACKAGE = {
    'losses/__init__.py': 'from .registry import LOSSES, build_loss\nfrom .tail import TailLoss\n',
    'losses/registry.py': `${REGISTER}
def build_loss(config):
    return LOSSES[config['name']](**config['params'])
`,
    'losses/tail.py': `from .registry import register_loss\n@register_loss("tail")\n${TAIL}`,
  };

  it('has what the files register that are imported with it', () =>
    expectIn(
      `
from losses import LOSSES
criterion = LOSSES["tail"](tau=0.2)
            ^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.2 literal
`,
      PACKAGE,
    ));

  it('is asked by a function, with what a config file names', () =>
    expectIn(
      `
import yaml
from losses import build_loss
config = yaml.safe_load(open('train.yaml'))
criterion = build_loss(config['criterion'])
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.3 config train.yaml
`,
      { ...PACKAGE, 'train.yaml': 'criterion: { name: tail, params: { tau: 0.3 } }\n' },
    ));

  it('is matched to the signature of the class', () => {
    const text =
      'from losses import build_loss\nc = build_loss({"name": "tail", "params": {"temperature": 0.3}})\n';
    const { findings } = readIn({ ...PACKAGE, 'train.py': text }, 'train.py');
    expect(findings).toMatchObject([{ rule: 'unknown-argument' }]);
    expect(findings[0].message).toContain("losses/tail.py's TailLoss has no argument `temperature`");
  });
});

describe('no loss is', () => {
  it.each([
    ['a model of a registry', 'm = MODELS.build(dict(type="ResNet", tau=0.1))\n'],
    ['a builder of something else', 'a = build_model(cfg)\nb = app.build()\nc = build_loss()\n'],
    ['a key that two decorators do not have', '@LOSSES.register("a")\nclass A: pass\nb = LOSSES["b"]()\n'],
    ['a registry that registers itself', 'LOSSES["a"] = LOSSES["a"]\nb = LOSSES["a"]()\n'],
  ])('%s', (_, text) => {
    const { definitions, broken, findings } = readIn({ 'train.py': text }, 'train.py');
    expect({ definitions, broken, findings }).toEqual({ definitions: [], broken: [], findings: [] });
  });
});

/** The forms in which people call losses: each is found where it stands, with the temperature that it works with. */
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../../src/objective/definition';
import { readCarets } from '../../../support/carets';
import { read } from '../../../support/pythonReader';

/** `kind τ origin` of an objective, or the author's word for a temperature that is not known. */
function summary({ kind, parameters: { temperature } }: Definition): string {
  return `${kind} ${temperature.value ?? 'unknown'} ${temperature.missing ?? temperature.origin}`;
}

/** Under every call that must be found, its carets and summary; nothing else may be found. */
function expectObjectives(marked: string): void {
  const { text, marks } = readCarets(marked);
  const { definitions, findings, broken, incompleteBecause } = read('train.py', text);
  expect({ findings, broken, incompleteBecause }).toEqual({
    findings: [],
    broken: [],
    incompleteBecause: null,
  });
  expect(
    definitions.map(
      (definition) => `${text.slice(definition.span.start, definition.span.end)} | ${summary(definition)}`,
    ),
  ).toEqual(marks.map(({ span, label }) => `${text.slice(span.start, span.end)} | ${label}`));
  expect(definitions.map(({ span }) => span)).toEqual(marks.map(({ span }) => span));
}

const FORMS: Readonly<Record<string, string>> = {
  'a keyword, in an attribute': `
from losses import SupConLoss
class Model:
    def __init__(self):
        self.criterion = SupConLoss(temperature=0.2)
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.2 literal
`,
  'no argument at all': `
from lightly.loss import NTXentLoss
criterion = NTXentLoss()
            ^^^^^^^^^^^^ info-nce 0.5 default of the library
`,
  'only other keywords': `
from lightly.loss import NTXentLoss
criterion = NTXentLoss(memory_bank_size=(4096, 128))
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce 0.5 default of the library
`,
  'the model only': `
from sentence_transformers import losses
train_loss = losses.MultipleNegativesRankingLoss(model=model)
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce 0.05 default of the library
other = losses.MultipleNegativesRankingLoss(model, scale=10.0)
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce 0.1 literal
`,
  'by position': `
from losses import SupConLoss
criterion = SupConLoss(0.5, 'one')
            ^^^^^^^^^^^^^^^^^^^^^^ supcon 0.5 literal
`,
  'with .to(device) behind it': `
from losses import SupConLoss
criterion = SupConLoss(temperature=0.2).to(device).train()
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.2 literal
`,
  'inside wrappers': `
from pytorch_metric_learning import losses
a = losses.CrossBatchMemory(losses.NTXentLoss(temperature=0.1), embedding_size=128)
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce 0.1 literal
b = losses.SelfSupervisedLoss(losses.SupConLoss())
                              ^^^^^^^^^^^^^^^^^^^ supcon 0.1 default of the library
c = losses.MultipleLosses([losses.SupConLoss(0.2), losses.NTXentLoss()])
                           ^^^^^^^^^^^^^^^^^^^^^^ supcon 0.2 literal
                                                   ^^^^^^^^^^^^^^^^^^^ info-nce 0.07 default of the library
`,
  'a matryoshka': `
from sentence_transformers.losses import MatryoshkaLoss, MultipleNegativesRankingLoss
loss = MatryoshkaLoss(model, MultipleNegativesRankingLoss(model), [768, 64])
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce 0.05 default of the library
`,
  'a branch of a factory': `
from losses import SupConLoss
def build(args):
    if args.loss == 'supcon':
        return SupConLoss(temperature=args.temp)
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon unknown args.temp
    elif args.loss == 'triplet':
        return nn.TripletMarginLoss()
    raise ValueError(args.loss)
`,
  'a conditional expression': `
from losses import SupConLoss
criterion = SupConLoss(temperature=0.1) if cfg["supcon"] else None
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.1 literal
`,
  'an annotated assignment': `
from losses import SupConLoss
class M(nn.Module):
    def __init__(self):
        self.loss: nn.Module = SupConLoss()
                               ^^^^^^^^^^^^ supcon 0.07 default of the library
`,
  'the training loop': `
def forward(self, x):
    from lightly.loss import NTXentLoss
    for batch in loader:
        loss = NTXentLoss(temperature=0.1)(x, y)
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce 0.1 literal
`,
  'an argument of compile': `
from losses import SupervisedContrastiveLoss
temperature = 0.05
model.compile(optimizer=o, loss=SupervisedContrastiveLoss(temperature))
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.05 constant
`,
  'a dictionary of objects': `
from losses import SupConLoss
loss = {'ce': nn.CrossEntropyLoss(), 'supcon': SupConLoss()}[conf.loss]
                                               ^^^^^^^^^^^^ supcon 0.07 default of the library
`,
  'a dictionary of functions': `
from pytorch_metric_learning.losses import SupConLoss
LOSSES = {}
LOSSES["supcon"] = lambda p: SupConLoss(temperature=p["t"])
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon unknown p["t"]
`,
  'a registry of classes': `
from losses import SupConLoss
LOSSES = {'SupCon': SupConLoss, 'CE': nn.CrossEntropyLoss}
params = {'name': 'SupCon', 'params': {'temperature': 0.3}}
criterion = LOSSES[params['name']](**params['params'])
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.3 literal
other = LOSSES['CE']()
unknown = LOSSES[args.name](temperature=0.1)
`,
  'a registry asked by get': `
from losses import SupConLoss
LOSSES = {'SupCon': SupConLoss}
criterion = LOSSES.get('SupCon')(0.3)
            ^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.3 literal
`,
  'globals by name': `
from losses import SupConLoss
NAME = 'SupConLoss'
criterion = globals()[NAME](temperature=0.3)
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.3 literal
`,
  'an attribute of a module by name': `
import losses
criterion = getattr(losses, 'SupConLoss')(temperature=0.3)
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.3 literal
`,
  'pairs of class and arguments': `
from nidl.estimators.ssl import SimCLR, DCL
CASES = [(SimCLR, {"temperature": 0.07, "encoder": e}), (DCL, dict(temperature=0.2))]
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce 0.07 literal
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ decoupled 0.2 literal
`,
  'a class that a trainer builds': `
from setfit import SupConLoss, TrainingArguments
args = TrainingArguments(loss=SupConLoss, batch_size=16)
                              ^^^^^^^^^^ supcon 0.07 default of the library
`,
  'a call that is prepared in part': `
from functools import partial
from losses import SupConLoss
LOSS = partial(SupConLoss, temperature=0.3)
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.3 literal
c = LOSS()
`,
  functions: `
from solo.losses.simclr import simclr_loss_func
def step(z, targets, indexes):
    a = simclr_loss_func(z, indexes=indexes, temperature=0.2)
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce 0.2 literal
    b = simclr_loss_func(z, indexes=targets)
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.1 default of the library
`,
  'a function of the file': `
def info_nce_loss(features, temperature=0.2):
    labels = torch.arange(features.shape[0])
    logits = features @ features.T / temperature
    return F.cross_entropy(logits, labels)
loss = info_nce_loss(features)
       ^^^^^^^^^^^^^^^^^^^^^^^ info-nce 0.2 default of the library
`,
  'a method that divides by what the object holds': `
class Trainer:
    def __init__(self, tau=0.3):
        self.temperature = tau
    def info_nce_loss(self, features):
        labels = torch.eye(features.shape[0])
        return F.cross_entropy(torch.matmul(features, features.T) / self.temperature, labels)
    def step(self, features):
        return self.info_nce_loss(features)
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce 0.3 constant
`,
  'other names': `
from lightly.loss import NTXentLoss as lightly_NTXentLoss
import pytorch_metric_learning.losses as pml
a = lightly_NTXentLoss(0.1)
    ^^^^^^^^^^^^^^^^^^^^^^^ info-nce 0.1 literal
Loss = pml.SupConLoss
b = Loss()
    ^^^^^^ supcon 0.1 default of the library
`,
  'classes that do not sound like one': `
from losses import SupConLoss, Foo
from pytorch_metric_learning import losses
class Pull(SupConLoss):
    pass
class Push(losses.NTXentLoss):
    pass
class Both(Push):
    pass
a = Pull(0.1)
    ^^^^^^^^^ supcon 0.1 literal
b = Push(0.2)
    ^^^^^^^^^ info-nce 0.2 literal
c = Both()
    ^^^^^^ info-nce 0.07 default of the library
d = Foo(0.1)
class Data(Dataset):
    pass
e = Data(0.1)
`,
  'losses that are built and called at once': `
from losses import SupConLoss
a = SupConLoss(0.1)(features, labels)
    ^^^^^^^^^^^^^^^ supcon 0.1 literal
b = w * SupConLoss(0.1).cuda().forward(features, mask=m)
        ^^^^^^^^^^^^^^^ supcon 0.1 literal
`,
  'text with tabs, emoji and what Python 2 printed': `
from losses import SupConLoss
def f():
\tprint("🎉"); c = SupConLoss(0.2)
\t                 ^^^^^^^^^^^^^^^ supcon 0.2 literal
`,
};

describe('a call with', () => {
  it.each(Object.entries(FORMS))('%s', (_, marked) => expectObjectives(marked));

  it('arguments on several lines is found as a whole', () => {
    const text =
      'from losses import SupConLoss\nc = SupConLoss(\n    temperature=1 /\n        20,  # sharp\n)\n';
    const [definition] = read('train.py', text).definitions;
    expect(text.slice(definition.span.start, definition.span.end)).toBe(text.slice(34, -1));
    expect(summary(definition)).toBe('supcon 0.05 literal');
  });
});

const NOTHING: Readonly<Record<string, string>> = {
  'a checker of the same name in another one':
    'from x import JumpCrossPlateSupConLoss\nc = JumpCrossPlateSupConLoss(result)',
  'a directional loss for images': 'from losses.clip_loss import CLIPLoss\nc = CLIPLoss(device)',
  'comments and descriptions': '# SupConLoss(0.1)\n"""\nSupConLoss(0.1)\n"""\nx = "SupConLoss(0.1)"',
  'a callback':
    'class SupConLoss(Callback):\n    def __init__(self, module, every=1): pass\nc = SupConLoss(data, every=2)',
  'a definition':
    'class SupConLoss(nn.Module):\n    def __init__(self, temperature=0.07):\n        super().__init__()',
  'a temperature that samples words':
    'client.chat(temperature=0.07, top_p=0.9)\nloss = nn.CrossEntropyLoss()',
  'a temperature of a nearest neighbour classifier':
    'knn = WeightedKNN(k=20, temperature=0.07)\nloss_fn = CrossEntropyLoss()',
  'losses of prototypes and of two views without negatives':
    'from lightly.loss import SwaVLoss, DINOLoss, NegativeCosineSimilarity\na = SwaVLoss(temperature=0.1)\nb = DINOLoss()\nc = NegativeCosineSimilarity()',
  'a distillation':
    'class DistillLoss(nn.Module):\n    def __init__(self, temperature=4.0): pass\n    def forward(self, a, b):\n        return F.kl_div(F.log_softmax(a / self.T), F.softmax(b / self.T))\nc = DistillLoss(4.0)',
  'a calibration':
    'class TemperatureScaling(nn.Module):\n    def __init__(self): self.temperature = nn.Parameter(torch.ones(1))\nloss = TemperatureScaling()',
  'a loss that is no contrast at all':
    'class MyLoss(nn.Module):\n    def __init__(self, weight=1.0): pass\n    def forward(self, a, b):\n        return (a - b).pow(2).mean()\nloss = MyLoss()',
  'an InfoNCE of the test of a name': 'def check_supcon_loss(x): return x\ncheck_supcon_loss(3)',
};

describe('no objective is', () => {
  it.each(Object.entries(NOTHING))('%s', (_, text) => {
    const { definitions, broken, findings } = read('train.py', text);
    expect({ definitions, broken, findings }).toEqual({ definitions: [], broken: [], findings: [] });
  });
});

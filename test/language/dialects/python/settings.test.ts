/** Settings as projects keep them in Python, each with the loss that they reach: with its carets, and nothing else. */
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../../src/objective/definition';
import { readCarets } from '../../../support/carets';
import { readIn } from '../../../support/pythonReader';

function summary({ kind, parameters: { temperature } }: Definition): string {
  return `${kind} ${temperature.value ?? 'unknown'} ${temperature.missing ?? temperature.origin}`;
}

const PAIRS = `class NTXentLoss(torch.nn.Module):
    def __init__(self, device, batch_size, temperature, use_cosine_similarity):
        super().__init__()
        self.temperature = temperature
    def forward(self, zis, zjs):
        return self.criterion(zis, zjs) / self.temperature
`;

describe('settings of', () => {
  it.each<[string, string, Record<string, string>]>([
    [
      'classes of classes',
      `
from conf import Config
from loss import NTXentLoss
config = Config()
c = NTXentLoss(device, 8, config.Context.temperature, config.Context.use_cosine_similarity)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce 0.2 constant
`,
      {
        'loss.py': PAIRS,
        'conf.py':
          'class Config:\n    def __init__(self):\n        self.Context = Context()\nclass Context:\n    def __init__(self):\n        self.temperature = 0.2\n        self.use_cosine_similarity = True\n',
      },
    ],
    [
      'a class with a branch for each mode',
      `
from config import Config
from losses import NTXenLoss
config = Config(PRETRAINING)
c = NTXenLoss(temperature=config.temperature, return_logits=True)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce 0.1 constant
`,
      {
        'config.py':
          'class Config:\n    def __init__(self, mode):\n        if mode == PRETRAINING:\n            self.temperature = 0.1\n        elif mode == FINE_TUNING:\n            self.lr = 1\n',
      },
    ],
    [
      'a call of dict',
      `
from params import hparams
from losses import SupConLoss
c = SupConLoss(hparams['softmax_temperature'])
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.07 literal
`,
      { 'params.py': "hparams = dict(softmax_temperature=0.07, contrast_mode='one', num_classes=10)\n" },
    ],
    [
      'classes by name',
      `
import config
a = config.LOSS(temperature=0.2)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.2 literal
b = config.LOSS_FN_MAP["supcon"](temperature=0.3)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon 0.3 literal
c = other.LOSS(temperature=0.2)
`,
      {
        'config.py':
          'from pytorch_metric_learning import losses\nLOSS = losses.SupConLoss\nLOSS_FN_MAP = {"supcon": losses.SupConLoss}\n',
      },
    ],
    [
      'a constructor that names its temperature otherwise',
      `
from pytorch_metric_learning.losses import SupConLoss
class MyLoss(SupConLoss):
    def __init__(self, t=0.3):
        super().__init__(temperature=t)
a = MyLoss(0.2)
    ^^^^^^^^^^^ supcon 0.2 literal
b = MyLoss()
    ^^^^^^^^ supcon 0.3 default of the library
`,
      {},
    ],
    [
      'a function that leaves the cross-entropy to its caller',
      `
def info_nce_loss(features, args):
    labels = torch.cat([torch.arange(args.batch_size) for i in range(args.n_views)], dim=0)
    similarity_matrix = torch.matmul(features, features.T)
    return similarity_matrix / 0.1, labels, logits
criterion = nn.CrossEntropyLoss()
logits, labels, _ = info_nce_loss(f, args)
                    ^^^^^^^^^^^^^^^^^^^^^^ info-nce 0.1 literal
loss = criterion(logits, labels)
`,
      {},
    ],
    [
      'an import just before',
      `
def build():
    import pytorch_metric_learning.losses as losses
    return losses.NTXentLoss()
           ^^^^^^^^^^^^^^^^^^^ info-nce 0.07 default of the library
`,
      {},
    ],
    [
      'a form of a notebook, in one branch',
      `
from tensorflow_similarity.losses import SimCLRLoss
TEMPERATURE = 0.5  # @param {type: "number"}
if ALGORITHM == "simsiam":
    loss = SimSiam()
elif ALGORITHM == "simclr":
    loss = SimCLRLoss(name=ALGORITHM, temperature=TEMPERATURE)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce 0.5 constant
`,
      {},
    ],
  ])('%s', (_, marked, files) => {
    const { text, marks } = readCarets(marked);
    const { definitions, findings, broken } = readIn({ ...files, 'train.py': text }, 'train.py');
    expect({ findings, broken }).toEqual({ findings: [], broken: [] });
    expect(definitions.map((one) => [text.slice(one.span.start, one.span.end), summary(one)])).toEqual(
      marks.map(({ span, label }) => [text.slice(span.start, span.end), label]),
    );
  });
});

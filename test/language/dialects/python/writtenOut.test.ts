/** Losses without a class or function of their own: written out in a model, a training loop or a notebook. */
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../../src/objective/definition';
import { readCarets } from '../../../support/carets';
import { readIn } from '../../../support/pythonReader';
import { write } from '../../changes/writing';

function summary({ kind, name, parameters: { temperature } }: Definition): string {
  return `${kind} ${name} ${temperature.value ?? 'unknown'} ${temperature.missing ?? temperature.origin}`;
}

/** Under every objective of the first file its carets and summary; nothing else may be found in it. */
function expectObjectives(marked: string, others: Readonly<Record<string, string>> = {}): void {
  const { text, marks } = readCarets(marked);
  const { definitions, findings, broken } = readIn({ 'net/model.py': text, ...others }, 'net/model.py');
  expect({ findings, broken }).toEqual({ findings: [], broken: [] });
  expect(definitions.map((one) => `${text.slice(one.span.start, one.span.end)} | ${summary(one)}`)).toEqual(
    marks.map(({ span, label }) => `${text.slice(span.start, span.end)} | ${label}`),
  );
}

const WRITTEN_OUT: Readonly<Record<string, string>> = {
  'a ratio of sums in a training loop, at a module-level constant': `
import torch
heat_tau = 0.4
def fit_epoch(net, batches):
    for left, right in batches:
        both = torch.cat([net(left), net(right)])
        scores = torch.exp(both @ both.T / heat_tau)
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce fit_epoch 0.4 constant
        scores = scores * (1 - torch.eye(len(both)))
        own = torch.exp((net(left) * net(right)).sum(1) / heat_tau)
        (-torch.log(torch.cat([own, own]) / scores.sum(1))).mean().backward()
`,
  'a cross-entropy against the numbers of the rows, with a bare number': `
import torch
import torch.nn.functional as F
class Net(torch.nn.Module):
    def training_step(self, batch):
        a, b = self(batch[0]), self(batch[1])
        sim = F.normalize(a) @ F.normalize(b).T
        sim /= 0.2  # sharpness
        ^^^^^^^^^^ info-nce Net 0.2 literal
        target = torch.arange(len(sim), device=sim.device)
        return F.cross_entropy(sim, target)
`,
  'the diagonal of a log-softmax, at an option of the command line': `
import argparse
import torch
parser = argparse.ArgumentParser()
parser.add_argument('--tau', type=float, default=0.3)
args = parser.parse_args()
def agreement(u, v):
    table = torch.mm(u, v.t()) / args.tau
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce agreement 0.3 default of --tau
    return -torch.diag(torch.log_softmax(table, dim=1)).mean()
`,
  'positives that are taken out of the denominator': `
import torch
class Graphs(torch.nn.Module):
    def two_views(self, x1, x2):
        T = 0.5
        n = x1.size(0)
        table = torch.einsum('ik,jk->ij', x1, x2)
        table = torch.exp(table / T)
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ decoupled Graphs 0.5 constant
        pos = table[range(n), range(n)]
        return -torch.log(pos / (table.sum(dim=1) - pos)).mean()
`,
  'one over the temperature as a factor': `
import torch
def match(x, y, temp=5.0):
    scores = torch.bmm(x, y.transpose(1, 2)) * temp
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce match 0.2 constant
    labels = torch.arange(x.size(0))
    return torch.nn.CrossEntropyLoss()(scores, labels)
`,
  'same-label positives, from a mask': `
import torch
def pull_classes(z, labels, opt_temp=0.1):
    mask = torch.eq(labels[:, None], labels[None, :])
    logits = torch.div(torch.matmul(z, z.T), opt_temp)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ supcon pull_classes 0.1 constant
    log_prob_ = logits - torch.log(torch.exp(logits).sum(1, keepdim=True))
    return -(mask * log_prob_).sum(1) / mask.sum(1)
`,
  'what is compared with a memory, for a criterion elsewhere': `
import torch
class Store:
    queue = torch.zeros(64, 512)
    def compare(self, q, k, temp=0.06):
        l_pos = (q * k).sum(1, keepdim=True)
        l_neg = torch.mm(q, self.queue)
        return torch.cat([l_pos, l_neg], dim=1) / temp
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce Store 0.06 constant
`,
  'a model that builds itself': `
import torch
class Encoder(torch.nn.Module):
    def __init__(self, net, temperature=1.0):
        super().__init__()
        self.temperature = temperature
    def forward(self, q, p):
        scores = self.compute_similarity(q, p)
        target = torch.arange(len(scores))
        return self.compute_loss(scores / self.temperature, target)
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce Encoder 0.08 constant
    @classmethod
    def build(cls, net):
        return cls(net, temperature=0.08)
`,
  'a division over several lines': `
import torch
def pairs(z, kept):
    labels = kept.labels
    mask = torch.eq(labels, labels.T)
    table = torch.div(
        torch.matmul(z, z.T),
        kept.heat_tau)
        ^^^^^^^^^^^^^^ supcon pairs unknown kept.heat_tau
    logs = table - torch.log(torch.exp(table).sum(1, keepdim=True))
    return -(0.1 / kept.base_temperature) * (mask * logs).sum(1) / mask.sum(1)
`,
  'a norm and the temperature in one divisor': `
import torch
def between(a, b):
    temperature = 0.1
    norms = a.norm(dim=1)[:, None] @ b.norm(dim=1)[None, :]
    table = torch.exp(torch.mm(a, b.t()) / (norms * temperature))
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce between 0.1 constant
    return -torch.log(torch.diag(table) / table.sum(1)).mean()
`,
};

/** A queue: the first column is right. */
const QUEUED = `
import torch
class Momentum(torch.nn.Module):
    def __init__(self, net, size=1024, T=0.07):
        super().__init__()
        self.net, self.size = net, size
        self.T = T
        self.register_buffer('queue', torch.randn(64, size))
    def forward(self, a, b):
        q, k = self.net(a), self.net(b)
        positive = torch.einsum('nc,nc->n', [q, k]).unsqueeze(-1)
        negative = torch.einsum('nc,ck->nk', [q, self.queue])
        logits = torch.cat([positive, negative], dim=1)
        logits /= self.T
        labels = torch.zeros(len(logits), dtype=torch.long)
        return logits, labels
`;

describe('a loss that is written out', () => {
  it.each(Object.entries(WRITTEN_OUT))('as %s', (_, marked) => expectObjectives(marked));

  it('in a model that is given its temperature is told where the model is built', () => {
    expectObjectives(
      `
from net.queued import Momentum
import argparse
parser = argparse.ArgumentParser()
parser.add_argument('--moco-t', default=0.2, type=float)
args = parser.parse_args()
model = Momentum(None, 4096, args.moco_t)
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce model 0.2 default of --moco-t
`,
      { 'net/queued.py': QUEUED },
    );
    expectObjectives(QUEUED);
  });

  it('in a class that the model is derived from', () => {
    expectObjectives(
      `
from net.queued import Momentum
class Small(Momentum):
    def build(self):
        return 0
model = Small(None, 64, T=0.3)
        ^^^^^^^^^^^^^^^^^^^^^^ info-nce model 0.3 literal
`,
      { 'net/queued.py': QUEUED },
    );
  });

  it('is none of a model that is restored to be used', () => {
    expectObjectives(
      `
from net.queued import Momentum
def embed(images, path):
    model = Momentum(None, T=0.07)
    model.load_state_dict(path)
    return model(images)
`,
      { 'net/queued.py': QUEUED },
    );
    expectObjectives(`
from pl_bolts.models.self_supervised import SimCLR
backbone = SimCLR(gpus=1, dataset='cifar10').load_from_checkpoint('a.ckpt', strict=False)
`);
  });

  it('in a function without any temperature has the plain products', () => {
    expectObjectives(`
import torch
def plain_contrastive_loss(a, b):
    z = torch.cat([a, b])
    table = torch.log_softmax(torch.matmul(z, z.T), dim=-1)
    T = len(a)
    return -table[torch.arange(T), torch.arange(T)].mean()
loss = plain_contrastive_loss(x, y)
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce loss 1 literal
`);
  });

  it('in a method that its name tells, at an attribute of the model', () => {
    expectObjectives(`
import torch
class Siamese(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.T = 0.2
    def contrastive_loss(self, q, k):
        logits = torch.einsum('nc,mc->nm', [q, k]) / self.T
        labels = torch.arange(len(logits))
        return torch.nn.CrossEntropyLoss()(logits, labels)
    def forward(self, a, b):
        return self.contrastive_loss(a, b)
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce contrastive_loss 0.2 constant
`);
  });

  it('in a class that keeps the options, at one of them', () => {
    expectObjectives(`
import argparse
import torch
parser = argparse.ArgumentParser()
parser.add_argument('--nce_T', type=float, default=0.09)
class PatchLoss(torch.nn.Module):
    def __init__(self, opt):
        super().__init__()
        self.opt = opt
    def forward(self, q, k):
        own = (q * k).sum(1, keepdim=True)
        others = torch.bmm(q[None], k[None].transpose(2, 1))[0]
        others.masked_fill_(torch.eye(len(q)).bool(), -10.0)
        out = torch.cat((own, others), dim=1) / self.opt.nce_T
        return torch.nn.functional.cross_entropy(out, torch.zeros(len(out), dtype=torch.long))
loss = PatchLoss(parser.parse_args())
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce loss 0.09 default of --nce_T
`);
  });

  it('is off where an argument, or its default, says so', () => {
    expectObjectives(`
import torch
class JointLoss(torch.nn.Module):
    def __init__(self, classes, use_contrastive_loss=False, temperature=0.1):
        super().__init__()
        self.on, self.temperature = use_contrastive_loss, temperature
    def forward(self, a, b):
        table = a @ b.T / self.temperature
        return torch.nn.functional.cross_entropy(table, torch.arange(len(a)))
off = JointLoss(3)
also_off = JointLoss(3, use_contrastive_loss=False, temperature=0.2)
on = JointLoss(3, True)
     ^^^^^^^^^^^^^^^^^^ info-nce on 0.1 default of the library
perhaps = JointLoss(3, use_contrastive_loss=options.on)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info-nce perhaps 0.1 default of the library
`);
  });

  it('without the positive in the denominator, as its class is called', () => {
    expectObjectives(`
import torch
class DCL(torch.nn.Module):
    def __init__(self, temperature=0.1):
        super().__init__()
        self.temperature = temperature
    def forward(self, a, b):
        across = torch.mm(a, b.t())
        near = -torch.diag(across) / self.temperature
        far = torch.cat([torch.mm(a, a.t()), across], dim=1) / self.temperature
        far = far + torch.eye(len(a)).repeat(1, 2) * -1e9
        return (near + torch.logsumexp(far, dim=1)).mean()
loss = DCL(temperature=0.5)
       ^^^^^^^^^^^^^^^^^^^^ decoupled loss 0.5 literal
`);
  });

  it('with a scaled similarity of its own is told where that is built', () => {
    expectObjectives(`
import torch
from torch import nn
class Closeness(nn.Module):
    def __init__(self, temp):
        super().__init__()
        self.temp = temp
        self.cos = nn.CosineSimilarity(dim=-1)
    def forward(self, x, y):
        return self.cos(x, y) / self.temp
class Sentences(nn.Module):
    def __init__(self):
        super().__init__()
        self.sim = Closeness(temp=0.05)
                   ^^^^^^^^^^^^^^^^^^^^ info-nce sim 0.05 literal
    def forward(self, a, b):
        table = self.sim(a.unsqueeze(1), b.unsqueeze(0))
        labels = torch.arange(table.size(0))
        return nn.CrossEntropyLoss()(table, labels)
`);
  });
});

/** Softmaxes whose weights only training tells; completes "it is …". */
const UNFIXED: Readonly<Record<string, string>> = {
  'negatives are weighted anew': `
import torch
def fit(out, out_1, out_2, tau_plus, temperature=0.5):
    neg = torch.exp(torch.mm(out, out.t()) / temperature)
    pos = torch.exp(torch.sum(out_1 * out_2, dim=-1) / temperature)
    far = (-tau_plus * pos + neg.sum(-1)) / (1 - tau_plus)
    return -torch.log(pos / (pos + far)).mean()
`,
  'towards soft targets': `
import torch
def forward(image, text, temp=0.5):
    logits = image @ text.T / temp
    targets = torch.softmax(image @ image.T + text @ text.T, dim=-1)
    return torch.nn.functional.cross_entropy(logits, targets)
`,
  'that the code picks as it runs': `
import torch
def near_far(feats, labels, preds, width, temp=0.5):
    gap = (labels[:, None] - labels[None, :]).abs()
    pos = gap.le(width)
    neg = (~pos) * (preds[:, None] - preds[None, :]).abs().le(width)
    table = torch.exp(torch.einsum('nc,kc->nk', [feats, feats]) / temp)
    return -torch.log((table * pos).sum(1) / (table * (pos + neg)).sum(1)).mean()
`,
};

describe('a softmax whose weights only training tells', () => {
  it.each(Object.entries(UNFIXED))('%s', (what, text) => {
    const { definitions } = readIn({ 'a.py': text }, 'a.py');
    expect(definitions.map(({ kind, parameters }) => [kind, parameters.temperature.value])).toEqual([
      ['other', 0.5],
    ]);
    expect(definitions[0].remarks).toEqual([
      expect.objectContaining({ kind: 'not-weighted-infonce', what: expect.stringContaining(what) }),
    ]);
  });
});

/** Temperatures and similarities that are no contrast of samples. */
const OTHERS: Readonly<Record<string, string>> = {
  attention: `
import torch
class Attention(torch.nn.Module):
    def __init__(self, temperature):
        super().__init__()
        self.temperature = temperature
    def forward(self, q, k, v):
        attn = torch.matmul(q / self.temperature, k.transpose(2, 3))
        return torch.matmul(torch.softmax(attn, dim=-1), v), attn
layer = Attention(temperature=8)
`,
  'neighbours that vote': `
import torch
def vote(features, bank, labels, classes, knn_t=0.1):
    sim = torch.mm(features, bank)
    weight, index = sim.topk(k=200)
    weight = (weight / knn_t).exp()
    return torch.zeros(len(features), classes).scatter_(1, labels[index], weight)
`,
  distillation: `
import torch.nn.functional as F
def distil(student, teacher, labels, T, alpha):
    soft = F.kl_div(F.log_softmax(student / T, dim=1), F.softmax(teacher / T, dim=1)) * T * T
    return alpha * soft + F.cross_entropy(student, labels)
`,
  'a language model that samples': `
import torch
class Model(torch.nn.Module):
    def generate(self, idx, temperature=1.0, top_k=None):
        logits = self(idx)[:, -1, :] @ self.head.weight.T / temperature
        probs = torch.log_softmax(logits, dim=-1).exp()
        return torch.cat((idx, torch.multinomial(probs, num_samples=1)), dim=1)
`,
  'a Gumbel softmax': `
import torch
def relaxed(logits, tau=1.0):
    gumbels = -torch.empty_like(logits).exponential_().log()
    y = torch.softmax((logits + gumbels) / tau, dim=-1)
    return torch.eye(logits.size(-1))[y.argmax(-1)]
`,
  'a policy with entropy': `
import torch
def act(policy, state, temp=0.2):
    scores = torch.matmul(state, policy.weight.t()) / temp
    policy.dist.update(scores)
    entropy = -policy.dist.log_prob(state).mean()
    return entropy - torch.log(torch.exp(scores).sum(-1)) * torch.eye(3)
`,
  'a classifier by one vector a class': `
import torch
import torch.nn.functional as F
def episode(query, prototypes, ways, temp=0.1):
    scores = F.normalize(query) @ F.normalize(prototypes).T / temp
    labels = torch.arange(ways).repeat(15)
    return F.cross_entropy(scores, labels)
`,
  'a cosine classifier': `
import torch.nn.functional as F
def head(x, weight, y, temperature=0.05):
    logits = F.normalize(x) @ F.normalize(weight).T / temperature
    return F.cross_entropy(logits, y)
`,
  'scores of prototypes that are spread evenly': `
import torch
class SwappedLoss(torch.nn.Module):
    def __init__(self, temperature):
        super().__init__()
        self.temperature = temperature
    def forward(self, scores, queue, proto):
        q = self.sinkhorn(torch.cat([torch.mm(queue, proto.t()), scores])).diag()
        return -(q * torch.log_softmax(scores / self.temperature, dim=1)).sum(1).mean()
loss = SwappedLoss(0.1)
`,
  'scaled features of one view that are told from those of the other': `
import torch
import torch.nn.functional as F
def consistent(z1, z2, corr, t=0.1):
    corr = (z1.T @ z2).fill_diagonal_(0)
    z1, z2 = z1 - z1.mean(0), z2 - z2.mean(0)
    return corr.sum() - (F.softmax(z1) * F.log_softmax(z2.detach() / t)).sum()
`,
  'a loss whose code is a comment': `
import torch
def nothing(a, b, temp):
    # logits = a @ b.T / temp; F.cross_entropy(logits, torch.arange(len(a)))
    return (a - b).pow(2).sum() / temp
`,
};

describe('no loss is seen in', () => {
  it.each(Object.entries(OTHERS))('%s', (_, text) => {
    const { definitions, broken, findings } = readIn({ 'a.py': text }, 'a.py');
    expect({ definitions, broken, findings }).toEqual({ definitions: [], broken: [], findings: [] });
  });
});

describe('another temperature is written', () => {
  const code = (head: string, scaled: string) => `
import torch
${head}
def match(x, y):
    table = torch.mm(x, y.t()) ${scaled}
    return torch.nn.functional.cross_entropy(table, torch.arange(len(x)))
`;
  it.each<[string, string, string]>([
    ['in place of the number', code('', '/ 0.1'), code('', '/ 0.2')],
    [
      'where the constant is given',
      code('heat_tau = 0.1', '/ heat_tau'),
      code('heat_tau = 0.2', '/ heat_tau'),
    ],
    ['as the factor that it is', code('temp = 10.0', '* temp'), code('temp = 5.0', '* temp')],
    [
      'where a model is built without it',
      `${QUEUED}Momentum(None, 64)\n`.replaceAll('Momentum', 'MoCo'),
      `${QUEUED}Momentum(None, 64, T=0.2)\n`.replaceAll('Momentum', 'MoCo'),
    ],
  ])('%s', (_, before, after) => {
    expect(write('a.py', before, { temperature: 0.2 }).text).toBe(after);
  });
});

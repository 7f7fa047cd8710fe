/** Losses in Python: whose class a call builds, which values it is given, and what Python would not accept. */
import { describe, expect, it } from 'vitest';
import { expectFindings, readCarets } from '../../support/carets';
import { read } from '../../support/pythonReader';

const lines = (...parts: string[]) => parts.join('\n');
const SUPCON = 'from losses import SupConLoss';
const PML = 'from pytorch_metric_learning import losses';
const NIDL = 'from nidl.losses import YAwareInfoNCE, InfoNCE';
const LIGHTLY = 'from lightly.loss import NTXentLoss';

/** `[name, dialect, kind, temperature, origin or the author's word]` of each objective. */
function summary(text: string): unknown[] {
  const { definitions } = read('train.py', text);
  return definitions.map(({ name, dialect, kind, parameters: { temperature } }) => [
    name,
    dialect,
    kind,
    temperature.value,
    temperature.missing ?? temperature.origin,
  ]);
}

const DEFAULT = 'default of the library';

describe('whose class it is', () => {
  it.each([
    [lines(SUPCON, 'c = SupConLoss()'), ['c', 'supcontrast', 'supcon', 0.07, DEFAULT]],
    [
      lines('from models.supcon_loss import SupConLoss', 'c = SupConLoss(0.2)'),
      ['c', 'supcontrast', 'supcon', 0.2, 'literal'],
    ],
    [
      lines('from .losses import SupConLoss as L', 'c = L(0.2)'),
      ['c', 'supcontrast', 'supcon', 0.2, 'literal'],
    ],
    [lines('import losses', 'c = losses.SupConLoss()'), ['c', 'supcontrast', 'supcon', 0.07, DEFAULT]],
    [lines('from losses import *', 'c = SupConLoss()'), ['c', 'supcontrast', 'supcon', 0.07, DEFAULT]],
    [lines(PML, 'c = losses.SupConLoss()'), ['c', 'pytorch-metric-learning', 'supcon', 0.1, DEFAULT]],
    [lines(PML, 'c = losses.NTXentLoss()'), ['c', 'pytorch-metric-learning', 'info-nce', 0.07, DEFAULT]],
    [
      lines('from pytorch_metric_learning.losses import SupConLoss', 'c = SupConLoss()'),
      ['c', 'pytorch-metric-learning', 'supcon', 0.1, DEFAULT],
    ],
    [
      lines('import pytorch_metric_learning.losses as pml', 'c = pml.SupConLoss(0.3)'),
      ['c', 'pytorch-metric-learning', 'supcon', 0.3, 'literal'],
    ],
    [
      lines('import pytorch_metric_learning.losses', 'c = pytorch_metric_learning.losses.SupConLoss()'),
      ['c', 'pytorch-metric-learning', 'supcon', 0.1, DEFAULT],
    ],
    [
      lines('from pytorch_metric_learning.losses import *', 'c = SupConLoss()'),
      ['c', 'pytorch-metric-learning', 'supcon', 0.1, DEFAULT],
    ],
    [
      lines(PML, 'Loss = losses.SupConLoss', 'c = Loss()'),
      ['c', 'pytorch-metric-learning', 'supcon', 0.1, DEFAULT],
    ],
    [lines(LIGHTLY, 'c = NTXentLoss()'), ['c', 'lightly', 'info-nce', 0.5, DEFAULT]],
    [
      lines('from lightly.loss.ntx_ent_loss import NTXentLoss as L', 'c = L(memory_bank_size=(4096, 128))'),
      ['c', 'lightly', 'info-nce', 0.5, DEFAULT],
    ],
    [
      lines('from lightly import loss', 'c = loss.NTXentLoss(0.1)'),
      ['c', 'lightly', 'info-nce', 0.1, 'literal'],
    ],
    [lines(NIDL, 'c = InfoNCE()'), ['c', 'nidl', 'info-nce', 0.1, DEFAULT]],
    [lines(NIDL, 'c = YAwareInfoNCE("gaussian", 1.0, 0.2)'), ['c', 'nidl', 'y-aware', 0.2, 'literal']],
    [
      lines('def f():', '    from lightly.loss import NTXentLoss', '    return NTXentLoss()'),
      ['NTXentLoss', 'lightly', 'info-nce', 0.5, DEFAULT],
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toEqual([expected]);
  });
});

describe('a class of the name that is another', () => {
  it.each([
    [
      lines('from setfit import SupConLoss', 'c = SupConLoss(model)'),
      ['c', 'setfit', 'supcon', 0.07, DEFAULT],
    ],
    [
      lines('from x.y import SupConLoss', 'c = SupConLoss(device)'),
      ['c', 'local', 'supcon', null, 'temperature'],
    ],
    [
      lines('from x.y import SupConLoss', 'c = SupConLoss(model.args)'),
      ['c', 'local', 'supcon', null, 'temperature'],
    ],
    [
      lines('from x.y import SupConLoss', 'c = SupConLoss([0.1, 0.07])'),
      ['c', 'local', 'supcon', null, 'temperature'],
    ],
    [
      lines('from x.y import SupConLoss', 'c = SupConLoss(temp=[0.1, 0.07])'),
      ['c', 'local', 'supcon', null, '[…]'],
    ],
    [
      lines('from x.y import SupConLoss', 'c = SupConLoss(model, temperature=0.2)'),
      ['c', 'local', 'supcon', 0.2, 'literal'],
    ],
    [
      lines('from x.y import SupConLoss', 'c = SupConLoss(opt.temp)'),
      ['c', 'supcontrast', 'supcon', null, 'opt.temp'],
    ],
    [
      lines('from x.y import NTXentLoss', 'c = NTXentLoss(device, 256, 0.1, True)'),
      ['c', 'local', 'info-nce', null, 'temperature'],
    ],
    [
      lines('from x.y import NTXentLoss', 'c = NTXentLoss(device, temperature=0.1)'),
      ['c', 'local', 'info-nce', 0.1, 'literal'],
    ],
    [
      lines('from x.y import NTXentLoss', 'c = NTXentLoss(device, **config["loss"])'),
      ['c', 'local', 'info-nce', null, '**config["loss"]'],
    ],
    [
      lines(
        'class SupConLoss(nn.Module):',
        '    def __init__(self, temperature=0.4, contrast_mode="all"): pass',
        'c = SupConLoss()',
      ),
      ['c', 'supcontrast', 'supcon', 0.4, DEFAULT],
    ],
    [
      lines(
        'T = 0.2',
        'class SupConLoss(nn.Module):',
        '    def __init__(self, device, tau: float = T): pass',
        'c = SupConLoss("cpu")',
      ),
      ['c', 'local', 'supcon', 0.2, DEFAULT],
    ],
    [
      lines(
        'class NTXentLoss:',
        '    @typed',
        '    def __init__(self, device, temperature, *rest): pass',
        'c = NTXentLoss(dev, 0.3, 1, 2)',
      ),
      ['c', 'local', 'info-nce', 0.3, 'literal'],
    ],
  ])('%s', (text, expected) => {
    expect(summary(text)).toEqual([expected]);
    expect(read('train.py', text).findings).toEqual([]);
  });

  it.each([
    ['a definition', 'class SupConLoss(nn.Module):\n    def __init__(self, temperature=0.07): pass'],
    ['a comment', '# criterion = SupConLoss(0.1)'],
    ['a string', 's = """\ncriterion = SupConLoss(0.1)\n"""'],
    ['another name', 'from x import JumpSupConLoss\nc = JumpSupConLoss(0.1)'],
    ['a callback', 'class SupConLoss(Callback):\n    def __init__(self, data): pass\nc = SupConLoss(d)'],
    [
      'a class of a library that is no contrastive loss',
      'from lightly.loss import DINOLoss\nc = DINOLoss(temperature=0.1)',
    ],
  ])('%s is no objective', (_, text) => {
    const { definitions, broken, findings, incompleteBecause } = read('train.py', text);
    expect({ definitions, broken, findings, incompleteBecause }).toEqual({
      definitions: [],
      broken: [],
      findings: [],
      incompleteBecause: null,
    });
  });
});

describe('values', () => {
  /** The temperature of the last line, `c = SupConLoss(…)`. */
  it.each([
    ['T = 0.1', 'T', 0.1, 'constant'],
    ['T: float = 0.1', 'T', 0.1, 'constant'],
    ['A = B = 0.1', 'A', 0.1, 'constant'],
    ['A, B = 0.1, 0.2', 'B', 0.2, 'constant'],
    ['T = 1\nS = T / 4', '-(-S) * (1 + 1)', 0.5, 'constant'],
    ['', '2 ** -2', 0.25, 'literal'],
    ['', '1_0e-2', 0.1, 'literal'],
    ['', '1.', 1, 'literal'],
    ['', 'float(0.1)', 0.1, 'literal'],
    ['import math', 'math.sqrt(0.25)', 0.5, 'literal'],
    ['import numpy as np\nT = np.exp(0)', 'T', 1, 'constant'],
    ['from math import log', '-1 / log(0.5) * log(2)', 1, 'literal'],
    ['if fast:\n    T = 0.1\nelse:\n    T = 0.10', 'T', 0.1, 'constant'],
    ['if fast:\n    T = 0.1\nelse:\n    T = 0.5', 'T', null, 'T'],
    ['T = 0.1\nT = T * 2', 'T', null, 'T'],
    ['T = 0.1\nT += 1', 'T', null, 'T'],
    ['T = 0.1\nfor T in grid: pass', 'T', null, 'T'],
    ['T = 0.1\nwith f() as T: pass', 'T', null, 'T'],
    ['T = 0.1\ndef f():\n    global T\n    T = 0.5', 'T', null, 'T'],
    ['T = 0.1\ndef f():\n    T = 0.5', 'T', 0.1, 'constant'],
    ['T = 0.1\n(T := 0.2)', 'T', null, 'T'],
    ['from config import T', 'T', null, 'T'],
    ['', 'args.temp', null, 'args.temp'],
    ['', 'config["temp"]', null, 'config["temp"]'],
    ['T = T', 'T', null, 'T'],
    ['def log(x): pass', 'log(2)', null, 'log(…)'],
    ['def float(x): pass', 'float(0.1)', null, 'float(…)'],
  ])('%s, SupConLoss(temperature=%s)', (before, written, value, origin) => {
    const text = lines(SUPCON, before, `c = SupConLoss(temperature=${written})`);
    expect(summary(text)).toEqual([['c', 'supcontrast', 'supcon', value, origin]]);
  });

  it('of a function hide those of the module', () => {
    const text = lines(
      SUPCON,
      'T = 0.1',
      'def f(T):',
      '    return SupConLoss(T)',
      'class M:',
      '    T = 0.3',
      '    def g(self):',
      '        self.c = SupConLoss(T)',
      '    loss = SupConLoss(T)',
    );
    expect(summary(text).map((row) => (row as unknown[]).slice(3))).toEqual([
      [null, 'T'],
      [0.1, 'constant'],
      [0.3, 'constant'],
    ]);
  });

  it.each([
    ['self.criterion = SupConLoss(0.1).cuda()', 'criterion'],
    ['crit: nn.Module = SupConLoss(0.1)', 'crit'],
    ['loss = (SupConLoss(0.1) if supervised else None)', 'loss'],
    ['wrapped = Memory(loss=SupConLoss(0.1))', 'SupConLoss'],
    ['losses["a"] = SupConLoss(0.1)', 'SupConLoss'],
    ['SupConLoss(0.1)(features, labels)', 'SupConLoss'],
  ])('%s is named %s, underlined at its callee, and spans its call', (call, name) => {
    const text = lines(SUPCON, call);
    const [definition] = read('train.py', text).definitions;
    expect(definition.name).toBe(name);
    expect(text.slice(definition.headSpan.start, definition.headSpan.end)).toBe('SupConLoss');
    expect(text.slice(definition.span.start, definition.span.end)).toBe('SupConLoss(0.1)');
  });

  it('of nidl are variances, and its words for kernels its own', () => {
    const text = lines(
      NIDL,
      'sigma = 4',
      'a = YAwareInfoNCE(bandwidth=sigma**2)',
      'b = YAwareInfoNCE("exponential", [1, 4])',
      'c = YAwareInfoNCE(kernel="linear", bandwidth=KernelMetric("gaussian", "scott"))',
      'd = YAwareInfoNCE()',
      'e = YAwareInfoNCE(bandwidth=[[1, 0], [0, 1]])',
    );
    const { definitions, findings } = read('train.py', text);
    expect(findings).toEqual([]);
    expect(
      definitions.map(({ parameters: { bandwidth, kernel } }) => [
        kernel?.value,
        bandwidth?.value,
        bandwidth?.origin,
      ]),
    ).toEqual([
      ['gaussian', 4, 'constant'],
      ['laplacian', [1, 2], 'literal'],
      [null, null, 'unresolved'],
      ['gaussian', 1, DEFAULT],
      ['gaussian', null, 'unresolved'],
    ]);
  });

  it.each([
    ['CosineSimilarity()', 'supcon', 'cosine'],
    ['DotProductSimilarity(normalize_embeddings=False)', 'supcon', 'dot'],
    ['distances.LpDistance(normalize_embeddings=False)', 'supcon', 'negative-euclidean'],
    ['LpDistance(normalize_embeddings=False, power=2)', 'supcon', 'negative-squared-euclidean'],
    ['None', 'supcon', 'cosine'],
    ['LpDistance(p=1)', 'other', 'cosine'],
    ['SNRDistance()', 'other', 'cosine'],
  ])('of pytorch-metric-learning with distance %s', (distance, kind, similarity) => {
    const { definitions, findings } = read(
      'train.py',
      lines(PML, `c = losses.SupConLoss(distance=${distance})`),
    );
    expect(definitions.map((d) => [d.kind, d.parameters.similarity.value])).toEqual([[kind, similarity]]);
    expect(findings.map(({ severity }) => severity)).toEqual(kind === 'other' ? ['information'] : []);
  });
});

describe('what Python would not accept', () => {
  it.each([
    [
      SUPCON,
      'c = SupConLoss(temperature=-0.1)',
      '                           ^^^^ invalid-value: is -0.1, but it must be a number above 0',
    ],
    [SUPCON, 'c = SupConLoss(0)', '               ^ invalid-value: is 0'],
    [
      SUPCON,
      'c = SupConLoss(temperature="0.1")',
      '                           ^^^^^ invalid-value: is the text "0.1"',
    ],
    [LIGHTLY, 'c = NTXentLoss(temperature=None)', '                           ^^^^ invalid-value: is None'],
    [LIGHTLY, 'c = NTXentLoss(True)', '               ^^^^ invalid-value: is True'],
    [SUPCON, 'c = SupConLoss(1 / 0)', '               ^^^^^ invalid-value: is Infinity'],
    [
      NIDL,
      'c = YAwareInfoNCE(kernel="rbf")',
      '                         ^^^^^ invalid-value: one of "gaussian", "epanechnikov"',
    ],
    [
      NIDL,
      'c = YAwareInfoNCE(bandwidth=[1, 0])',
      '                            ^^^^^^ invalid-value: It is the variance σ²',
    ],
    [
      NIDL,
      'c = YAwareInfoNCE(bandwidth="scott")',
      '                            ^^^^^^^ invalid-value: is the text "scott"',
    ],
  ])('%s: %s', (before, call, carets) => {
    const { text, marks } = readCarets(lines(before, call, carets));
    const { definitions, broken, findings } = read('train.py', text);
    expectFindings(text, findings, marks);
    expect(findings.map(({ severity }) => severity)).toEqual(['error']);
    expect(definitions).toEqual([]);
    expect(broken.map(({ name, because }) => [name, because])).toEqual([['c', findings[0].message]]);
  });

  it.each([
    [
      SUPCON,
      'c = SupConLoss(temprature=0.1)',
      '               ^^^^^^^^^^ unknown-argument: Did you mean `temperature`?',
      'temprature',
    ],
    [
      SUPCON,
      'c = SupConLoss(temp=0.1)',
      '               ^^^^ unknown-argument: TypeError. It accepts temperature, contrast_mode, base_temperature.',
      'temp',
    ],
    [
      PML,
      'c = losses.SupConLoss(temperature=0.1, base_distance=d)',
      '                                       ^^^^^^^^^^^^^ unknown-argument: Python will stop here with a TypeError',
      'literal',
    ],
    [
      PML,
      'c = losses.NTXentLoss(0.1, 0.2)',
      '                           ^^^ unknown-argument: takes at most 1 argument by position (temperature)',
      'literal',
    ],
    [
      NIDL,
      'c = InfoNCE(0.1, temperature=0.2)',
      '                 ^^^^^^^^^^^ unknown-argument: is given twice',
      'literal',
    ],
    [
      LIGHTLY,
      'c = NTXentLoss(gather=True)',
      "               ^^^^^^ unknown-argument: lightly's NTXentLoss has no argument `gather`",
      DEFAULT,
    ],
    [
      'class SupConLoss:\n    def __init__(self, temperature=0.1): pass',
      'c = SupConLoss(margin=1)',
      "               ^^^^^^ unknown-argument: This file's SupConLoss has no argument",
      DEFAULT,
    ],
  ])('%s: %s', (before, call, carets, origin) => {
    const { text, marks } = readCarets(lines(before, call, carets));
    expectFindings(text, read('train.py', text).findings, marks);
    expect(summary(text).map((row) => (row as unknown[])[4])).toEqual([origin]);
  });

  it('is anything for a class with **kwargs', () => {
    const text = lines(
      'class SupConLoss:',
      '    def __init__(self, temperature=0.1, **kw): pass',
      'c = SupConLoss(margin=1)',
    );
    expect(read('train.py', text).findings).toEqual([]);
  });
});

/** Files as they are while they are typed, saved by other systems, or older than Python 3: never a crash, every mark in place. */
import { describe, expect, it } from 'vitest';
import { read } from '../support/pythonReader';

const PYTHON = `# -*- coding: utf-8 -*-
from yacs.config import CfgNode as CN
from losses import SupConLoss, NTXentLoss as Loss
_C = CN()
_C.TEMP = 0.2
LOSSES = {}

@LOSSES.register("tail")
class Tail(SupConLoss):
\tdef __init__(self, temperature=0.1):
\t\tsuper().__init__(temperature)

class Trainer:
    def __init__(self, tau=0.3):
        self.criterion: nn.Module = Loss(temperature=tau)  # "🎉"
    def step(self, x):
        return SupConLoss(_C.TEMP).cuda()(x)
emoji = "👩‍👩‍👧"; c = LOSSES["tail"](0.5)
d = LOSSES.build(dict(type="tail", temperature=0.4))
`;
const YAML = `# 🙂
defaults: [_self_]
tau: 0.1
loss:
  _target_: lightly.loss.NTXentLoss
  temperature: \${tau}
criterion:
  name: 'SupCon'
  params: { temperature: 5.0e-1, base_temperature: "{{ base }}" }
`;
const NOTEBOOK = JSON.stringify({
  cells: [
    { cell_type: 'code', source: ['%pip install x\n', 'from losses import SupConLoss\n'] },
    { cell_type: 'code', source: ['c = SupConLoss(0.1) # 🙂'] },
  ],
});
const FILES: readonly (readonly [string, string])[] = [
  ['train.py', PYTHON],
  ['a.yaml', YAML],
  ['a.ipynb', NOTEBOOK],
];

/** What is found, by the words that it stands at. */
function found(path: string, text: string): readonly string[] {
  const { definitions, broken, findings } = read(path, text);
  const heads = [...definitions, ...broken].map(({ headSpan, kind }) => ({ span: headSpan, kind }));
  return [...heads, ...findings.map(({ span, rule }) => ({ span, kind: rule }))].map(({ span, kind }) => {
    expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
    return `${kind} ${text.slice(span.start, span.end)}`;
  });
}

it.each(FILES)('%s holds what these tests cut and change', (path, text) => {
  expect(found(path, text).length).toBeGreaterThan(path === 'a.ipynb' ? 0 : 1);
});

describe('every beginning of', () => {
  it.each(FILES)('%s is read, with marks inside of it', (path, text) => {
    for (let end = 0; end <= text.length; end++) found(path, text.slice(0, end));
  });
});

describe('the same is found at the same words', () => {
  it.each(FILES.slice(0, 2))('in %s with carriage returns', (path, text) => {
    expect(found(path, text.replaceAll('\n', '\r\n'))).toEqual(found(path, text));
  });

  it.each(FILES.slice(0, 2))('in %s behind a byte order mark', (path, text) => {
    expect(found(path, `\uFEFF${text}`)).toEqual(found(path, text));
  });

  it('in Python with tabs', () => {
    expect(found('train.py', PYTHON.replaceAll('    ', '\t'))).toEqual(found('train.py', PYTHON));
  });

  it('in Python that prints as Python 2 did', () => {
    const old = `print "epoch %d" % 1\nprint >>sys.stderr, "x"\nexec "y = 1"\n${PYTHON}`;
    expect(found('train.py', old)).toEqual(found('train.py', PYTHON));
  });

  it('in YAML between the lines of a template', () => {
    const template = `{% set base = 0.07 %}\n${YAML}{% if x %}\nother: 1\n{% endif %}\n`;
    expect(found('a.yaml', template)).toEqual(found('a.yaml', YAML));
  });
});

describe('five million characters of', () => {
  it.each([
    ['Python', 'big.py', `${'loss = 1  # NTXent\n'.repeat(270_000)}`],
    ['one line of Python', 'line.py', `x = [${'loss, '.repeat(840_000)}]`],
    ['YAML', 'big.yaml', `${'loss: { type: other }\n'.repeat(230_000)}`],
    ['JSON', 'big.json', `{"loss": [${'{"name": "supcon"},'.repeat(270_000)}1]}`],
    ['TOML', 'big.toml', `${'[loss]\nname = 1\n'.repeat(300_000)}`],
    ['blanks behind a key', 'blank.yaml', `loss:${' '.repeat(5_000_000)}`],
    ['one word', 'word.yaml', 'loss'.repeat(1_250_000)],
  ])('%s are told or passed over, and not waited for', (_, path, text) => {
    const started = performance.now();
    expect(read(path, text).definitions).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

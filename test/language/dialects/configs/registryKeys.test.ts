/** Keys of the project's own registries in its configs: the class that its Python has under the key, with its own defaults. */
import { describe, expect, it } from 'vitest';
import { readCarets } from '../../../support/carets';
import { readAmong } from './readAmong';

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
const MAP = `${TAIL}\nLOSSES = {'tail': TailLoss, 'ce': nn.CrossEntropyLoss}\n`;
const DECORATED = {
  'src/losses/__init__.py': 'from .tail import TailLoss\n',
  'src/losses/tail.py': `from .registry import LOSSES\n@LOSSES.register_module(name='tail')\n${TAIL}`,
};

describe('a key of a registry', () => {
  it.each<[string, string, string, Record<string, string>]>([
    [
      'in a map',
      'a.yaml',
      "criterion:\n  name: 'tail'\n        ^^^^^^ supcon 0.2\n  params: { tau: 0.2 }\n",
      { 'losses.py': MAP },
    ],
    [
      'with the default of its class',
      'configs/train/a.yml',
      'loss: { type: tail, margin: 1 }\n              ^^^^ supcon 0.4\n',
      { 'tools/losses.py': MAP },
    ],
    [
      'that a decorator gives',
      'pkg/a.json',
      '{"loss_fn": {"name": "tail", "params": {"tau": 0.3}}}\n                     ^^^^^^ supcon 0.3\n',
      Object.fromEntries(Object.entries(DECORATED).map(([path, text]) => [path.replace('src', 'pkg'), text])),
    ],
    ['in TOML', 'a.toml', '[criterion]\nname = "tail"\n       ^^^^^^ supcon 0.4\n', DECORATED],
    [
      'whose word is known, for a class that is not',
      'a.yaml',
      'criterion: { name: SupCon }\n                   ^^^^^^ supcon 0.4\n',
      { 'losses.py': MAP.replace("'tail'", "'SupCon'") },
    ],
    [
      'in a config in Python',
      'a.py',
      "tau = 0.1\nloss = dict(type='tail', tau=tau)\n                 ^^^^^^ supcon 0.1\n",
      { 'losses.py': MAP },
    ],
  ])('%s', (_, path, marked, files) => {
    const { text, marks } = readCarets(marked);
    const { definitions, broken, findings } = readAmong({ ...files, [path]: text }, path);
    expect({ broken, findings }).toEqual({ broken: [], findings: [] });
    expect(
      definitions.map(({ kind, headSpan, parameters }) => [
        headSpan,
        `${kind} ${parameters.temperature.value}`,
      ]),
    ).toEqual(marks.map(({ span, label }) => [span, label]));
  });

  it('is matched to the signature of its class', () => {
    const files = { 'losses.py': MAP, 'a.yaml': 'criterion: { name: tail, params: { temperature: 0.1 } }\n' };
    const [finding, ...others] = readAmong(files, 'a.yaml').findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'unknown-argument', span: { start: 35, end: 46 } });
    expect(finding.message).toContain("losses.py's TailLoss has no argument `temperature`");
  });

  it.each<[string, string, Record<string, string>]>([
    ['of another loss', 'criterion: { name: ce }\n', { 'losses.py': MAP }],
    ['that no registry has', 'criterion: { name: head, params: { tau: 0.1 } }\n', { 'losses.py': MAP }],
    ['where there is no registry', 'criterion: { name: tail }\n', { 'losses.py': TAIL }],
    ['where there is no Python', 'criterion: { name: tail }\n', {}],
    ['of a model', 'model: { name: tail, tau: 0.1 }\n', { 'losses.py': MAP }],
  ])('%s is no objective', (_, text, files) => {
    expect(readAmong({ ...files, 'a.yaml': text }, 'a.yaml')).toMatchObject({
      definitions: [],
      broken: [],
      findings: [],
    });
  });
});

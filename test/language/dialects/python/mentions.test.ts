/** Which texts are parsed at all: every name that a dialect knows is seen, and what everybody writes is passed over. */
import { describe, expect, it } from 'vitest';
import { LOSS_NAMES } from '../../../../src/language/dialects/python/dialects';
import { firstMention, mayHoldLoss } from '../../../../src/language/dialects/python/mentions';

describe('a text is parsed that', () => {
  it.each([...LOSS_NAMES])('names %s', (name) => {
    const text = `import x\nfrom y import ${name} as other\n`;
    expect(mayHoldLoss(text)).toBe(true);
    expect(text.slice(firstMention(text)).startsWith(name)).toBe(true);
  });

  it.each([
    ['calls a class that may be one', 'loss = MyPairLoss(0.1)'],
    ['calls a function that may be one', 'loss = info_nce_loss (z)'],
    ['asks a registry', 'c = LOSSES[name](**p)'],
    ['asks a registry by get', 'c = criterions.get(name)()'],
    ['asks for a global name', 'c = globals()[name]()'],
    ['lets a registry build', 'c = LOSSES.build(cfg)\nd = MODELS.build(cfg)'],
    ['asks a function for a loss', 'c = build_loss(cfg)'],
    ['imports from a module of losses', 'from my.losses import Pull'],
    ['derives a class from one', 'class Pull(nn.Module, PairLoss):\n    pass'],
  ])('%s', (_, text) => {
    expect(mayHoldLoss(text)).toBe(true);
  });
});

describe('a text is not parsed that', () => {
  it.each([
    [
      'calls the losses of PyTorch',
      'a = nn.CrossEntropyLoss()\nb = torch.nn.MSELoss()\nloss = a(x, y)\nloss.backward()',
    ],
    ['defines a loss', 'class MyPairLoss(nn.Module):\n    pass\ndef contrastive_loss(z):\n    pass'],
    ['speaks of instances since the reference', 'instance = since(reference)\nonce = announce()'],
    ['has names like those', 'x = JumpSupConLosses\ny = SimCLRTrainer()'],
  ])('%s', (_, text) => {
    expect(mayHoldLoss(text)).toBe(false);
  });
});

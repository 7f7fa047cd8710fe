/** What a Python text says after each of many edits is what it says when it is read for the first time. */
import { describe, expect, it } from 'vitest';
import type { PythonFile } from '../../../src/language/parsers/python/file';
import { noise } from '../../support/noise';
import { python } from '../../support/pythonReader';

const TEXT = `import torch
from losses import SupConLoss as Loss

TEMPERATURE = 0.1


@register("head")
class Head(torch.nn.Module):
    width = 64

    def __init__(self, width=64, *, rate=0.1):
        super().__init__()
        self.criterion = Loss(temperature=TEMPERATURE)


@register("head")
class Other(Head):
    def forward(self, x):
        return [f(y) for y in x if (n := len(y)) > 3]


def build(name, scale=1.0):
    if name == "supcon":
        return Loss(temperature=scale * TEMPERATURE)
    return (Loss, {"temperature": 0.2})


for epoch in range(10):
    loss = build("supcon")(epoch)
`;

const PIECES = [
  '(',
  ')',
  '\n',
  '    ',
  'x = Loss(temperature=0.5)\n',
  'def f(a):\n',
  '"',
  '#',
  '😀',
  'class A:',
  ',',
];

/** All that is kept of a text, with each value read. */
function said(file: PythonFile) {
  const scopes = file.scopes.map((scope) => {
    const { kind, parent, span, definition, names } = scope;
    const head = definition && [definition.name, definition.signature(), definition.returns()];
    const decorators = definition?.decorators();
    const bindings = names.map((name) => scope.bindingsOf(name).map((one) => [one.offset, one.kind]));
    return { kind, parent, span, names, head, decorators, bindings };
  });
  const calls = file.calledNames.map((name) =>
    file
      .callsNamed(name)
      .map(({ call, span, scope, target, whole }) => [call(), span, scope, target(), whole]),
  );
  const pairs = file.pairs.map(({ span }) => span);
  return { scopes, calls, pairs, stranded: file.stranded, passed: file.passedNames };
}

describe('a text that is edited', () => {
  it.each([1, 2, 3, 4])('means what it means when it is read at once (seed %d)', (seed) => {
    const choices = noise(400, seed);
    let at = 0;
    const below = (count: number) => Math.floor(((choices[at++ % choices.length] + 1) / 2) * count);
    const uri = `file:///edited${seed}.py`;
    let text = TEXT;
    for (let edit = 0; edit < 40; edit++) {
      const place = below(text.length);
      const removed = below(3) === 0 ? below(12) : 0;
      text =
        text.slice(0, place) + (removed ? '' : PIECES[below(PIECES.length)]) + text.slice(place + removed);
      // Now and then all is mended again, as after an undo.
      if (edit % 8 === 7) text = TEXT;
      python.parse(uri, text);
      const fresh = `file:///fresh${seed}-${edit}.py`;
      expect(said(python.parse(uri, text))).toEqual(said(python.parse(fresh, text)));
      python.forget(fresh);
    }
  });
});

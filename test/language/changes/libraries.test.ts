/** Changes written into programs and configs: in the units and words of each library, at the place that gives the value. */
import { describe, expect, it } from 'vitest';
import type { Changes } from '../../../src/language/changes/changes';
import { write } from './writing';

type Case = readonly [name: string, before: string, changes: Changes, after: string];

const SUPCON = 'from pytorch_metric_learning.losses import SupConLoss\n';
const NIDL = 'from nidl.losses import YAwareInfoNCE\n';
const RANKING = 'from sentence_transformers.losses import MultipleNegativesRankingLoss\n';
const SOLO = 'from solo.losses.simclr import simclr_loss_func\n';

const PYTHON: readonly Case[] = [
  [
    'a keyword argument',
    `${SUPCON}loss = SupConLoss(temperature=0.1)  # low\n`,
    { temperature: 0.083 },
    `${SUPCON}loss = SupConLoss(temperature=0.083)  # low\n`,
  ],
  [
    'a positional argument',
    'from lightly.loss import NTXentLoss\nloss = NTXentLoss(0.5, 4096)\n',
    { temperature: 2 },
    'from lightly.loss import NTXentLoss\nloss = NTXentLoss(2.0, 4096)\n',
  ],
  [
    'a constant, where it is given',
    `${SUPCON}TEMP = 0.1  # of all losses\nloss = SupConLoss(temperature=TEMP)\n`,
    { temperature: 0.2 },
    `${SUPCON}TEMP = 0.2  # of all losses\nloss = SupConLoss(temperature=TEMP)\n`,
  ],
  [
    'a constant of a dictionary',
    `${SUPCON}CONFIG = {"lr": 0.1, "temp": 0.1}\nloss = SupConLoss(temperature=CONFIG["temp"])\n`,
    { temperature: 0.2 },
    `${SUPCON}CONFIG = {"lr": 0.1, "temp": 0.2}\nloss = SupConLoss(temperature=CONFIG["temp"])\n`,
  ],
  [
    'an attribute of a class',
    `${SUPCON}class Config:\n    other: float = 0.1\n    temp: float = 0.1\nloss = SupConLoss(temperature=Config.temp)\n`,
    { temperature: 0.2 },
    `${SUPCON}class Config:\n    other: float = 0.1\n    temp: float = 0.2\nloss = SupConLoss(temperature=Config.temp)\n`,
  ],
  [
    'arithmetic as a whole',
    `${SUPCON}loss = SupConLoss(temperature=1 / 14)\n`,
    { temperature: 0.2 },
    `${SUPCON}loss = SupConLoss(temperature=0.2)\n`,
  ],
  [
    'the default of the library, in a call without arguments',
    `${SUPCON}loss = SupConLoss()\n`,
    { temperature: 0.2 },
    `${SUPCON}loss = SupConLoss(temperature=0.2)\n`,
  ],
  [
    'the default of the library, on a line of its own',
    `${NIDL}loss = YAwareInfoNCE(\n    kernel="gaussian",  # as in the paper\n    bandwidth=4,\n)\n`,
    { temperature: 0.5 },
    `${NIDL}loss = YAwareInfoNCE(\n    kernel="gaussian",  # as in the paper\n    bandwidth=4,\n    temperature=0.5,\n)\n`,
  ],
  [
    'a deviation where the library takes the variance',
    `${NIDL}loss = YAwareInfoNCE(bandwidth=0.25, temperature=0.5)\n`,
    { bandwidth: 0.3 },
    `${NIDL}loss = YAwareInfoNCE(bandwidth=0.09, temperature=0.5)\n`,
  ],
  [
    'a variance of 1, which is its own root',
    `${NIDL}loss = YAwareInfoNCE(bandwidth=1, temperature=0.5)\n`,
    { bandwidth: 3 },
    `${NIDL}loss = YAwareInfoNCE(bandwidth=9, temperature=0.5)\n`,
  ],
  [
    'a variance that is not given yet, and another kernel',
    `${NIDL}loss = YAwareInfoNCE("gaussian", temperature=0.5)\n`,
    { bandwidth: 2, kernel: 'laplacian' },
    `${NIDL}loss = YAwareInfoNCE("exponential", temperature=0.5, bandwidth=4)\n`,
  ],
  [
    'variances of several columns',
    `${NIDL}loss = YAwareInfoNCE(bandwidth=[1, 4], temperature=0.5)\n`,
    { bandwidth: [3, 2] },
    `${NIDL}loss = YAwareInfoNCE(bandwidth=[9, 4], temperature=0.5)\n`,
  ],
  [
    'one over the temperature',
    `${RANKING}loss = MultipleNegativesRankingLoss(model, scale=20.0)\n`,
    { temperature: 0.1 },
    `${RANKING}loss = MultipleNegativesRankingLoss(model, scale=10.0)\n`,
  ],
  [
    'one over a temperature that is not given yet',
    `${RANKING}loss = MultipleNegativesRankingLoss(model)\n`,
    { temperature: 0.1 },
    `${RANKING}loss = MultipleNegativesRankingLoss(model, scale=10)\n`,
  ],
  [
    'a function',
    `${SOLO}loss = simclr_loss_func(z, indexes=indexes)\n`,
    { temperature: 0.3 },
    `${SOLO}loss = simclr_loss_func(z, indexes=indexes, temperature=0.3)\n`,
  ],
  [
    'one of two losses',
    `${SUPCON}a = SupConLoss(temperature=0.1)\nb = SupConLoss(temperature=0.1)\n`,
    { temperature: 0.2 },
    `${SUPCON}a = SupConLoss(temperature=0.2)\nb = SupConLoss(temperature=0.1)\n`,
  ],
];

const YAML: readonly Case[] = [
  [
    'a Hydra target',
    'loss:\n  _target_: pytorch_metric_learning.losses.SupConLoss\n  temperature: 0.1  # low\n',
    { temperature: 0.2 },
    'loss:\n  _target_: pytorch_metric_learning.losses.SupConLoss\n  temperature: 0.2  # low\n',
  ],
  [
    'a small number as PyYAML reads it',
    'loss:\n  _target_: pytorch_metric_learning.losses.SupConLoss\n  temperature: 0.1\n',
    { temperature: 1e-7 },
    'loss:\n  _target_: pytorch_metric_learning.losses.SupConLoss\n  temperature: 1.0e-7\n',
  ],
  [
    'a value that is interpolated, where it is given',
    'train:\n  lr: 0.1\n  tau: 0.1\nloss:\n  _target_: pytorch_metric_learning.losses.SupConLoss\n  temperature: $' +
      '{train.tau}\n',
    { temperature: 0.2 },
    'train:\n  lr: 0.1\n  tau: 0.2\nloss:\n  _target_: pytorch_metric_learning.losses.SupConLoss\n  temperature: $' +
      '{train.tau}\n',
  ],
  [
    'the default of the library',
    'loss:\n  _target_: pytorch_metric_learning.losses.SupConLoss\nlr: 0.1\n',
    { temperature: 0.2 },
    'loss:\n  _target_: pytorch_metric_learning.losses.SupConLoss\n  temperature: 0.2\nlr: 0.1\n',
  ],
  [
    'a variance',
    'loss:\n  _target_: nidl.losses.YAwareInfoNCE\n  bandwidth: 4\n  temperature: 0.1\n',
    { bandwidth: 3 },
    'loss:\n  _target_: nidl.losses.YAwareInfoNCE\n  bandwidth: 9\n  temperature: 0.1\n',
  ],
];

const JSON_CONFIGS: readonly Case[] = [
  [
    'a name with its arguments',
    '{"criterion": {"name": "SupConLoss", "params": {"temperature": 0.1}}}',
    { temperature: 0.2 },
    '{"criterion": {"name": "SupConLoss", "params": {"temperature": 0.2}}}',
  ],
];

const NOTEBOOK = (line: string) =>
  JSON.stringify({ cells: [{ cell_type: 'code', source: [SUPCON, line] }], metadata: {} }, null, 1);
const NOTEBOOKS: readonly Case[] = [
  [
    'a value',
    NOTEBOOK('loss = SupConLoss(temperature=0.1)'),
    { temperature: 0.2 },
    NOTEBOOK('loss = SupConLoss(temperature=0.2)'),
  ],
  [
    'a new argument',
    NOTEBOOK('loss = SupConLoss(\n    reducer="mean"\n)'),
    { temperature: 0.2 },
    NOTEBOOK('loss = SupConLoss(\n    reducer="mean",\n    temperature=0.2\n)'),
  ],
];

describe.each([
  ['py', PYTHON],
  ['yaml', YAML],
  ['json', JSON_CONFIGS],
  ['ipynb', NOTEBOOKS],
] as const)('written into %s', (ending, cases) => {
  it.each(cases)('%s', (_, before, changes, after) => {
    const { text, refusedBecause } = write(`a.${ending}`, before, changes);
    expect(refusedBecause).toBeNull();
    expect(text).toBe(after);
  });
});

describe('refused, with the place to edit instead', () => {
  const PARSER = `import argparse\n${SUPCON}parser = argparse.ArgumentParser()\nparser.add_argument('--temp', type=float, default=0.1)\nargs = parser.parse_args()\nloss = SupConLoss(temperature=args.temp)\n`;
  it.each<readonly [name: string, text: string, changes: Changes, words: RegExp]>([
    ['the default of an option', PARSER, { temperature: 0.2 }, /default of the option --temp/],
    ['a dimension', `${SUPCON}loss = SupConLoss(0.1)\n`, { dimension: 4 }, /objective-lens\.yaml/],
    ['views', `${SUPCON}loss = SupConLoss(0.1)\n`, { views: 4 }, /objective-lens\.yaml/],
    ['classes', `${SUPCON}loss = SupConLoss(0.1)\n`, { classes: [5, 5] }, /comes with the data/],
    ['a similarity', `${SUPCON}loss = SupConLoss(0.1)\n`, { similarity: 'dot' }, /no argument of this loss/],
    [
      'another kind',
      `${SUPCON}loss = SupConLoss(0.1)\n`,
      { objective: 'soft-supcon', across: 0.1 },
      /change the class/,
    ],
    [
      'what the program computes',
      `${SUPCON}loss = SupConLoss(temperature=get())\n`,
      { temperature: 0.2 },
      /`get\(…\)`/,
    ],
    [
      'a learned temperature',
      'from open_clip import ClipLoss\nloss = ClipLoss()\n',
      { temperature: 0.2 },
      /learned/,
    ],
    [
      'all, where one cannot be written',
      `${SUPCON}loss = SupConLoss(0.1)\n`,
      { temperature: 0.2, dimension: 4 },
      /dimension/,
    ],
  ])('%s', (_, text, changes, words) => {
    expect(write('a.py', text, changes)).toMatchObject({
      text: null,
      refusedBecause: expect.stringMatching(words),
    });
  });
});

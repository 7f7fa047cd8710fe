/** Values of yacs: defaults that a script sets in a tree, and the files that are merged into it. */
import { describe, expect, it } from 'vitest';
import { readIn } from '../../../support/pythonReader';

const DEFAULTS = `from yacs.config import CfgNode as CN

_C = CN()
_C.SEED = 1
_C.LOSS = CN()
_C.LOSS.NAME = "supcon"
_C.LOSS.TEMP = 0.07
_C.LOSS.BASE = CN({"TAU": 0.3})
_C.LOSS.BASE.SCALE = 10

cfg = _C

def get_cfg_defaults():
    return _C.clone()
`;

function temperature(train: string, others: Readonly<Record<string, string>> = {}): string {
  const files = { 'config/defaults.py': DEFAULTS, ...others, 'train.py': train };
  const { definitions, broken, findings } = readIn(files, 'train.py');
  expect({ broken, findings }).toEqual({ broken: [], findings: [] });
  return definitions
    .map(
      ({
        parameters: {
          temperature: { value, missing, origin },
        },
      }) => `${value ?? 'unknown'} ${missing ?? origin}`,
    )
    .join(', ');
}

const built = (...lines: string[]) => ['from losses import SupConLoss', ...lines, ''].join('\n');
const YAML = { 'configs/x.yaml': 'LOSS:\n  TEMP: 0.5\n' };

describe('a value of a tree of defaults', () => {
  it.each<[string, string, string]>([
    [
      'that is imported',
      built('from config.defaults import cfg', 'c = SupConLoss(cfg.LOSS.TEMP)'),
      '0.07 config config/defaults.py',
    ],
    [
      'that a function copies',
      built(
        'from config.defaults import get_cfg_defaults',
        'cfg = get_cfg_defaults()',
        'c = SupConLoss(cfg.LOSS.TEMP)',
      ),
      '0.07 config config/defaults.py',
    ],
    [
      'below a branch that has some already',
      built(
        'from config import defaults',
        'c = SupConLoss(1 / defaults.cfg.LOSS.BASE.SCALE)',
        'd = SupConLoss(defaults.cfg.LOSS.BASE.TAU)',
      ),
      '0.1 config config/defaults.py, 0.3 config config/defaults.py',
    ],
    [
      'that a function is given',
      built(
        'from config.defaults import cfg',
        'def build(cfg):',
        '    return SupConLoss(cfg.LOSS.TEMP)',
        'build(cfg)',
      ),
      '0.07 config config/defaults.py',
    ],
    [
      'that has none',
      built('from config.defaults import cfg', 'c = SupConLoss(cfg.LOSS.TAU)'),
      'unknown cfg.LOSS.TAU',
    ],
    [
      'of the file itself',
      built('from yacs.config import CfgNode', 'C = CfgNode()', 'C.TEMP = 0.2', 'c = SupConLoss(C.TEMP)'),
      '0.2 constant',
    ],
    [
      'that the script sets',
      built('from config.defaults import cfg', 'cfg.LOSS.TEMP = 0.9', 'c = SupConLoss(cfg.LOSS.TEMP)'),
      '0.9 constant',
    ],
  ])('%s', (_, train, expected) => expect(temperature(train)).toBe(expected));
});

describe('a value of a tree', () => {
  const merging = (file: string, ...lines: string[]) =>
    built(
      'from config.defaults import cfg',
      `cfg.merge_from_file(${file})`,
      ...lines,
      'c = SupConLoss(cfg.LOSS.TEMP)',
    );

  it.each<[string, string, string]>([
    ['is what the file says that is merged', merging("'configs/x.yaml'"), '0.5 config configs/x.yaml'],
    [
      'is the default where only the command line knows the file',
      merging('args.cfg'),
      '0.07 config config/defaults.py',
    ],
    [
      'is the default where the file is silent',
      merging("'configs/silent.yaml'"),
      '0.07 config config/defaults.py',
    ],
    [
      'is the default where the file is missing',
      merging("'configs/none.yaml'"),
      '0.07 config config/defaults.py',
    ],
    ['is what the script sets behind it', merging("'configs/x.yaml'", 'cfg.LOSS.TEMP = 0.9'), '0.9 constant'],
  ])('%s', (_, train, expected) => {
    expect(temperature(train, { ...YAML, 'configs/silent.yaml': 'LOSS: { NAME: x }\n' })).toBe(expected);
  });
});

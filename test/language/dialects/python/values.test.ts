/** Where people keep the temperature: each place is followed to its value, and told by the kind of place that it is. */
import { describe, expect, it } from 'vitest';
import { readIn } from '../../../support/pythonReader';

const IMPORT = 'from losses import SupConLoss';

/** `τ origin`, or the author's word for what is missing, of the only objective of `train.py`. */
function temperature(files: Readonly<Record<string, string>>): string {
  const { definitions, findings, broken } = readIn(files, 'train.py');
  expect({ findings, broken, count: definitions.length }).toEqual({ findings: [], broken: [], count: 1 });
  const { value, origin, missing } = definitions[0].parameters.temperature;
  return value === null ? `unknown ${missing}` : `${Number(value.toPrecision(9))} ${origin}`;
}

const inOneFile = (text: string) => temperature({ 'train.py': `${IMPORT}\n${text}` });

describe('a temperature in one file:', () => {
  it.each([
    ['constants of a class', 'class CFG:\n    temp = 0.2\nSupConLoss(CFG.temp)', '0.2 constant'],
    [
      'a changed constant of a class',
      'class CFG:\n    temp = 0.2\nCFG.temp = 0.5\nSupConLoss(CFG.temp)',
      '0.5 constant',
    ],
    [
      'one that is changed under a condition',
      'class CFG:\n    temp = 0.2\nif fast:\n    CFG.temp = 0.5\nSupConLoss(CFG.temp)',
      'unknown CFG.temp',
    ],
    ['the default of a parameter', 'def build(t=0.2):\n    return SupConLoss(t)', '0.2 constant'],
    [
      'a parameter that every caller gives',
      'def build(t):\n    return SupConLoss(t)\nbuild(0.3)\nbuild(t=0.3)',
      '0.3 constant',
    ],
    [
      'one that callers give differently',
      'def build(t=0.1):\n    return SupConLoss(t)\nbuild(0.3)\nbuild()',
      'unknown t',
    ],
    ['one that nobody gives', 'def build(t):\n    return SupConLoss(t)', 'unknown t'],
    [
      'an attribute of self',
      'class M:\n    def __init__(self, t=0.2):\n        self.t = t\n    def g(self):\n        return SupConLoss(self.t)',
      '0.2 constant',
    ],
    [
      'an attribute that is set twice',
      'class M:\n    def __init__(self):\n        self.t = 0.1\n    def g(self):\n        self.t = 0.2\n        return SupConLoss(self.t)',
      'unknown self.t',
    ],
    [
      'an attribute that the constructor is called for',
      'class M:\n    def __init__(self, t):\n        self.c = SupConLoss(t)\nM(0.4)',
      '0.4 constant',
    ],
    [
      'a dataclass',
      '@dataclass\nclass C:\n    n: int\n    temp: float = 0.2\nc = C(3)\nSupConLoss(c.temp)',
      '0.2 constant',
    ],
    [
      'a dataclass with a field that is given',
      '@dataclass\nclass C:\n    n: int = 1\n    temp: float = field(default=0.2)\nc = C(temp=0.3)\nSupConLoss(c.temp)',
      '0.3 literal',
    ],
    [
      'an annotated parameter',
      '@dataclass\nclass C:\n    temp: float = field(default=0.2)\ndef f(c: "C"):\n    return SupConLoss(c.temp)',
      '0.2 constant',
    ],
    ['a dictionary', 'cfg = {"loss": {"temp": 0.2}}\nSupConLoss(cfg["loss"]["temp"])', '0.2 literal'],
    ['dict', 'cfg = dict(loss=dict(temp=0.2))\nSupConLoss(cfg["loss"]["temp"])', '0.2 literal'],
    [
      'a dictionary that is changed',
      'cfg = {"temp": 0.2}\ncfg["temp"] = 0.4\nSupConLoss(cfg["temp"])',
      '0.4 constant',
    ],
    ['get of what is there', 'cfg = {"temp": 0.2}\nSupConLoss(cfg.get("temp", 0.5))', '0.2 literal'],
    ['get of what is not there', 'cfg = {"n": 1}\nSupConLoss(cfg.get("temp", 0.5))', '0.5 literal'],
    ['get of what nobody knows', 'SupConLoss(cfg.get("temp", 0.5))', 'unknown cfg.get("temp", …)'],
    ['unpacked options', 'cfg = {"temperature": 0.2}\nSupConLoss(**cfg)', '0.2 literal'],
    ['unpacked options of one that nobody knows', 'SupConLoss(**cfg)', 'unknown **cfg'],
    [
      'a dictionary that is brought up to date',
      'cfg = {"t": 0.2}\ncfg.update({"t": 0.4})\nSupConLoss(cfg["t"])',
      '0.4 literal',
    ],
    [
      'one that is brought up to date by what nobody knows',
      'cfg = {"t": 0.2}\ncfg.update(more)\nSupConLoss(cfg["t"])',
      'unknown cfg["t"]',
    ],
    [
      'a property',
      'class C:\n    @property\n    def temp(self):\n        return 0.2\nc = C()\nSupConLoss(c.temp)',
      '0.2 literal',
    ],
    [
      'what Lightning saves of the constructor',
      'class M(pl.LightningModule):\n    def __init__(self, temp=0.2):\n        self.save_hyperparameters()\n        self.c = SupConLoss(self.hparams.temp)',
      '0.2 constant',
    ],
    [
      'a dictionary of one branch or another',
      'if big:\n    cfg = {"t": 0.1}\nelse:\n    cfg = {"t": 0.2}\nSupConLoss(cfg["t"])',
      'unknown cfg["t"]',
    ],
    [
      'an object of one branch or another',
      '@dataclass\nclass C:\n    t: float\nif big:\n    c = C(0.1)\nelse:\n    c = C(0.2)\nSupConLoss(c.t)',
      'unknown c.t',
    ],
    [
      'an object that is made anew',
      '@dataclass\nclass C:\n    t: float\nc = C(0.1)\nc = C(0.2)\nSupConLoss(c.t)',
      '0.2 literal',
    ],
    ['two equal choices', 'SupConLoss(0.2 if big else 0.20)', '0.2 literal'],
    ['two different choices', 'SupConLoss(0.2 if big else 0.1)', 'unknown 0.2 or 0.1'],
    ['what stands in for nothing', 'T = None\nSupConLoss(T or 0.2)', '0.2 literal'],
    [
      'a logarithm',
      'import numpy as np\nSupConLoss(temperature=1 / np.exp(np.log(1 / 0.07)))',
      '0.07 literal',
    ],
    ['a tensor', 'import torch\nSupConLoss(temperature=torch.tensor(0.2).to(device))', '0.2 literal'],
    [
      'what is learned, as PyTorch has it',
      'import torch\nfrom torch import nn\nSupConLoss(temperature=nn.Parameter(torch.ones([]) * 0.2))',
      '0.2 learned',
    ],
    [
      'a scale that is learned',
      'import torch, math\nclass M:\n    def __init__(self):\n        self.s = torch.nn.Parameter(torch.ones([]) * math.log(1 / 0.07))\n    def f(self):\n        return SupConLoss(1 / self.s.exp())',
      '0.07 learned',
    ],
  ])('%s', (_, text, expected) => {
    expect(inOneFile(text)).toBe(expected);
  });
});

const PARSER = 'import argparse\nparser = argparse.ArgumentParser()\n';

describe('options of the command line:', () => {
  it.each([
    ["add_argument('--temp', type=float, default=0.2)", 'temp', '0.2 default of --temp'],
    ["add_argument('--temp', default=0.2, help='τ (0.1)', type=float)", 'temp', '0.2 default of --temp'],
    ["add_argument('--temp', default='0.2', type=float)", 'temp', '0.2 default of --temp'],
    ["add_argument('-t', '--temp', '--tau', default=0.2)", 'temp', '0.2 default of --temp'],
    ["add_argument('--moco-t', default=0.2)", 'moco_t', '0.2 default of --moco-t'],
    ["add_argument('--tau', dest='temp', default=1 / 5)", 'temp', '0.2 default of --tau'],
    ["add_argument('--temp', type=float)", 'temp', 'unknown args.temp'],
    ["add_argument('--temp', default=None, type=float)", 'temp', 'unknown args.temp'],
    ["add_argument('--tempo', default=3)", 'temp', 'unknown args.temp'],
    ['set_defaults(temp=0.2)', 'temp', '0.2 default of --temp'],
  ])('parser.%s', (declaration, name, expected) => {
    const text = `${PARSER}parser.${declaration}\nargs = parser.parse_args()\nSupConLoss(args.${name})`;
    expect(inOneFile(text)).toBe(expected);
  });

  const OPTION = `${PARSER}parser.add_argument('--temp', default=0.2)\n`;
  it.each([
    [
      'from a function',
      'def parse():\n    opt = parser.parse_args()\n    return opt\ndef build(opt):\n    return SupConLoss(opt.temp)\ndef main():\n    opt = parse()\n    build(opt)',
      '0.2 default of --temp',
    ],
    [
      'beside unknown ones',
      'args, rest = parser.parse_known_args()\nSupConLoss(args.temp)',
      '0.2 default of --temp',
    ],
    [
      'as a dictionary',
      'args = vars(parser.parse_args())\nSupConLoss(args["temp"])',
      '0.2 default of --temp',
    ],
    [
      'by getattr',
      'args = parser.parse_args()\nSupConLoss(getattr(args, "temp", 0.1))',
      '0.2 default of --temp',
    ],
    [
      'in an attribute',
      'class M:\n    def __init__(self, args):\n        self.args = args\n    def f(self):\n        return SupConLoss(self.args.temp)\nM(parser.parse_args())',
      '0.2 default of --temp',
    ],
    ['always changed', 'args = parser.parse_args()\nargs.temp = 0.4\nSupConLoss(args.temp)', '0.4 constant'],
    [
      'changed for one dataset',
      'args = parser.parse_args()\nif args.dataset == "cifar10":\n    args.temp = 0.5\nSupConLoss(args.temp)',
      'unknown args.temp',
    ],
    [
      'changed to the same',
      'args = parser.parse_args()\nif args.dataset == "cifar10":\n    args.temp = 0.2\nSupConLoss(args.temp)',
      '0.2 default of --temp',
    ],
    [
      'changed by a function that gives it back',
      'def change(args):\n    args.n = 3\n    return args\nargs = parser.parse_args()\nargs = change(args)\nSupConLoss(args.temp)',
      '0.2 default of --temp',
    ],
    ['calculated with', 'args = parser.parse_args()\nSupConLoss(args.temp * 2)', '0.4 default of --temp'],
  ])('%s', (_, rest, expected) => {
    expect(inOneFile(OPTION + rest)).toBe(expected);
  });

  it.each([
    [
      'absl',
      'from absl import flags\nFLAGS = flags.FLAGS\nflags.DEFINE_float("temperature", 0.1, "help")\ndef main(_):\n    SupConLoss(FLAGS.temperature)',
      '0.1 default of --temperature',
    ],
    [
      'Hugging Face',
      'from transformers import HfArgumentParser\n@dataclass\nclass A:\n    temp: Optional[float] = field(default=0.02, metadata={"help": "t"})\nparser = HfArgumentParser((A, B))\na, b = parser.parse_args_into_dataclasses()\nSupConLoss(a.temp)',
      '0.02 default of --temp',
    ],
    [
      'click',
      'import click\n@click.command()\n@click.option("--temp", default=0.2)\ndef main(temp):\n    SupConLoss(temp)',
      '0.2 default of --temp',
    ],
  ])('of %s', (_, text, expected) => {
    expect(inOneFile(text)).toBe(expected);
  });
});

describe('a temperature in other files:', () => {
  const use = (text: string) => `${IMPORT}\n${text}`;
  it.each<[string, Record<string, string>, string]>([
    [
      'a constant',
      { 'train.py': use('from config import T\nSupConLoss(T)'), 'config.py': 'T = 0.2' },
      '0.2 constant',
    ],
    [
      'a module',
      { 'train.py': use('import utils.config as c\nSupConLoss(c.T)'), 'utils/config.py': 'T = 0.2' },
      '0.2 constant',
    ],
    [
      'a star',
      { 'train.py': use('from config import *\nSupConLoss(T)'), 'config.py': 'T = 0.2' },
      '0.2 constant',
    ],
    [
      'a package that exports it again',
      {
        'train.py': use('from conf import T\nSupConLoss(T)'),
        'conf/__init__.py': 'from .values import T',
        'conf/values.py': 'T = 0.2',
      },
      '0.2 constant',
    ],
    [
      'options',
      {
        'train.py': use('from options import parse\nopt = parse()\nSupConLoss(opt.temp)'),
        'options.py': `${PARSER}parser.add_argument('--temp', default=0.2)\ndef parse():\n    return parser.parse_args()`,
      },
      '0.2 default of --temp',
    ],
    [
      'a class that holds its settings',
      {
        'train.py': use('from config import Config\nconfig = Config(1)\nSupConLoss(config.temp)'),
        'config.py':
          'class Config:\n    def __init__(self, mode):\n        if mode == 1:\n            self.temp = 0.2',
      },
      '0.2 constant',
    ],
    [
      'modules that import each other',
      {
        'train.py': use('from a import T\nSupConLoss(T)'),
        'a.py': 'from b import T',
        'b.py': 'from a import T',
      },
      'unknown T',
    ],
    ['a module that is not there', { 'train.py': use('from nowhere import T\nSupConLoss(T)') }, 'unknown T'],
    [
      'YAML',
      {
        'train.py': use('import yaml\ncfg = yaml.safe_load(open("cfg.yaml"))\nSupConLoss(cfg["loss"]["t"])'),
        'cfg.yaml': 'loss: { t: 0.2 }',
      },
      '0.2 config cfg.yaml',
    ],
    [
      'YAML in a block',
      {
        'train.py': use(
          'import yaml\ndef load(path="conf/a.yml"):\n    with open(path) as f:\n        return yaml.load(f, Loader=yaml.FullLoader)\ncfg = load()\nSupConLoss(**cfg["loss"])',
        ),
        'conf/a.yml': 'loss:\n  temperature: 0.2',
      },
      '0.2 config conf/a.yml',
    ],
    [
      'YAML that another function loads',
      {
        'train.py': use(
          'import yaml\nclass M:\n    def __init__(self, config):\n        self.c = SupConLoss(**config["loss"])\ndef main():\n    config = yaml.load(open("c.yaml", "r"), Loader=yaml.FullLoader)\n    M(config)',
        ),
        'c.yaml': 'loss: {temperature: 0.2}',
      },
      '0.2 config c.yaml',
    ],
    [
      'JSON',
      {
        'train.py': use('import json\ncfg = json.load(open("c.json"))\nSupConLoss(cfg.get("t", 0.1))'),
        'c.json': '{"t": 0.2}',
      },
      '0.2 config c.json',
    ],
    [
      'a config of OmegaConf',
      {
        'train.py': use(
          'from omegaconf import OmegaConf\ncfg = OmegaConf.load("c.yaml")\nSupConLoss(cfg.loss.t)',
        ),
        'c.yaml': 'loss: {t: 0.2}',
      },
      '0.2 config c.yaml',
    ],
    [
      'a config that is not there',
      { 'train.py': use('import yaml\ncfg = yaml.safe_load(open("c.yaml"))\nSupConLoss(cfg["t"])') },
      'unknown cfg["t"]',
    ],
  ])('%s', (_, files, expected) => {
    expect(temperature(files)).toBe(expected);
  });

  it('is text to Python when its power has no point and no sign', () => {
    const train = `${IMPORT}\nimport yaml\ncfg = yaml.safe_load(open("c.yaml"))\nc = SupConLoss(cfg["t"])`;
    const { broken, findings } = readIn({ 'train.py': train, 'c.yaml': 't: 1e-1' }, 'train.py');
    expect(findings.map(({ rule }) => rule)).toEqual(['invalid-value']);
    expect(broken.map(({ because }) => because)).toEqual([findings[0].message]);
    expect(findings[0].message).toContain('the text "1e-1" (config c.yaml)');
  });
});

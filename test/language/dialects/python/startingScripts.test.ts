/** What a file does not say of its own loss, and the script that starts the program does. */
import { describe, expect, it } from 'vitest';
import { readIn } from '../../../support/pythonReader';

function temperatures(files: Readonly<Record<string, string>>, path: string): readonly string[] {
  return readIn(files, path).definitions.map(
    ({ parameters: { temperature } }) =>
      `${temperature.value ?? 'unknown'} ${temperature.missing ?? temperature.origin}`,
  );
}

const MODEL = `
from lightly.loss import NTXentLoss
class Learner:
    def __init__(self, net, args):
        self.criterion = NTXentLoss(args.tau)
`;
const OPTIONS = `
import argparse
parser = argparse.ArgumentParser()
parser.add_argument('--tau', type=float, default=0.25)
`;

describe('a temperature', () => {
  it('is an option that the script beside the module declares', () => {
    const files = { 'learner.py': MODEL, 'main.py': OPTIONS };
    expect(temperatures(files, 'learner.py')).toEqual(['0.25 default of --tau']);
  });

  it('or a script at the root', () => {
    const files = { 'a/b/learner.py': MODEL, 'train.py': OPTIONS };
    expect(temperatures(files, 'a/b/learner.py')).toEqual(['0.25 default of --tau']);
  });

  it('stays unknown where no script has it', () => {
    const files = { 'learner.py': MODEL, 'main.py': OPTIONS.replace('--tau', '--rate') };
    expect(temperatures(files, 'learner.py')).toEqual(['unknown args.tau']);
  });

  it('is what the script builds the object with', () => {
    const files = {
      'learner.py': MODEL.replace('args)', 'settings)').replace('args.tau', "settings['tau']"),
      'run.py': `
import yaml
from learner import Learner
settings = yaml.safe_load(open('settings.yaml'))
Learner(None, settings)
`,
      'settings.yaml': 'tau: 0.15\n',
    };
    expect(temperatures(files, 'learner.py')).toEqual(['0.15 config settings.yaml']);
  });

  it('is not what another class of that name is built with', () => {
    const files = {
      'learner.py': MODEL.replace('args)', 'tau)').replace('args.tau', 'tau'),
      'run.py': 'from elsewhere import Learner\nLearner(None, 0.9)\n',
      'elsewhere.py': 'class Learner:\n    def __init__(self, net, tau):\n        pass\n',
    };
    expect(temperatures(files, 'learner.py')).toEqual(['unknown tau']);
  });

  it('is a field of the dataclass whose object some model keeps', () => {
    const files = {
      'models.py': `
from lightly.loss import NTXentLoss
def prepare(cls):
    cls.criterion = NTXentLoss(cls.model_args.temp)
`,
      'train.py': `
from dataclasses import dataclass, field
from transformers import HfArgumentParser
@dataclass
class ModelArguments:
    temp: float = field(default=0.05)
parser = HfArgumentParser((ModelArguments,))
`,
    };
    expect(temperatures(files, 'models.py')).toEqual(['0.05 default of --temp']);
  });

  it('is an option for each key of a config', () => {
    const files = {
      'main.py': `
import argparse
from lightly.loss import NTXentLoss
from reading import read_settings
parser = argparse.ArgumentParser()
config = read_settings('./config/config.yaml')
for k, v in config.items():
    parser.add_argument(f"--{k}", default=v, type=type(v))
args = parser.parse_args()
criterion = NTXentLoss(args.tau)
`,
      'config/config.yaml': 'epochs: 3\ntau: 0.6\n',
    };
    expect(temperatures(files, 'main.py')).toEqual(['0.6 default of --tau']);
  });

  it('goes through **options of the function around', () => {
    const text = `
from lightly.loss import NTXentLoss
class Learner:
    def __init__(self, size, tau):
        self.criterion = NTXentLoss(tau)
def fit(epochs, **options):
    return Learner(size=8, **options)
fit(3, tau=0.35)
`;
    expect(temperatures({ 'a.py': text }, 'a.py')).toEqual(['0.35 constant']);
  });
});

describe("a temperature of Hydra's config", () => {
  const MAIN = `
import hydra
from lightly.loss import NTXentLoss
@hydra.main(config_path="conf", config_name="main")
def main(cfg):
    return NTXentLoss(cfg.loss.tau)
if __name__ == "__main__":
    main()
`;
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['stands in the main file', { 'conf/main.yaml': 'loss: { tau: 0.3 }\n' }, '0.3 config conf/main.yaml'],
    [
      'stands in the file of a group',
      {
        'conf/main.yaml': 'defaults:\n  - _self_\n  - loss: warm\nsize: 3\n',
        'conf/loss/warm.yaml': 'tau: 0.7\n',
      },
      '0.7 config conf/loss/warm.yaml',
    ],
    [
      'stands in a file that another one is built on',
      { 'conf/main.yaml': 'defaults: [base]\n', 'conf/base.yaml': 'loss:\n  tau: 0.4\n' },
      '0.4 config conf/base.yaml',
    ],
    [
      'is not known where it is the name of another value',
      { 'conf/main.yaml': `loss: { tau: "\${heat}" }\nheat: 0.2\n` },
      'unknown cfg.loss.tau',
    ],
    ['is not known without the file', {}, 'unknown cfg.loss.tau'],
  ])('%s', (_, files, expected) => {
    expect(temperatures({ 'main.py': MAIN, ...files }, 'main.py')).toEqual([expected]);
  });
});

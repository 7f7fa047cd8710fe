/** A repository with a training script whose loss depends on the command line, written for these tests. */

export const LOSSES = `import torch
import torch.nn as nn

class SupConLoss(nn.Module):
    def __init__(self, temperature=0.07, base_temperature=0.07):
        super().__init__()
        self.temperature = temperature
        self.base_temperature = base_temperature

    def forward(self, features, labels=None, mask=None):
        mask = torch.eq(labels, labels.T).float()
        logits = torch.div(torch.matmul(features, features.T), self.temperature)
        log_prob = logits - torch.log(torch.exp(logits).sum(1, keepdim=True))
        return -(self.temperature / self.base_temperature) * (mask * log_prob).sum(1) / mask.sum(1)
`;

export const TRAIN = `import argparse
from losses import SupConLoss

def options():
    parser = argparse.ArgumentParser()
    parser.add_argument('-t', '--temp', type=float, default=0.07)
    parser.add_argument('--method', type=str, default='SupCon', choices=['SupCon', 'SimCLR'])
    parser.add_argument('--lr', type=float, default=0.5)
    parser.add_argument('--unlabelled', action='store_true')
    return parser.parse_args()

def train(loader, model, criterion, opt):
    model.train()
    for images, labels in loader:
        features = model(images)
        if opt.method == 'SupCon':
            loss = criterion(features, labels)
        elif opt.method == 'SimCLR':
            loss = criterion(features)

def main():
    opt = options()
    criterion = SupConLoss(temperature=opt.temp)
    train(loader, model, criterion, opt)
`;

/** A loss of its own for each name. */
export const CHOICE = `import argparse
from pytorch_metric_learning.losses import NTXentLoss, SupConLoss

parser = argparse.ArgumentParser()
parser.add_argument('--loss', default='supcon')
parser.add_argument('--tau', type=float, default=0.1)
parser.add_argument('--fixed', action='store_true')
args = parser.parse_args()

if args.loss == 'supcon':
    criterion = SupConLoss(temperature=args.tau)
elif args.fixed:
    criterion = NTXentLoss(temperature=0.5)
else:
    criterion = NTXentLoss(temperature=args.tau)
`;

/** Its losses stand in another module, which only some names reach. */
const MODELS = `from losses import SupConLoss
from pytorch_metric_learning.losses import NTXentLoss

class SimCLR:
    def __init__(self, encoder, args):
        self.criterion = NTXentLoss(temperature=args.tau)

class BYOL:
    def __init__(self, encoder, args):
        self.criterion = NTXentLoss(temperature=args.tau)

class Unused:
    def __init__(self, args):
        self.criterion = SupConLoss(temperature=args.tau)

def make_loss(tau):
    return SupConLoss(temperature=tau)
`;

const MAIN = `import argparse
from models import nets
from models.nets import SimCLR, make_loss

def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--tau', type=float, default=0.1)
    parser.add_argument('--model', default='simclr')
    args = parser.parse_args()
    if args.model == 'simclr':
        model = SimCLR(encoder, args)
    elif args.model == 'byol':
        model = nets.BYOL(encoder, args)
    else:
        criterion = make_loss(args.tau)
`;

/** Options that are declared in other ways. */
const ABSL = `from absl import app, flags
from losses import SupConLoss
FLAGS = flags.FLAGS
flags.DEFINE_float('temperature', 0.1, 'temperature')
def main(_):
    criterion = SupConLoss(temperature=FLAGS.temperature)
    loss = criterion(features, labels)
`;
const CLICK = `import click
from losses import SupConLoss
@click.command()
@click.option('--temperature', default=0.1)
def main(temperature):
    criterion = SupConLoss(temperature=temperature)
    loss = criterion(features, labels)
`;
const DATACLASS = `from dataclasses import dataclass
from transformers import HfArgumentParser
from losses import SupConLoss
@dataclass
class Arguments:
    temperature: float = 0.1
(args,) = HfArgumentParser(Arguments).parse_args_into_dataclasses()
criterion = SupConLoss(temperature=args.temperature)
`;

const CONFIGURED = `import argparse, yaml
from losses import SupConLoss
parser = argparse.ArgumentParser()
parser.add_argument('--config', default='a.yaml')
args = parser.parse_args()
config = yaml.safe_load(open(args.config))
criterion = SupConLoss(temperature=config['temperature'])
`;

export const FILES: Readonly<Record<string, string>> = {
  'losses.py': LOSSES,
  'train.py': TRAIN,
  'tools/choice.py': CHOICE,
  'main.py': MAIN,
  'models/__init__.py': '',
  'models/nets.py': MODELS,
  'absl_train.py': ABSL,
  'click_train.py': CLICK,
  'hf_train.py': DATACLASS,
  'configured.py': CONFIGURED,
  'a.yaml': 'temperature: 0.1',
  'b.yaml': 'temperature: 0.2',
  'plain.py':
    'import argparse\nparser = argparse.ArgumentParser()\nparser.add_argument("--temp", default=0.1)\n',
};

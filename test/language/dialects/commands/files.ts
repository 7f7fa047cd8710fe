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

export const FILES: Readonly<Record<string, string>> = {
  'losses.py': LOSSES,
  'train.py': TRAIN,
  'tools/choice.py': CHOICE,
  'plain.py':
    'import argparse\nparser = argparse.ArgumentParser()\nparser.add_argument("--temp", default=0.1)\n',
};

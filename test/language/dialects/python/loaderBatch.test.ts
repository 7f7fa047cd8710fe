/** The batch size of a loss: known where the script's loader of training data says it, and nowhere else. */
import { expect, it } from 'vitest';
import { readAmong } from '../configs/readAmong';

const script = (loaders: string, loss = 'SupConLoss(temperature=0.1)') => `import argparse
from torch.utils.data import DataLoader
from pytorch_metric_learning.losses import MultiSimilarityLoss, SupConLoss

parser = argparse.ArgumentParser()
parser.add_argument('--batch-size', type=int, default=64)
args = parser.parse_args()
${loaders}
criterion = ${loss}
`;

const TRAIN = 'loader = DataLoader(data, batch_size=args.batch_size, shuffle=True)';

it.each([
  ['the default of an option', TRAIN, 64, 'default of --batch-size'],
  ['a literal', 'loader = DataLoader(data, 128, shuffle=True)', 128, 'literal'],
  ['a constant', 'SIZE = 32\nloader = torch.utils.data.DataLoader(data, batch_size=SIZE)', 32, 'constant'],
  [
    'a sampler in the place of shuffling',
    'loader = DataLoader(data, 8, shuffle=False, sampler=s)',
    8,
    'literal',
  ],
  ['loaders that agree', `${TRAIN}\nother = DataLoader(more, batch_size=64)`, 64, 'default of --batch-size'],
  [
    'a loader for tests beside it',
    `${TRAIN}\nval_loader = DataLoader(val, batch_size=100)`,
    64,
    'default of --batch-size',
  ],
  [
    'one that does not shuffle beside it',
    `${TRAIN}\nx = DataLoader(a, 100, shuffle=False)`,
    64,
    'default of --batch-size',
  ],
])('is read from %s', (_, loaders, value, origin) => {
  const [{ parameters }] = readAmong({ 'a.py': script(loaders) }, 'a.py').definitions;
  expect(parameters.batch).toEqual({ value, origin, span: null });
});

it.each([
  ['there is no loader', ''],
  ['there are only loaders for tests', 'test_loader = DataLoader(data, batch_size=100)'],
  ['loaders differ', 'a = DataLoader(x, batch_size=64)\nb = DataLoader(x, batch_size=32)'],
  ['one is not known', `${TRAIN}\nb = DataLoader(x, batch_size=size)`],
  ['batches come from a sampler', 'a = DataLoader(x, batch_sampler=sampler)'],
  ['arguments are unpacked', 'a = DataLoader(x, **options)'],
  ['it is changed under a condition', `if many:\n    args.batch_size = 8\n${TRAIN}`],
  ['samples come from other processes', `${TRAIN}\nz = all_gather(z)`],
  ['samples come from a queue', `${TRAIN}\nqueue = []`],
  ['it is no size of a batch', 'a = DataLoader(x, batch_size=1)'],
])('is not known where %s', (_, loaders) => {
  const [{ parameters }] = readAmong({ 'a.py': script(loaders) }, 'a.py').definitions;
  expect(parameters.batch).toBeUndefined();
});

it('means nothing to a loss without a softmax over the batch', () => {
  const { definitions } = readAmong({ 'a.py': script(TRAIN, 'MultiSimilarityLoss(alpha=2)') }, 'a.py');
  expect(definitions).toMatchObject([{ kind: 'other' }]);
  expect(definitions[0].parameters.batch).toBeUndefined();
});

/** Workspaces and texts that the rows about reading are measured on: the same in every run, and of the sizes that people have. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { noise } from '../support/noise';

/** One file in so many holds an objective. */
const FILES_AN_OBJECTIVE = 20;
/** Files a folder. */
const FOLDER = 25;
/** Bytes after which a file gets no further part: 5 kB and 1.25 kB on average. */
const PYTHON_BYTES = 4650;
const YAML_BYTES = 1130;

const NAMES = [
  'batch',
  'hidden',
  'logits',
  'labels',
  'mask',
  'loader',
  'encoder',
  'features',
  'step',
  'epoch',
];
const LAYERS = ['Linear', 'LayerNorm', 'Dropout', 'Conv2d', 'Embedding', 'GRU'];

/** Random choices that are the same for the same seed. */
class Choices {
  private readonly numbers: Float64Array;
  private at = 0;

  constructor(seed: number) {
    this.numbers = noise(4096, seed);
  }

  below(count: number): number {
    this.at = (this.at + 1) % this.numbers.length;
    return Math.floor(((this.numbers[this.at] + 1) / 2) * count);
  }

  of<T>(values: readonly T[]): T {
    return values[this.below(values.length)];
  }
}

/** Writes `count` Python and `count` YAML files below a folder. */
export async function writeWorkspace(root: string, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const folder = join(root, `project${Math.floor(i / FOLDER)}`);
    const hasObjective = i % FILES_AN_OBJECTIVE === 0;
    const isHydra = i % (2 * FILES_AN_OBJECTIVE) === 0;
    const name = hasObjective && !isHydra ? `loss${i}.objective.yaml` : `config${i}.yaml`;
    await write(join(folder, 'src', `module${i}.py`), pythonFile(i, hasObjective));
    await write(
      join(folder, 'conf', name),
      !hasObjective ? yamlFile(i) : isHydra ? hydraFile(i) : objectiveFile(i),
    );
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function pythonFile(seed: number, hasObjective: boolean): string {
  const loss = hasObjective ? trainingScript(seed) : '';
  return pythonText(seed, (text) => text.length >= PYTHON_BYTES - loss.length) + loss;
}

/** A training script of so many lines with two objectives in its middle. */
export function scriptOfLines(lines: number): string {
  const half = (seed: number) => {
    const text = pythonText(seed, (so) => so.split('\n').length > lines / 2);
    return text
      .split('\n')
      .slice(0, lines / 2 - 12)
      .join('\n');
  };
  return `${half(1)}\n\n${trainingScript(1)}${half(2)}\n`;
}

function pythonText(seed: number, isEnough: (text: string) => boolean): string {
  const choices = new Choices(seed);
  const parts = ['import math\n\nimport numpy as np\nimport torch\nfrom torch import nn\n\n'];
  for (let i = 0; !isEnough(parts.join('')); i++)
    parts.push(choices.below(3) === 0 ? moduleClass(choices, i) : helper(choices, i));
  return parts.join('');
}

function moduleClass(choices: Choices, index: number): string {
  const layer = choices.of(LAYERS);
  const [a, b] = [choices.of(NAMES), choices.of(NAMES)];
  return `
class Block${index}(nn.Module):
    """Maps ${a} to ${b}; the temperature of its softmax is ${choices.below(9) + 1}."""

    def __init__(self, width=${64 * (choices.below(8) + 1)}, rate=0.${choices.below(9)}, **options):
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.layers = nn.ModuleList([nn.${layer}(width, width) for _ in range(${choices.below(6) + 1})])
        self.options = {"${a}": ${choices.below(100)}, "${b}": [1, 2, 3], "rate": rate}

    def forward(self, ${a}, mask=None):
        for layer in self.layers:
            ${a} = layer(self.norm(${a})) + ${a}
        if mask is not None:
            ${a} = ${a}.masked_fill(mask == 0, -1e9)
        return torch.softmax(${a} / ${choices.below(9) + 1}, dim=-1)

`;
}

function helper(choices: Choices, index: number): string {
  const [a, b, c] = [choices.of(NAMES), choices.of(NAMES), choices.of(NAMES)];
  return `
def update_${a}_${index}(${b}_rows, scale=${choices.below(50) / 10}):
    # The ${c} of each row, before the next ${a} is taken.
    ${c}_total = sum(row["${c}"] * scale for row in ${b}_rows if row.get("${a}") is not None)
    losses = [nn.functional.cross_entropy(x, y) for x, y in zip(${b}_rows, ${b}_rows[${choices.below(5)}:])]
    print(f"{${c}_total:.3f} of {len(losses)} with ${choices.below(1000)}")
    return math.sqrt(${c}_total) if ${c}_total > ${choices.below(20)} else np.mean(losses)

`;
}

function trainingScript(seed: number): string {
  const temperature = (5 + (seed % 37)) / 100;
  return `
from pytorch_metric_learning.losses import NTXentLoss, SupConLoss

TEMPERATURE = ${temperature}


def train(model, loader, optimizer):
    criterion = SupConLoss(temperature=TEMPERATURE)
    other = NTXentLoss(temperature=${temperature / 2})
    for images, labels in loader:
        features = model(images)
        loss = criterion(features, labels) + other(features, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

`;
}

function yamlFile(seed: number): string {
  const choices = new Choices(seed);
  const parts = [`name: run-${seed}\nseed: ${seed}\n`];
  while (parts.join('').length < YAML_BYTES)
    parts.push(
      `${choices.of(NAMES)}_${parts.length}:\n  path: data/${choices.of(NAMES)}.csv\n  workers: ${choices.below(16)}\n` +
        `  transform: [resize, crop, { flip: 0.${choices.below(9)} }]\n  optimizer: { lr: 0.00${choices.below(9)}, betas: [0.9, 0.999] }\n`,
    );
  return parts.join('');
}

const objectiveFile = (seed: number) =>
  `objective: supcon\ntemperature: ${(5 + (seed % 41)) / 100}\nclasses: [${500 + seed}, 60, 25, 7]\n`;

const hydraFile = (seed: number) =>
  `${yamlFile(seed)}loss:\n  _target_: pytorch_metric_learning.losses.SupConLoss\n  temperature: 0.${1 + (seed % 8)}\n`;

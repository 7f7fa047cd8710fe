/** What a config says about the classes that its loss is trained on: `data: { dataset: cifar10 }`, `num_classes: 100`. */
import { type ConfigSyntax, parseConfig } from '../dialects/configs/parseConfig';
import type { Reading } from '../reading';
import type { ValueNode } from '../values';
import { type ClassHint, guessClasses } from './guessedClasses';
import { COUNT_NAMES, DATASET_NAMES } from './hintNames';
import { lacksClasses } from './lacksClasses';

/** Adds to objectives without class sizes what the rest of their config suggests. */
export function withConfigGuess(reading: Reading, text: string, syntax: ConfigSyntax): Reading {
  if (!reading.definitions.some(lacksClasses)) return reading;
  const root = parseConfig(syntax, text)[0]?.root;
  const hints: ClassHint[] = [];
  if (root) collect(root, [], hints);
  const guess = guessClasses([hints]);
  if (!guess) return reading;
  const definitions = reading.definitions.map((definition) =>
    lacksClasses(definition) ? { ...definition, guess } : definition,
  );
  return { ...reading, definitions };
}

const DEEPEST = 8;
const MOST_HINTS = 20;
/** Of a dataset that is described by a map, the keys that name it. */
const NAMING = ['name', 'type', 'dataset', '_target_'];

function collect(node: ValueNode, path: readonly string[], hints: ClassHint[]): void {
  if (path.length > DEEPEST || hints.length > MOST_HINTS) return;
  if (node.kind === 'list') for (const item of node.items.slice(0, MOST_HINTS)) collect(item, path, hints);
  if (node.kind !== 'map') return;
  for (const { key, value } of node.entries) {
    const here = [...path, key];
    const because = (told: string | number) => `${here.join('.')} is ${told} in this config`;
    if (value.kind === 'number' && COUNT_NAMES.includes(key))
      hints.push({
        kind: 'count',
        classes: value.value,
        name: here.join('.'),
        because: because(value.value),
      });
    else if (value.kind === 'string' && namesDataset(here))
      hints.push({ kind: 'dataset', dataset: lastPart(value.value), because: because(value.value) });
    else collect(value, here, hints);
  }
}

/** `dataset: cifar10`, `data: { name: cifar10 }`; what is only tested on is none. */
function namesDataset(path: readonly string[]): boolean {
  if (path.some((key) => /^(?:val|valid|validation|test|eval)/.test(key))) return false;
  const [holder, key] = [path.at(-2) ?? '', path.at(-1) ?? ''];
  return (
    DATASET_NAMES.includes(key) ||
    (NAMING.includes(key) && (DATASET_NAMES.includes(holder) || /^train/.test(holder)))
  );
}

/** Of `torchvision.datasets.CIFAR10` the class. */
const lastPart = (name: string) => (/^[\w.]+$/.test(name) ? (name.split('.').at(-1) ?? name) : name);

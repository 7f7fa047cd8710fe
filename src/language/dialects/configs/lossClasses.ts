/** Finds the class that a config names: a library's by its import path, and any other by what its name says. */
import { LIGHTLY } from '../lightly';
import { unknownLoss } from '../localLoss';
import type { LossClass, PythonDialect } from '../lossClass';
import { NIDL } from '../nidl';
import { PYTORCH_METRIC_LEARNING } from '../pytorchMetricLearning';
import { SUPCON_LOSS } from '../supContrast';

const DIALECTS: readonly PythonDialect[] = [PYTORCH_METRIC_LEARNING, NIDL, LIGHTLY];

/** The class at the end of a dotted path; null when it is no contrastive loss. */
export function classAt(path: readonly string[], keywords: readonly string[]): LossClass | null {
  const name = path[path.length - 1];
  const library = DIALECTS.find(({ packages }) => packages.includes(path[0]));
  if (library) return library.classes.find((known) => known.name === name) ?? null;
  return classNamed(name, keywords);
}

/** A class that the project itself has, or that comes from where nobody has looked. */
export function classNamed(name: string, keywords: readonly string[]): LossClass | null {
  const fits = keywords.every((keyword) => SUPCON_LOSS.parameters.some((known) => known.name === keyword));
  return name === SUPCON_LOSS.name && fits ? SUPCON_LOSS : unknownLoss(name, keywords);
}

/** Class names that a text must hold one of to build a loss by its class. */
export const CLASS_NAMES: readonly string[] = [
  SUPCON_LOSS.name,
  ...DIALECTS.flatMap(({ classes }) => classes.map(({ name }) => name)),
];

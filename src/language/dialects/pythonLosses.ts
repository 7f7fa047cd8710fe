/** Finds the class that a call builds: by its import where there is one, and never by its name alone. */
import type { PythonCall, PythonFile } from '../parsers/pythonFile';
import { LIGHTLY } from './lightly';
import { definedLoss, unknownLoss } from './localLoss';
import type { LossClass, PythonDialect } from './lossClass';
import { NIDL } from './nidl';
import { originOf } from './pythonNames';
import { PYTORCH_METRIC_LEARNING } from './pytorchMetricLearning';
import { fitsSupContrast, SUPCON_LOSS } from './supContrast';

const DIALECTS: readonly PythonDialect[] = [PYTORCH_METRIC_LEARNING, NIDL, LIGHTLY];

/** The class names that any dialect knows: what a text must hold before it is worth parsing. */
export const LOSS_NAMES: ReadonlySet<string> = new Set([
  SUPCON_LOSS.name,
  ...DIALECTS.flatMap(({ classes }) => classes.map(({ name }) => name)),
]);

/** The class that a call builds, or null when it builds no objective. */
export function lossOf(site: PythonCall, file: PythonFile): LossClass | null {
  const { callee, span, arguments: given } = site.call;
  const origin = originOf(callee, site.scope, span.start, file);
  if (origin.kind === 'class') return definedLoss(origin.definition, file);
  const { path } = origin;
  const name = path[path.length - 1];
  const known = origin.kind === 'import' ? libraryClass(path) : starImported(path, file);
  if (known) return known;
  if (name === SUPCON_LOSS.name && fitsSupContrast(site, path.slice(0, -1).join('.'), file))
    return SUPCON_LOSS;
  const keywords = given.flatMap((argument) => (argument.name === null ? [] : [argument.name]));
  return unknownLoss(name, keywords);
}

function libraryClass([root, ...rest]: readonly string[]): LossClass | null {
  const dialect = DIALECTS.find(({ packages }) => packages.includes(root));
  return dialect?.classes.find(({ name }) => name === rest.at(-1)) ?? null;
}

/** A bare name that nothing binds may come out of `from pytorch_metric_learning.losses import *`. */
function starImported(path: readonly string[], file: PythonFile): LossClass | null {
  for (const module of file.starImports) {
    const found = libraryClass([...module, ...path]);
    if (found) return found;
  }
  return null;
}

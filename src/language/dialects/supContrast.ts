/**
 * SupContrast (github.com/HobbitLong/SupContrast): a script whose `losses.py` is copied into other projects, so its
 * loss comes from no package. Some copies lost the last two arguments; other classes of the same name take a model or
 * a device first, and those are not read by this signature.
 */
import type { PythonCall, PythonFile } from '../parsers/pythonFile';
import { isTemperature, isTypo } from './lossArguments';
import type { LossClass } from './lossClass';
import { resolveValue, wordsFor } from './pythonValues';

/**
 * Every positive in one softmax with all other views (Khosla et al. 2020). Its features are normalised by the caller,
 * as the loss demands in its description, hence cosine.
 */
export const SUPCON_LOSS: LossClass = {
  dialect: 'supcontrast',
  owner: 'SupContrast',
  name: 'SupConLoss',
  parameters: [
    { name: 'temperature', otherwise: 0.07 },
    { name: 'contrast_mode', otherwise: 'all' },
    { name: 'base_temperature', otherwise: 0.07 },
  ],
  takesAnyKeyword: false,
  takesAnyPosition: false,
  temperature: 'temperature',
  kind: 'supcon',
  similarity: 'cosine',
  positives: 'one-softmax',
};

/** The module of the published script; a class from it that is called otherwise is called wrongly. */
const PUBLISHED_MODULE = 'losses';

/** Whether the arguments of a `SupConLoss` from an unknown module are those of SupContrast's. */
export function fitsSupContrast(site: PythonCall, module: string | null, file: PythonFile): boolean {
  const names = SUPCON_LOSS.parameters.map(({ name }) => name);
  const keywords = site.call.arguments.flatMap(({ name }) => (name === null ? [] : [name]));
  const positional = site.call.arguments.filter(({ name, unpacks }) => name === null && unpacks === 'none');
  if (positional.length > names.length) return false;
  const accepts = (keyword: string) =>
    names.includes(keyword) || names.some((name) => isTypo(keyword, name)) || module === PUBLISHED_MODULE;
  if (!keywords.every(accepts)) return false;
  const first = positional[0]?.value;
  if (!first) return true;
  const resolved = resolveValue(first, site.scope, file);
  return resolved.kind === 'known' ? resolved.value.kind === 'number' : isTemperature(wordsFor(first));
}

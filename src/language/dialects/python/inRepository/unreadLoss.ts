/** Losses from modules that nobody has read: known by their name, and by whether their arguments fit what that name says. */
import type { CallNode } from '../../../parsers/python/file';
import { isTemperature, isTypo } from '../argumentWords';
import { KINDS_BY_NAME, scriptLoss } from '../dialects';
import { type LossClass, SOFTMAX } from '../lossClass';
import type { Located } from '../program/meaning';
import type { Program } from '../program/program';
import { wordsFor } from '../program/words';
import { TEMPERATURE_NAMES } from './ownSignature';

/** The module of published scripts; a class from it that is called otherwise is called wrongly. */
const PUBLISHED_MODULES = /^\.*(?:losses?)$/;

/** `path` is the import path, as far as it is known. */
export function unreadLoss(
  path: readonly string[],
  call: CallNode,
  place: Omit<Located, 'node'>,
  program: Program,
): LossClass | null {
  const name = path[path.length - 1] ?? '';
  const script = scriptLoss(name);
  if (script && fits(script, path.slice(0, -1).join('.'), call, place, program)) return script;
  return lossNamed(
    name,
    call.arguments.flatMap((argument) => argument.name ?? []),
  );
}

/** A class whose signature nobody knows: its temperature only when it is given by name. */
export function lossNamed(name: string, keywords: readonly string[]): LossClass | null {
  const script = scriptLoss(name);
  const kind = script?.kind ?? (Object.hasOwn(KINDS_BY_NAME, name) ? KINDS_BY_NAME[name] : undefined);
  if (!kind) return null;
  const temperature = TEMPERATURE_NAMES.find((candidate) => keywords.includes(candidate)) ?? 'temperature';
  return {
    ...SOFTMAX,
    ...(script ? { similarity: script.similarity } : {}),
    parameters: [{ name: temperature, keywordOnly: true }],
    takesAnyKeyword: true,
    takesAnyPosition: true,
    dialect: 'local',
    owner: 'The project',
    name,
    kind,
    temperature,
  };
}

/** Whether the arguments are those of the published class. */
function fits(
  loss: LossClass,
  module: string,
  call: CallNode,
  place: Omit<Located, 'node'>,
  program: Program,
): boolean {
  const names = loss.parameters.map(({ name }) => name);
  const keywords = call.arguments.flatMap(({ name }) => (name === null ? [] : [name]));
  const positional = call.arguments.filter(({ name, unpacks }) => name === null && unpacks === 'none');
  if (positional.length > names.length && !loss.takesAnyPosition) return false;
  const accepts = (keyword: string) =>
    loss.takesAnyKeyword ||
    names.includes(keyword) ||
    names.some((name) => isTypo(keyword, name)) ||
    (PUBLISHED_MODULES.test(module) && isTemperature(keyword));
  if (!keywords.every(accepts)) return false;
  const first = positional[names.indexOf(loss.temperature ?? '')]?.value;
  if (!first) return true;
  const resolved = program.resolve({ ...place, node: first });
  if (resolved.kind === 'unknown') return isTemperature(wordsFor(first)) || first.kind === 'choice';
  // A config may hold what is text to Python and a number to its author.
  const { value } = resolved;
  return value.kind === 'number' || (value.kind === 'string' && Number.isFinite(Number(value.value)));
}

/** Losses whose library is not known: classes that the file defines itself, and names from modules nobody has read. */
import type { PythonClass, PythonFile } from '../parsers/pythonFile';
import type { LossClass } from './lossClass';
import { YAWARE_INFO_NCE } from './nidl';
import { resolveValue } from './pythonValues';
import { SUPCON_LOSS } from './supContrast';

/** Words for the temperature in signatures of such classes. */
const TEMPERATURE_NAMES = ['temperature', 'temp', 'tau', 'T', 't'];

const SIMPLE = { similarity: 'cosine', positives: 'one-softmax' } as const;
const ANY_ARGUMENTS = { takesAnyKeyword: true, takesAnyPosition: true } as const;

/** Names that say what objective a class builds, whoever wrote it. */
const KNOWN_NAMES: Readonly<Record<string, LossClass['kind'] | undefined>> = {
  SupConLoss: 'supcon',
  NTXentLoss: 'info-nce',
  InfoNCE: 'info-nce',
};

/** A class of this name from an unknown module: its signature is not known, so its temperature only when named. */
export function unknownLoss(name: string, keywords: readonly string[]): LossClass | null {
  if (name === YAWARE_INFO_NCE.name) return YAWARE_INFO_NCE;
  const kind = Object.hasOwn(KNOWN_NAMES, name) ? KNOWN_NAMES[name] : undefined;
  if (!kind) return null;
  const temperature = TEMPERATURE_NAMES.find((candidate) => keywords.includes(candidate)) ?? 'temperature';
  const parameters = [{ name: temperature, keywordOnly: true as const }];
  return {
    ...SIMPLE,
    ...ANY_ARGUMENTS,
    dialect: 'local',
    owner: 'The project',
    name,
    kind,
    parameters,
    temperature,
  };
}

/** A class that the file defines, by its own signature; null when it is no loss. */
export function definedLoss(definition: PythonClass, file: PythonFile): LossClass | null {
  const { name, parameters, bases, takesAnyKeyword, takesAnyPosition, scope } = definition;
  const kind = Object.hasOwn(KNOWN_NAMES, name) ? KNOWN_NAMES[name] : undefined;
  if (!kind) return null;
  if (!parameters) return isLossBase(bases) ? unknownLoss(name, []) : null;
  const temperature =
    TEMPERATURE_NAMES.find((candidate) => parameters.some((own) => own.name === candidate)) ?? null;
  if (temperature === null && !isLossBase(bases)) return null;
  const signature = parameters.map((own) => {
    const resolved = own.otherwise && resolveValue(own.otherwise, scope, file);
    const known =
      resolved?.kind === 'known' && resolved.value.kind === 'number' ? resolved.value.value : undefined;
    return known === undefined ? { name: own.name } : { name: own.name, otherwise: known };
  });
  const isSupContrast = kind === 'supcon' && temperature !== null && temperature === parameters[0]?.name;
  return {
    ...SIMPLE,
    dialect: isSupContrast ? SUPCON_LOSS.dialect : 'local',
    owner: 'This file',
    name,
    kind,
    parameters: signature,
    takesAnyKeyword,
    takesAnyPosition,
    temperature,
  };
}

/** Modules and losses are losses; a callback or a dataset that happens to have the name is none. */
function isLossBase(bases: PythonClass['bases']): boolean {
  return bases.length === 0 || bases.some((base) => /Module|Loss|Layer/.test(base.at(-1) ?? ''));
}

/** Makes of a description of a loss what calls are read by: a class like those of libraries. */
import type { Parameter, Parameters } from '../../../objective/definition';
import { expected } from '../../keys/describeKey';
import { describeParameter } from '../../keys/objectiveShape';
import type { CustomLossParameter } from '../../keys/projectShape';
import { FindingList } from '../findingList';
import { OBJECTIVE_KEYS, type ObjectiveKey } from '../objectiveKeys';
import { libraryLoss } from '../python/dialects';
import { type OwnSignature, temperatureAmong } from '../python/inRepository/ownSignature';
import type { LossArguments } from '../python/lossArguments';
import { type LossClass, type OwnParameters, SOFTMAX } from '../python/lossClass';
import type { LossDescription } from './customLoss';
import { renamedArguments } from './renamedArguments';

type LossParameter = OwnSignature['parameters'][number];

/** `own` is the signature where the workspace holds the class; else that of the description, as far as it says one. */
export function customLossClass(
  name: string,
  description: LossDescription,
  own: OwnSignature | null,
): LossClass {
  const { like } = description;
  const common = { name, owner: 'The project', dialect: 'custom' };
  if (like.kind === 'class') {
    const library = libraryLoss(like.path);
    if (library) return { ...common, ...likeLibrary(library, description, own), ...common };
  }
  const signature = own ?? describedSignature(description);
  const names = signature.parameters.map((parameter) => parameter.name);
  return {
    ...SOFTMAX,
    ...signature,
    ...common,
    kind: like.kind === 'objective' ? like.objective : 'other',
    temperature: description.argumentNames.temperature ?? temperatureAmong(names),
    readOwn: (args) => ({ parameters: { ...readArguments(args, description), ...description.fixed } }),
  };
}

/** A class that nobody has read takes whatever the description does not name. */
function describedSignature({ signature, argumentNames, defaults }: LossDescription): OwnSignature {
  const named = Object.entries(argumentNames).map(([parameter, name]) =>
    withDefault(name, defaults[parameter as CustomLossParameter]),
  );
  const ordered = (signature ?? []).map(
    (name): LossParameter => named.find((known) => known.name === name) ?? { name },
  );
  const others = named.filter(({ name }) => !signature?.includes(name));
  return {
    parameters: [...ordered, ...others.map((other) => ({ ...other, keywordOnly: true as const }))],
    takesAnyKeyword: true,
    takesAnyPosition: true,
  };
}

function withDefault(name: string, otherwise: Parameter<unknown> | undefined): LossParameter {
  const value = otherwise?.value;
  return typeof value === 'number' || typeof value === 'string' ? { name, otherwise: value } : { name };
}

/** The library's class under other names of arguments: what it makes of them stays. */
function likeLibrary(
  library: LossClass,
  description: LossDescription,
  own: OwnSignature | null,
): Omit<LossClass, 'name' | 'owner' | 'dialect'> {
  const names = new Map<string, string>();
  for (const [parameter, name] of Object.entries(description.argumentNames))
    names.set(parameter === 'temperature' ? (library.temperature ?? parameter) : parameter, name);
  const renamed = (name: string) => names.get(name) ?? name;
  const { readOwn } = library;
  const signature = description.signature
    ? describedSignature(description)
    : {
        ...library,
        parameters: library.parameters.map((parameter) => ({ ...parameter, name: renamed(parameter.name) })),
      };
  return {
    ...library,
    parameters: own ? withLeftOver(own.parameters, signature.parameters) : signature.parameters,
    takesAnyKeyword: own?.takesAnyKeyword ?? signature.takesAnyKeyword,
    takesAnyPosition: own?.takesAnyPosition ?? signature.takesAnyPosition,
    temperature: library.temperature && renamed(library.temperature),
    readOwn: (args): OwnParameters => {
      const read = readOwn?.(renamedArguments(args, renamed)) ?? { parameters: {} };
      return { ...read, parameters: { ...read.parameters, ...description.fixed } };
    },
  };
}

/** What the library's class takes and this one does not stands at the library's default. */
function withLeftOver(
  own: readonly LossParameter[],
  library: readonly LossParameter[],
): readonly LossParameter[] {
  const isOwn = (name: string) => own.some((parameter) => parameter.name === name);
  const others = library.filter(({ name }) => !isOwn(name));
  return [...own, ...others.map((other) => ({ ...other, keywordOnly: true as const }))];
}

function readArguments(
  args: LossArguments,
  { argumentNames, defaults }: LossDescription,
): Partial<Parameters> {
  const read = Object.entries(argumentNames)
    // The temperature of a loss may be learned, or handed to a base class: it is read with those of all losses.
    .filter(([parameter]) => parameter !== 'temperature')
    .map(([parameter, name]) => {
      const known = parameter as CustomLossParameter;
      return [known, readArgument(known, name, args, defaults[known])] as const;
    });
  return Object.fromEntries(read);
}

function readArgument(
  parameter: CustomLossParameter,
  name: string,
  args: LossArguments,
  otherwise: Parameter<unknown> | undefined,
): Parameter<unknown> {
  const { read, key } = OBJECTIVE_KEYS[parameter] as ObjectiveKey<CustomLossParameter>;
  const resolved = args.resolve(name);
  if (!resolved) {
    if (otherwise) return otherwise;
    const standing = args.plain(name);
    const written = standing === null ? null : ({ ...plainNode(standing), span: args.span } as const);
    const value = written && read(written, key, new FindingList());
    return value?.kind === 'value'
      ? { value: value.value, origin: 'default of the library', span: null }
      : args.leftOut(name, () => null);
  }
  const span = args.spanOf(name);
  if (resolved.kind === 'unknown')
    return { value: null, origin: 'unresolved', span, missing: resolved.missing };
  const value = read(resolved.value, key, new FindingList());
  if (value.kind === 'value') return { value: value.value, origin: resolved.origin, span };
  args.reject(name, resolved, { what: expected(describeParameter(parameter).value).replaceAll('`', '') });
  return { value: null, origin: 'unresolved', span, missing: name };
}

const plainNode = (value: number | string) =>
  typeof value === 'number' ? ({ kind: 'number', value } as const) : ({ kind: 'string', value } as const);

/** The class sizes of a dataset that a call builds: those of long-tailed CIFAR follow from its arguments. */
import type { Origin } from '../../../../objective/definition';
import { longTailedCifar } from '../../../guesses/knownDatasets';
import type { CallNode } from '../../../parsers/python/file';
import type { ValueNode } from '../../../values';
import { longTailSizes } from '../../inline/longTail';
import { type Located, leastCertain } from './meaning';
import type { Program, Resolved } from './program';

export interface BuiltDataset {
  /** Null where only its name is known. */
  readonly sizes: readonly number[] | null;
  /** The formula of the sizes, where they are its. */
  readonly written: { readonly classes: number; readonly max: number; readonly factor: number } | null;
  readonly origin: Origin;
}

const UNKNOWN: BuiltDataset = { sizes: null, written: null, origin: 'unresolved' };
const DEFAULT_FACTOR = { value: 0.01, origin: 'default of the library' } as const;

/** Null where the call builds what is not trained on. */
export function builtDataset(
  call: CallNode,
  place: Omit<Located, 'node'>,
  program: Program,
): BuiltDataset | null {
  const given = (name: string) => {
    const node = call.arguments.find((argument) => argument.name === name)?.value;
    return node ? program.resolve({ ...place, node }) : null;
  };
  if (isFalse(given('train')) || isTest(given('split'))) return null;
  const cifar = longTailedCifar(call.callee.at(-1) ?? '');
  if (!cifar) return UNKNOWN;
  const factor = numberOr(given('imb_factor') ?? ownDefault('imb_factor', call, place, program));
  const type = given('imb_type') ?? ownDefault('imb_type', call, place, program);
  const shape = type === null ? 'exp' : textIn(type);
  if (!factor || factor.value <= 0 || factor.value > 1) return UNKNOWN;
  const { classes, max } = cifar;
  const origin = leastCertain([factor.origin, ...(type?.kind === 'known' ? [type.origin] : [])]);
  const known = origin === 'literal' ? 'constant' : origin;
  if (shape === 'exp')
    return {
      sizes: longTailSizes(classes, max, factor.value),
      written: { classes, max, factor: factor.value },
      origin: known,
    };
  return shape === 'step'
    ? { sizes: steps(classes, max, factor.value), written: null, origin: known }
    : UNKNOWN;
}

/** Half of the classes are whole, the others a part: as the code of LDAM (Cao et al. 2019) writes them. Units: samples. */
function steps(classes: number, max: number, factor: number): number[] {
  return Array.from({ length: classes }, (_, i) =>
    i < Math.floor(classes / 2) ? max : Math.floor(max * factor),
  );
}

/** What a dataset class of the workspace takes for an argument that is left out; null where it cannot be seen. */
function ownDefault(
  name: string,
  call: CallNode,
  place: Omit<Located, 'node'>,
  program: Program,
): Resolved | null {
  const callee = program.callee(call, place);
  if (callee.kind !== 'class') return null;
  const initializer = program.memberOf(callee, '__init__');
  if (initializer.kind !== 'function') return null;
  const { definition, module } = initializer;
  const node: ValueNode | null =
    definition.signature().parameters.find((parameter) => parameter.name === name)?.otherwise ?? null;
  return node && program.resolve({ node, scope: definition.scope, module });
}

function numberOr(resolved: Resolved | null): { readonly value: number; readonly origin: Origin } | null {
  if (resolved === null) return DEFAULT_FACTOR;
  if (resolved.kind !== 'known' || resolved.value.kind !== 'number') return null;
  return { value: resolved.value.value, origin: resolved.origin };
}

function textIn(resolved: Resolved): string | null {
  return resolved.kind === 'known' && resolved.value.kind === 'string' ? resolved.value.value : null;
}

const isFalse = (resolved: Resolved | null) =>
  resolved?.kind === 'known' && resolved.value.kind === 'boolean' && !resolved.value.value;

const isTest = (resolved: Resolved | null) =>
  resolved !== null && /^(?:val|valid|validation|test)$/.test(textIn(resolved) ?? '');

/** Reads the arguments that a config gives to a loss as Python would get them: one description of a class serves both. */
import type { Definition, Parameters } from '../../../objective/definition';
import type { Remark } from '../../../objective/remarks';
import type { CallNode, PythonCall } from '../../parsers/python/file';
import type { Argument } from '../../values';
import type { FindingList } from '../findingList';
import { described, type Identified } from '../python/identify';
import type { LossClass } from '../python/lossClass';
import { emptyProgram } from '../python/program/emptyProgram';
import type { Program } from '../python/program/program';
import { readDefinition } from '../python/readDefinition';
import type { ConfigLoss } from './configDialect';
import { identifyKey } from './registryKeys';
import { identifyTarget, type PythonSources } from './targetClass';
import { zeroWeightRemarks } from './zeroWeight';

export interface FoundLoss {
  readonly found: ConfigLoss;
  readonly identified: Identified;
  /** Where values that are names are looked up. */
  readonly program: Program;
  readonly scope: number;
}

/** Null when the class that a path names, or a registry has, is no contrastive loss. */
export function identifyLoss(found: ConfigLoss, python: PythonSources): FoundLoss | null {
  const own = found.key === undefined ? null : identifyKey(found.key, asCall(found), python);
  if (own) return { found, ...own, scope: 0 };
  if (isClass(found.loss))
    return { found, identified: described(found.loss), program: emptyProgram(), scope: 0 };
  if (found.loss.length === 0) return null;
  const target = identifyTarget(found.loss, asCall(found), python);
  return target && { found, ...target, scope: 0 };
}

const isClass = (loss: ConfigLoss['loss']): loss is LossClass => !Array.isArray(loss);

/** `text` is the config's. */
export function readConfigLoss(
  { found, identified, program, scope }: FoundLoss,
  text: string,
  findings: FindingList,
): Definition {
  const call = asCall(found);
  const site: PythonCall = {
    call: () => call,
    scope,
    span: found.span,
    target: () => found.name,
    whole: true,
  };
  const definition = readDefinition(site, identified, program, findings);
  const parameters = withFiles(definition.parameters, found);
  const remarks = [
    ...(definition.remarks ?? []),
    ...zeroWeightRemarks([...found.given, ...(found.beside ?? [])]),
  ];
  return {
    ...definition,
    parameters,
    ...(remarks.length > 0 ? { remarks: remarks.map((one) => inWords(one, text)) } : {}),
  };
}

/** The call that the config stands for. */
export function asCall({ name, given, positional = [], span, headSpan, syntax }: ConfigLoss): CallNode {
  // Of a key that stands twice the last counts.
  const last = new Map(given.map((entry) => [entry.key, entry]));
  const named = [...last.values()].map(
    ({ key, keySpan, value }): Argument => ({ name: key, nameSpan: keySpan, value, unpacks: 'none' }),
  );
  const ordered = positional.map(
    (value): Argument => ({ name: null, nameSpan: null, value, unpacks: 'none' }),
  );
  return {
    kind: 'call',
    callee: [name],
    arguments: [...ordered, ...named],
    span,
    calleeSpan: headSpan,
    ...(syntax ? { syntax } : {}),
  };
}

/** A value that another file of the config holds says which. */
function withFiles(parameters: Parameters, { files, given }: ConfigLoss): Parameters {
  if (!files) return parameters;
  const fileAt = new Map(given.map(({ key, value }) => [value.span.start, files.get(key)]));
  const entries = Object.entries(parameters).map(([name, parameter]) => {
    const file = parameter.span && parameter.value !== null ? fileAt.get(parameter.span.start) : undefined;
    return [name, file === undefined ? parameter : { ...parameter, origin: `config ${file}` }];
  });
  return Object.fromEntries(entries) as Parameters;
}

/** What was interpolated is told in its author's words: that a σ was given is seen in its name. */
function inWords(remark: Remark, text: string): Remark {
  if (remark.kind !== 'bandwidth-is-variance') return remark;
  const words = text.slice(remark.span.start, remark.span.end);
  return /^["']?\$\{[^{}]*\}["']?$/.test(words) ? { ...remark, words } : remark;
}

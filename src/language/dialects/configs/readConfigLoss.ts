/** Reads the arguments that a config gives to a loss as Python would get them: one description of a class serves both. */
import type { Definition, Parameters } from '../../../objective/definition';
import type { PythonCall, PythonFile } from '../../parsers/pythonFile';
import type { Argument } from '../../values';
import type { FindingList } from '../findingList';
import { TEMPERATURE } from '../inline/numbers';
import { LossArguments } from '../lossArguments';
import type { ConfigLoss } from './configDialect';

export function readConfigLoss(found: ConfigLoss, findings: FindingList): Definition {
  const { loss } = found;
  const args = new LossArguments(loss, asCall(found), NO_NAMES, findings);
  const own = loss.readOwn?.(args) ?? { parameters: {} };
  const standing = { origin: 'default of the library', span: null } as const;
  const parameters: Parameters = {
    temperature: loss.temperature
      ? args.number(loss.temperature, TEMPERATURE)
      : { value: null, origin: 'unresolved', span: null },
    similarity: { value: loss.similarity, ...standing },
    views: { value: { count: 2, tied: true }, ...standing },
    balance: { value: { anchors: false, denominators: false }, ...standing },
    ...own.parameters,
  };
  return {
    name: found.name,
    kind: own.kind ?? loss.kind,
    dialect: loss.dialect,
    span: found.span,
    headSpan: found.headSpan,
    positives: loss.positives,
    parameters,
  };
}

/** A config has no names that stand for something else: what it interpolates has been put in its place. */
const NO_NAMES: PythonFile = {
  scopes: [{ kind: 'module', parent: null, bindings: new Map() }],
  calls: [],
  starImports: [],
  stranded: [],
};

function asCall({ loss, given, positional = [], span, headSpan }: ConfigLoss): PythonCall {
  // Of a key that stands twice the last counts.
  const last = new Map(given.map((entry) => [entry.key, entry]));
  const named = [...last.values()].map(
    ({ key, keySpan, value }): Argument => ({ name: key, nameSpan: keySpan, value, unpacks: 'none' }),
  );
  const ordered = positional.map(
    (value): Argument => ({ name: null, nameSpan: null, value, unpacks: 'none' }),
  );
  const call = {
    kind: 'call',
    callee: [loss.name],
    arguments: [...ordered, ...named],
    span,
    calleeSpan: headSpan,
  } as const;
  return { call, scope: 0, target: null, whole: true };
}

/** Values that are right alone and wrong together: a change that makes them so is told, and not taken over. */
import type { Definition, ParameterName, Parameters } from '../../objective/definition';
import { FindingList } from '../dialects/findingList';
import { checkClassRows } from '../dialects/inline/classRows';
import { checkExpressionData, withoutUnusedData } from '../dialects/inline/weightExpressions';
import { OBJECTIVE_KEYS } from '../dialects/objectiveKeys';
import { checkBandwidthColumns } from '../dialects/objectiveParameters';
import type { ChangeProblem, Changes } from './changes';

interface Changed {
  readonly definition: Definition;
  readonly problems: readonly ChangeProblem[];
}

/** Keys that must fit each other. */
const TOGETHER: readonly (readonly ParameterName[])[] = [
  ['bandwidth', 'labels'],
  ['classes', 'weights'],
  ['weights', 'labels', 'features'],
];

export function misfits(
  before: Definition,
  after: Definition,
  changes: Changes,
  problems: readonly ChangeProblem[],
): Changed {
  const wrong = firstMisfit(after);
  if (wrong === null) return { definition: onlyUsed(after), problems };
  const changed = wrong.names.map((name) => OBJECTIVE_KEYS[name].key).filter((key) => key in changes);
  const key = changed[0] ?? 'objective';
  const told = [...problems, { key, message: wrong.message }];
  // Of another kind the values before say nothing.
  if (before.kind !== after.kind) return { definition: before, problems: told };
  const restored = { ...after, parameters: restore(after.parameters, before.parameters, wrong.names) };
  return { definition: firstMisfit(restored) === null ? onlyUsed(restored) : before, problems: told };
}

function restore(after: Parameters, before: Parameters, names: readonly ParameterName[]): Parameters {
  const others = Object.entries(after).filter(([name]) => !names.includes(name as ParameterName));
  const old = names.flatMap((name) => (before[name] === undefined ? [] : [[name, before[name]] as const]));
  return Object.fromEntries([...others, ...old]) as unknown as Parameters;
}

function onlyUsed(definition: Definition): Definition {
  if (definition.kind !== 'weighted') return definition;
  return { ...definition, parameters: withoutUnusedData(definition.parameters, new FindingList()) };
}

function firstMisfit(definition: Definition): { names: readonly ParameterName[]; message: string } | null {
  const { parameters, headSpan } = definition;
  const checks = [
    (findings: FindingList) => checkBandwidthColumns(parameters, headSpan, findings),
    (findings: FindingList) => checkClassRows(parameters, headSpan, findings),
    (findings: FindingList) => checkExpressionData(definition, findings),
  ];
  for (const [i, check] of checks.entries()) {
    const findings = new FindingList();
    check(findings);
    if (findings.firstError) return { names: TOGETHER[i], message: findings.firstError.message };
  }
  return null;
}

/** What the constructor of a derived loss hands to the library's: `super().__init__(temperature)`, or nothing. */
import type { CallNode } from '../../../parsers/python/file';
import type { FindingList } from '../../findingList';
import { LossArguments } from '../lossArguments';
import type { LossClass } from '../lossClass';
import type { Meaning } from '../program/meaning';
import type { Program, Resolved } from '../program/program';
import { temperatureAmong } from './ownSignature';

export interface Dropped {
  readonly kind: 'dropped';
  /** The class's own argument that goes nowhere. */
  readonly argument: string;
  /** What the library works with instead. */
  readonly otherwise: number | null;
}

export type PassedToBase = Dropped | { readonly kind: 'value'; readonly resolved: Resolved };

/** Null when the class's own argument is handed on, or its constructor calls no other. */
export function passedToBase(
  { definition, module, call }: Extract<Meaning, { kind: 'instance' }>,
  base: LossClass,
  program: Program,
  findings: FindingList,
): PassedToBase | null {
  if (base.temperature === null) return null;
  const { file } = module;
  const own = file.scopes[definition.body]
    .bindingsOf('__init__')
    .find((binding) => binding.kind === 'function');
  if (own?.kind !== 'function') return null;
  const site = file.callsNamed('__init__').find(({ scope }) => scope === own.definition.body);
  if (!site) return null;
  const place = { scope: site.scope, module };
  const args = new LossArguments(base, handedOn(site.call()), place, program, findings);
  const names = own.definition.signature().parameters.map(({ name }) => name);
  const node = args.node(base.temperature);
  if (node?.kind === 'name' && node.path.length === 1 && names.includes(node.path[0])) return null;
  if (node) {
    const activation = call && { module, body: own.definition.body, call, method: true };
    return { kind: 'value', resolved: program.resolve({ node, ...place }, activation) };
  }
  const argument = temperatureAmong(names);
  const { value } = args.leftOut(base.temperature, (otherwise) =>
    typeof otherwise === 'number' ? otherwise : null,
  );
  if (argument !== null && !unpacks(site.call())) return { kind: 'dropped', argument, otherwise: value };
  return null;
}

/** `SupConLoss.__init__(self, t)` names the object first. */
function handedOn(call: CallNode): CallNode {
  const [first, ...others] = call.arguments;
  const isSelf = first?.value.kind === 'name' && first.value.path.join('.') === 'self';
  return isSelf && !call.receiver ? { ...call, arguments: others } : call;
}

const unpacks = (call: CallNode) => call.arguments.some((argument) => argument.unpacks !== 'none');

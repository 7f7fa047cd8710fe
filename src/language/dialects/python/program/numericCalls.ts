/** Calls that calculate: what they give is known before the program runs. */
import type { CallNode } from '../../../parsers/python/file';
import type { Evaluating } from './evaluating';
import { type Located, type Meaning, scalar } from './meaning';
import { FUNCTIONS, LEARNED, SAME_NUMBER } from './numbers';

/** `np.log(x)`, `math.sqrt(x)`, `float(x)`, `torch.ones([]) * x`, `nn.Parameter(torch.tensor(x))`. */
export function numericCall(
  name: string,
  path: readonly string[],
  node: CallNode,
  located: Located,
  evaluating: Evaluating,
): Meaning | null {
  if (name === 'ones' && path.length > 1) return scalar(1, 'literal');
  if (name === 'zeros' && path.length > 1) return scalar(0, 'literal');
  const positional = node.arguments.filter((argument) => argument.name === null);
  const argument = name === 'full' ? positional[1] : (positional[0] ?? node.arguments[0]);
  const calculates = path.length > 1 || path[0] === 'abs' ? FUNCTIONS[name] : undefined;
  const keeps = SAME_NUMBER.has(name) || name === 'full';
  if (argument?.unpacks !== 'none' || !(calculates || keeps || LEARNED.has(name))) return null;
  let value = evaluating.evaluate({ ...located, node: argument.value });
  if (value.kind === 'list' && value.items.length === 1) value = evaluating.evaluate(value.items[0]);
  if (value.kind === 'unknown') return value;
  if (value.kind !== 'scalar') return null;
  const number = typeof value.value === 'string' && name === 'float' ? Number(value.value) : value.value;
  if (typeof number !== 'number') return null;
  if (LEARNED.has(name)) return scalar(number, 'learned');
  return scalar(calculates ? calculates(number) : number, value.origin);
}

/** Arithmetic on what is known. */
import type { Origin } from '../../../../objective/definition';
import type { ValueNode } from '../../../values';
import type { Evaluating } from './evaluating';
import { type Located, leastCertain, type Meaning, scalar, unknown } from './meaning';
import { calculate } from './numbers';
import { wordsFor } from './words';

/** The result is as certain as the least certain operand; of operands that are not known the first is told. */
export function evaluateOperation(
  node: Extract<ValueNode, { kind: 'operation' }>,
  located: Located,
  evaluating: Evaluating,
): Meaning {
  const numbers: number[] = [];
  const origins: Origin[] = [];
  for (const operand of node.operands) {
    const meaning = evaluating.evaluate({ ...located, node: operand });
    if (meaning.kind === 'unknown') return meaning;
    if (meaning.kind !== 'scalar' || typeof meaning.value !== 'number') return unknown(wordsFor(operand));
    numbers.push(meaning.value);
    origins.push(meaning.origin);
  }
  return scalar(calculate(node.operator, numbers), leastCertain(origins));
}

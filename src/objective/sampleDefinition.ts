/** A definition over some of its items: what a part of a large input proves, or shows. */
import type { Definition, Parameter, WeightMatrix } from './definition';
import { groupRows } from './grouping';
import { rowsOf } from './manyRows';
import type { PairWeights } from './pairWeights';

/**
 * Items spread evenly over the groups, in the order of their labels where a label is one number, so that the smallest
 * and the largest are among them. At most `limit` of them, each of another group; without groups, rows that differ.
 */
export function spreadItems(definition: Definition, pairs: PairWeights | null, limit: number): number[] {
  const labels = definition.parameters.labels?.value ?? null;
  const scalars = labels !== null && labels[0].length === 1 ? Float64Array.from(labels, ([y]) => y) : null;
  if (pairs === null) return spreadRows(definition, scalars, limit);
  const items = [...pairs.grouping.representative];
  if (scalars !== null) items.sort((i, j) => scalars[i] - scalars[j]);
  return evenly(items.length, limit).map((k) => items[k]);
}

function spreadRows(definition: Definition, scalars: Float64Array | null, limit: number): number[] {
  const rows = rowsOf(definition);
  if (rows === null) throw new Error('Only labels and features are too many to be grouped.');
  const order = Uint32Array.from({ length: rows.count }, (_, i) => i);
  if (scalars !== null) order.sort((i, j) => scalars[i] - scalars[j]);
  const shown = evenly(rows.count, limit).map((k) => order[k]);
  const write = (k: number, into: Float64Array) => rows.write(shown[k], into);
  const { representative } = groupRows({ count: shown.length, width: rows.width, write });
  return representative.map((k) => shown[k]);
}

/** At most `limit` of the indices below `length`, the first and the last among them. */
function evenly(length: number, limit: number): number[] {
  if (length <= limit) return Array.from({ length }, (_, k) => k);
  return Array.from({ length: limit }, (_, k) => Math.round((k * (length - 1)) / (limit - 1)));
}

/** The definition with classes, labels, features and weights of these items only. */
export function sampleDefinition(definition: Definition, items: readonly number[]): Definition {
  const { classes, labels, features, weights } = definition.parameters;
  const square = weights?.value != null && !('expression' in weights.value) ? weights.value : null;
  return {
    ...definition,
    parameters: {
      ...definition.parameters,
      ...given('classes', pick(classes, items)),
      ...given('labels', pick(labels, items)),
      ...given('features', pick(features, items)),
      ...given('weights', weights && square && { ...weights, value: restricted(square, items) }),
    },
  };
}

function restricted(rows: WeightMatrix, items: readonly number[]): WeightMatrix {
  return items.map((i) => items.map((j) => rows[i][j]));
}

function pick<T>(
  parameter: Parameter<readonly T[]> | undefined,
  items: readonly number[],
): Parameter<readonly T[]> | undefined {
  if (parameter === undefined || parameter.value === null) return undefined;
  const { value } = parameter;
  return { ...parameter, value: items.map((i) => value[i]) };
}

/** Absent parameters stay absent: `undefined` is no value of one. */
function given<N extends string, T>(name: N, value: T | null | undefined): { [K in N]?: T } {
  return value === undefined || value === null ? {} : ({ [name]: value } as { [K in N]?: T });
}

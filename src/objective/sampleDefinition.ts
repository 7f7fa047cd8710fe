/** A definition over some of its items: what a part of a large input proves, or shows. */
import type { Definition, Parameter, WeightMatrix } from './definition';
import type { PairWeights } from './pairWeights';

/**
 * Items spread evenly over the groups, in the order of their labels where a label is one number, so that the smallest
 * and the largest are among them. At most `limit` of them, each of another group.
 */
export function spreadItems(definition: Definition, pairs: PairWeights, limit: number): number[] {
  const items = [...pairs.grouping.representative];
  const labels = definition.parameters.labels?.value ?? null;
  if (labels !== null && labels[0].length === 1) items.sort((i, j) => labels[i][0] - labels[j][0]);
  if (items.length <= limit) return items;
  return Array.from({ length: limit }, (_, k) => items[Math.round((k * (items.length - 1)) / (limit - 1))]);
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

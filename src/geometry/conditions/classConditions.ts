/** When class objectives are realizable, in closed form, while class sizes or the weight across classes are unknown. */
import type { Definition } from '../../objective/definition';
import { conditional, type Decision } from '../verdict/decision';
import { number } from './words';

/** SupCon and InfoNCE with unknown sizes: the zero weights are there whatever the numbers. Source: [Vock2026]. */
export function zeroWeightCondition(definition: Definition): Decision {
  const { similarity, balance, dimension } = definition.parameters;
  const isClass = definition.kind === 'supcon' || definition.parameters.classes !== undefined;
  const many = isClass ? 'any two or more classes' : 'any two or more samples';
  if ((similarity.value ?? 'cosine') !== 'cosine')
    return conditional(
      `degenerate for ${many}: zero weights push them apart and nothing stops distances or norms from growing`,
    );
  if (!isClass) {
    const d = dimension?.value ?? null;
    const most = d === null ? 'n is at most one more than the embedding dimension' : `n is at most ${d + 1}`;
    return conditional(
      `degenerate (zero weights) for ${many}: n samples form a regular simplex with cosines −1/(n−1) as long as ${most}, more spread as evenly as they can`,
    );
  }
  const both = balance.value?.anchors === true && balance.value.denominators;
  return conditional(
    both
      ? `degenerate (zero weights) for ${many}: with anchors and denominators balanced, any class sizes give the regular simplex with cosines −1/(K−1)`
      : `degenerate (zero weights) for ${many}: equal sizes give the regular simplex with cosines −1/(K−1), unequal sizes do not`,
  );
}

/**
 * Soft SupCon: the target cosine 1 − τ log(1/ε) must not be below that of the regular simplex, −1/(K − 1).
 * Formula: τ log(1/ε) ≤ K/(K − 1). Source: [Vock2026].
 */
export function softSupConCondition(definition: Definition): Decision {
  const { classes, across, temperature, similarity, dimension } = definition.parameters;
  const epsilon = across?.value ?? null;
  if (epsilon === 0) return zeroWeightCondition(definition);
  if (epsilon === 1)
    return conditional(
      'degenerate (total collapse): pairs across classes weigh as much as pairs inside them',
    );
  if (epsilon !== null && epsilon > 1)
    return conditional(
      'inconsistent for any two or more classes: pairs across classes weigh more than pairs inside them',
    );
  const count = classes?.value?.length ?? null;
  const tau = temperature.value;
  const d = dimension?.value ?? null;
  if ((similarity.value ?? 'cosine') !== 'cosine')
    return conditional(
      `realizable as a regular simplex${epsilon === null ? ' for any weight across classes between 0 and 1' : ' for any class sizes'}${d === null ? '' : `, for at most ${d + 1} classes`}`,
    );
  const inDimensions = d === null ? '' : `; in ${d} dimensions, for at most ${d} classes`;
  if (count !== null) return conditional(`${knownClasses(count, tau)}${count > 1 ? inDimensions : ''}`);
  return conditional(`${unknownClasses(epsilon, tau)}${inDimensions}`);
}

function knownClasses(count: number, tau: number | null): string {
  if (count === 1) return 'degenerate (total collapse): one class has nothing to be apart from';
  const most = number(count / (count - 1));
  if (tau === null)
    return `realizable iff the temperature times log(1/ε) is at most K/(K−1) = ${most}, with ε the weight across classes, below 1`;
  const smallest = number(Math.exp(-count / ((count - 1) * tau)));
  return `realizable iff the weight across classes is at least exp(−K/((K−1)τ)) = ${smallest}, and below 1`;
}

function unknownClasses(epsilon: number | null, tau: number | null): string {
  const rule = 'realizable iff τ log(1/ε) ≤ K/(K−1) for K classes';
  if (epsilon === null && tau === null)
    return `${rule}, with ε the weight across classes: for every K when τ log(1/ε) ≤ 1`;
  if (epsilon === null)
    return `${rule}: for every K when the weight across classes is at least ${number(Math.exp(-1 / tau!))}, for none below ${number(Math.exp(-2 / tau!))}`;
  const reach = Math.log(1 / epsilon);
  if (tau === null)
    return `${rule}: for every K when the temperature is at most 1/log(1/ε) = ${number(1 / reach)}, for none above ${number(2 / reach)}`;
  const x = tau * reach;
  if (x <= 1 + 1e-9)
    return `realizable for any class sizes of two or more classes, since τ log(1/ε) = ${number(x)} is at most 1`;
  const most = Math.floor(x / (x - 1) + 1e-9);
  if (most < 2)
    return `inconsistent for any two or more classes, since τ log(1/ε) = ${number(x)} is more than K/(K−1) for every K`;
  return `${rule}: τ log(1/ε) = ${number(x)} is, for K from 2 to ${most} only`;
}

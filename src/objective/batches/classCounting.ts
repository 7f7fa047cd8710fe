/** How much a class counts in a batch that holds some of its samples: the same formulas as for the whole data set. */
import type { Definition, Parameter } from '../definition';
import { classPairWeights } from '../pairWeights';

export interface ClassCount {
  /** b of an anchor with the rest of its class. */
  readonly own: number;
  /** b of an anchor of another class with all of the class. */
  readonly shown: number;
  /** Unnormalised mass of all its anchors. */
  readonly weight: number;
}

const literal = <T>(value: T): Parameter<T> => ({ value, origin: 'literal', span: null });

/** Answers for a class with k ≥ 1 samples in the batch. */
export function classCounting(definition: Definition): (samples: number) => ClassCount {
  // A weight matrix over classes has no balance.
  const balance = definition.parameters.balance.value ?? { anchors: false, denominators: false };
  const known = new Map<number, ClassCount>();
  return (samples) => {
    let count = known.get(samples);
    if (count === undefined) {
      const pairs = classPairWeights({
        ...definition,
        parameters: {
          ...definition.parameters,
          balance: literal(balance),
          classes: literal([{ name: '', count: samples }]),
        },
      });
      count = {
        own: pairs.selfMultiplicity(0),
        shown: pairs.multiplicity(0, 0),
        weight: pairs.anchorWeight(0),
      };
      known.set(samples, count);
    }
    return count;
  };
}

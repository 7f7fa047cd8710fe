/** From wished cosines to an objective whose optimum has them, or the nearest that points can have. */
import { buildObjective } from '../../../objective/buildObjective';
import type { ClassSize, Definition } from '../../../objective/definition';
import { roundUp } from '../../rounding';
import { decideVerdict } from '../../verdict/decideVerdict';
import { SMALLEST_WEIGHT, targetCorrelation, weightsFor } from '../targetCorrelation';

export interface Wish {
  /** Sizes matter to the loss, not to where its optimum is. */
  readonly classes: readonly ClassSize[];
  /** Symmetric, with ones on the diagonal. Shape: K × K. */
  readonly similarities: readonly (readonly number[])[];
}

export interface Design {
  readonly definition: Definition;
  /** Cosines at the optimum of the objective. */
  readonly cosines: readonly Float64Array[];
  readonly weights: readonly (readonly number[])[];
  /** Dimensions that the classes take. */
  readonly rank: number;
  /** Frobenius norm of what was changed in the wish. */
  readonly distance: number;
  readonly largestChange: {
    readonly pair: readonly [number, number];
    readonly from: number;
    readonly to: number;
  };
  /** The search for the nearest cosines was cut short: these can be had, but nearer ones may be too. */
  readonly stoppedEarly: boolean;
}

export type DesignResult =
  | { readonly kind: 'design'; readonly design: Design }
  | {
      readonly kind: 'refused';
      readonly because: string;
      /** What has to be changed. */
      readonly at: 'similarities' | 'temperature';
    };

/** A wish that is changed by less is the wish. */
export const UNCHANGED = 1e-9;

/**
 * Weights K = exp((G − 1)/τ) for the nearest correlation matrix G; their objective is judged before it is handed out.
 * Shape: K ≥ 2 classes. Units: cosines; τ as in the loss. Source: [Higham2002], [Vock2026].
 */
export function designObjective(wish: Wish, temperature: number): DesignResult {
  const { cosines, stoppedEarly } = targetCorrelation(wish.similarities);
  if (cosines.every((row) => row.every((s) => s > 1 - UNCHANGED)))
    return refused(
      'all classes are wished at one point, and an objective that asks for that teaches nothing',
      'similarities',
    );
  const weights = weightsFor(cosines, temperature);
  if (weights === null) return refused(tooCold(cosines), 'temperature');
  const definition = definitionOf(wish.classes, weights, temperature);
  const built = buildObjective(definition);
  const decision = built.kind === 'objective' ? decideVerdict(built.objective) : null;
  if (decision?.verdict !== 'realizable' || decision.rank === null)
    throw new Error('A correlation matrix was turned into an objective that is not realizable.');
  const { pair, distance } = compare(wish.similarities, cosines);
  const [i, j] = pair;
  const largestChange = { pair, from: wish.similarities[i][j], to: cosines[i][j] };
  return {
    kind: 'design',
    design: { definition, cosines, weights, rank: decision.rank, distance, largestChange, stoppedEarly },
  };
}

const refused = (because: string, at: 'similarities' | 'temperature'): DesignResult => ({
  kind: 'refused',
  because,
  at,
});

function tooCold(cosines: readonly Float64Array[]): string {
  const least = Math.min(...cosines.map((row) => Math.min(...row)));
  const smallest = (1 - least) / -Math.log(SMALLEST_WEIGHT);
  return `at this temperature the smallest weight would be 0 in double precision; use a temperature of at least ${roundUp(smallest, 2)}`;
}

function compare(
  wish: readonly (readonly number[])[],
  cosines: readonly Float64Array[],
): { readonly pair: [number, number]; readonly distance: number } {
  let pair: [number, number] = [0, 1];
  let squared = 0;
  const change = (i: number, j: number) => Math.abs(wish[i][j] - cosines[i][j]);
  for (let i = 0; i < wish.length; i++)
    for (let j = i + 1; j < wish.length; j++) {
      squared += 2 * change(i, j) ** 2;
      if (change(i, j) > change(...pair)) pair = [i, j];
    }
  return { pair, distance: Math.sqrt(squared) };
}

function definitionOf(
  classes: readonly ClassSize[],
  weights: readonly (readonly number[])[],
  temperature: number,
): Definition {
  const nowhere = { start: 0, end: 0 };
  const literal = <T>(value: T) => ({ value, origin: 'literal', span: null }) as const;
  return {
    name: 'design',
    kind: 'weighted',
    dialect: 'objective-file',
    span: nowhere,
    headSpan: nowhere,
    positives: 'one-softmax',
    parameters: {
      temperature: literal(temperature),
      similarity: literal('cosine'),
      views: literal({ count: 2, tied: true }),
      balance: literal({ anchors: false, denominators: false }),
      classes: literal(classes),
      weights: literal(weights),
    },
  };
}

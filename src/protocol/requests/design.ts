/** From wished similarities to an objective that has them: the design itself, and targets that files hold. */
import * as v from 'valibot';
import type { Analysis } from '../../geometry/analysis';
import { analysisSchema, count, finite, orNull } from '../analysisSchema';
import { requestKind } from './requestKind';

/** More classes than this make cells that nobody can take hold of. */
export const MOST_DESIGNED = 30;

export interface DesignTarget {
  /** Sizes matter to the loss, not to where its optimum is. */
  readonly classes: readonly { readonly name: string; readonly size: number }[];
  /** Wished cosines. Shape: K × K, symmetric, with ones on the diagonal. */
  readonly similarities: readonly (readonly number[])[];
}

export interface DesignAsk {
  readonly target: DesignTarget;
  readonly temperature: number;
  /** What the design came from, for the comment in its file. */
  readonly source: string;
}

export interface Designed {
  /** The cosines nearest to the wish that points have. */
  readonly similarities: readonly (readonly number[])[];
  /** Dimensions that they take. */
  readonly rank: number;
  /** Differences of cosines, over all pairs. */
  readonly change: {
    readonly mean: number;
    readonly largest: number;
    readonly pair: readonly [number, number];
  };
  /** The search ended early: nearer similarities may be possible. */
  readonly stoppedEarly: boolean;
  /** The text of an objective file. */
  readonly objective: string;
  /** The same as lines of PyTorch. */
  readonly pytorch: string;
  /** Of the designed objective. */
  readonly analysis: Analysis;
}

export interface DesignRefusal {
  readonly because: string;
  /** What has to be changed. */
  readonly at: 'similarities' | 'temperature';
}

export type DesignAnswer = { readonly designed: Designed } | { readonly refused: DesignRefusal };

const classes = v.array(v.object({ name: v.string(), size: v.pipe(count, v.minValue(1)) }));
const matrix = v.array(v.array(finite));
const target = v.pipe(
  v.object({ classes, similarities: matrix }),
  v.check(
    ({ classes: rows, similarities }) =>
      similarities.length === rows.length && similarities.every(({ length }) => length === rows.length),
    'the similarities do not have one row and one column a class',
  ),
);

export const design = requestKind<DesignAsk, DesignAnswer>(
  v.object({ target, temperature: finite, source: v.string() }),
  v.union([
    v.object({
      designed: v.object({
        similarities: matrix,
        rank: count,
        change: v.object({ mean: finite, largest: finite, pair: v.tuple([count, count]) }),
        stoppedEarly: v.boolean(),
        objective: v.string(),
        pytorch: v.string(),
        analysis: analysisSchema,
      }),
    }),
    v.object({
      refused: v.object({ because: v.string(), at: v.picklist(['similarities', 'temperature']) }),
    }),
  ]),
);

export interface ReadTargetAsk {
  readonly text: string;
  /** Its ending tells how the text is read. */
  readonly fileName: string;
}

export interface TargetProblem {
  /** From 0. */
  readonly line: number;
  readonly message: string;
}

export interface ReadTargetAnswer {
  /** Null where a problem leaves none. */
  readonly target: DesignTarget | null;
  /** The text's own, or null. */
  readonly temperature: number | null;
  readonly problems: readonly TargetProblem[];
}

export const readTarget = requestKind<ReadTargetAsk, ReadTargetAnswer>(
  v.object({ text: v.string(), fileName: v.string() }),
  v.object({
    target: orNull(target),
    temperature: orNull(finite),
    problems: v.array(v.object({ line: count, message: v.string() })),
  }),
);

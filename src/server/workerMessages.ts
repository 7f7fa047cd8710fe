/** What the pool and its worker threads say to each other. */
import type { Analysis } from '../geometry/analysis';
import type { QuickVerdict } from '../geometry/decideOnly';
import type { Effort } from '../geometry/optimum/effort';
import type { Definition, Parameters } from '../objective/definition';

export interface JobMessage {
  readonly job: number;
  readonly definition: Definition;
  /** Where only verdicts are asked for: the parameters that each cell has in place of the definition's. */
  readonly cells?: readonly Partial<Parameters>[];
  readonly effort?: Effort;
  /** Not 0 once the job is to end with the best answer so far. Shape: 1, in shared memory. */
  readonly hurry: Int32Array;
}

export type CellVerdict =
  | { readonly kind: 'decided'; readonly decided: QuickVerdict }
  | { readonly kind: 'failed'; readonly because: string; readonly trace: string };

export type WorkerMessage =
  /** Of the first cells, as many as there was time for. */
  | { readonly job: number; readonly kind: 'verdicts'; readonly verdicts: readonly CellVerdict[] }
  | { readonly job: number; readonly kind: 'analysis'; readonly analysis: Analysis }
  | { readonly job: number; readonly kind: 'failure'; readonly because: string; readonly trace: string };

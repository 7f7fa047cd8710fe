/** The shape that every remedy has: it looks at an objective and its analysis, and proposes a change or does not. */
import type { Definition } from '../../objective/definition';
import type { Objective } from '../../objective/objective';
import type { Analysis, Verdict } from '../analysis';
import type { Change } from './change';

export interface Ailment {
  readonly definition: Definition;
  /** Without remedies. */
  readonly analysis: Analysis;
  readonly objective: Objective;
}

/** What the mathematics says of the changed objective. */
export interface Outcome {
  readonly verdict: Verdict;
  /** In nats. */
  readonly gap: number;
  readonly rank: number | null;
}

export interface Proposal {
  readonly id: string;
  /** One line, an imperative with its numbers. */
  readonly title: string;
  readonly change: Change;
  /** What becomes of the embeddings, in sentences; the gap, the dimensions and the line of code follow. */
  readonly effect: string;
  /** The change as the author would type it. */
  readonly code: string;
  /** A change with fewer different items and the same targets, where one is known: it is judged in its place. */
  readonly judged?: Change;
  /** What makes the proposal worth offering; without it, that the changed objective is realizable. */
  readonly check?: (changed: Objective) => Outcome | null;
}

export type RemedyMaker = (ailment: Ailment) => Proposal | null;

/** Asks for the verdicts of a plane, a few nodes at a time: everywhere coarsely first, then where the verdict turns. */
import type { Changes } from '../../src/protocol/panelMessages';
import type { VerdictCell } from '../../src/protocol/requests/verdicts';
import type { Host } from '../host';
import { type Cells, indexOf, type Node, nodesAtTurns, nodesOf, STEPS } from './phaseGrid';
import { changesAt, type DrawnPlane, nodeNear, placeOf } from './phaseState';

export interface PlaneJob {
  readonly id: string;
  readonly drawn: DrawnPlane;
  /** What is tried in the whole plane. */
  readonly base: Changes;
  readonly values: Changes;
  /** Where it goes on. */
  readonly cells: Cells;
  /** No level takes too long for somebody who has asked for it. */
  readonly isPatient: boolean;
  readonly signal: AbortSignal;
}

export interface Filling {
  readonly host: Pick<Host, 'ask'>;
  /** Milliseconds. */
  now(): number;
  /** With what is known, the level that is worked at, and the share of all that is done. */
  onCells(cells: Cells, level: number, progress: number): void;
}

/** Milliseconds after which a question is given up: the server does so after a minute. */
export const PATIENCE = 70_000;
/** What a question should take, so that progress is seen and nothing is computed in vain for long. */
const QUESTION = 250;
const FIRST_QUESTION = 9;
const MOST_IN_QUESTION = 200;
/** What a finer level may take everywhere, and where only the turns of the verdict are followed. */
const EVERYWHERE = 12_000;
const AT_TURNS = 25_000;
/** Levels that are computed everywhere; beyond them the gap is smooth between nodes. */
const WHOLE_LEVELS = 2;
/** Nodes that a picture usually takes: what the progress is told against. */
const USUAL = 900;

/** Answers `coarse` where finer levels would take long. Rejects with the signal's reason, and as the host does. */
export async function fillPlane(job: PlaneJob, filling: Filling): Promise<'done' | 'coarse'> {
  const around = nodeNear(placeOf(job.drawn, job.values));
  let { cells } = job;
  /** Of a node. */
  let milliseconds = 0;
  for (let level = 0; level < STEPS.length; level++) {
    const nodes = wantedNodes(level, cells, around, job.isPatient ? 0 : milliseconds);
    if (nodes === null) return 'coarse';
    for (let done = 0; done < nodes.length; ) {
      const asked = nodes.slice(done, done + questionSize(milliseconds));
      const begin = filling.now();
      const answered = await ask(job, filling, asked);
      job.signal.throwIfAborted();
      const taken = (filling.now() - begin) / asked.length;
      milliseconds = milliseconds === 0 ? taken : 0.7 * milliseconds + 0.3 * taken;
      cells = withCells(cells, asked, answered);
      done += asked.length;
      filling.onCells(cells, level, share(cells, nodes.length - done));
    }
  }
  return 'done';
}

/** Null where the level would take long. */
function wantedNodes(level: number, cells: Cells, around: Node, milliseconds: number): Node[] | null {
  const all = nodesOf(level, cells, around);
  if (level === 0) return all;
  if (level < WHOLE_LEVELS && all.length * milliseconds <= EVERYWHERE) return all;
  const turns = nodesAtTurns(level, cells, around);
  return turns.length * milliseconds <= AT_TURNS ? turns : null;
}

async function ask(
  { id, drawn, base, values, signal }: PlaneJob,
  { host }: Filling,
  nodes: readonly Node[],
): Promise<readonly VerdictCell[]> {
  const asked = { id, changes: base, cells: nodes.map((node) => changesAt(drawn, node, values)) };
  const answer = await host.ask('verdicts', asked, AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]));
  if (answer.cells.length === nodes.length) return answer.cells;
  throw new Error(`of ${nodes.length} points of the plane ${answer.cells.length} were answered`);
}

function withCells(before: Cells, nodes: readonly Node[], answered: readonly VerdictCell[]): Cells {
  const after = before.slice();
  for (const [k, node] of nodes.entries()) after[indexOf(node)] = answered[k];
  return after;
}

function share(cells: Cells, left: number): number {
  const known = cells.reduce((sum, cell) => sum + (cell === null ? 0 : 1), 0);
  return Math.min(0.99, known / Math.max(USUAL, known + left));
}

function questionSize(milliseconds: number): number {
  if (milliseconds === 0) return FIRST_QUESTION;
  return Math.min(MOST_IN_QUESTION, Math.max(1, Math.round(QUESTION / milliseconds)));
}

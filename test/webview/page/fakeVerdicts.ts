/** Verdicts over many values on the page in a plain browser: by the server's own answer, without its threads. */
import { decideOnly } from '../../../src/geometry/decideOnly';
import type { Definition } from '../../../src/objective/definition';
import type { Changes } from '../../../src/protocol/requests/changes';
import type { VerdictsAnswer } from '../../../src/protocol/requests/verdicts';
import type { AskedObjective } from '../../../src/server/askedObjective';
import { decideCells, type Verdicts } from '../../../src/server/verdictCells';

/** Milliseconds after which the page has a turn: it stays alive, as it does where threads decide. */
const TURN = 12;

const inTurns: Verdicts = async (base, cells) => {
  const decided = [];
  let begin = performance.now();
  for (const parameters of cells) {
    const changed = { ...base, parameters: { ...base.parameters, ...parameters } };
    decided.push({ kind: 'decided' as const, decided: decideOnly(changed) });
    if (performance.now() - begin < TURN) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    begin = performance.now();
  }
  return decided;
};

export function decideAllCells(
  definition: Definition,
  changes: Changes,
  cells: readonly Changes[],
): Promise<VerdictsAnswer> {
  // Of what was analysed only the definition is looked at.
  const asked = { objective: { definition } } as AskedObjective;
  return decideCells(inTurns, asked, { changes, cells }, new AbortController().signal);
}

/** Verdicts over many values on the page in a plain browser: by the server's own answer, without its threads. */
import { decideOnly } from '../../../src/geometry/decideOnly';
import type { Definition } from '../../../src/objective/definition';
import type { Changes } from '../../../src/protocol/requests/changes';
import type { VerdictsAnswer } from '../../../src/protocol/requests/verdicts';
import type { AskedObjective } from '../../../src/server/askedObjective';
import { decideCells, type Verdicts } from '../../../src/server/verdictCells';

/** Between cells the page stays alive, as it does where threads decide them. */
const inTurns: Verdicts = async (base, cells) => {
  const decided = [];
  for (const parameters of cells) {
    const changed = { ...base, parameters: { ...base.parameters, ...parameters } };
    decided.push({ kind: 'decided' as const, decided: decideOnly(changed) });
    await new Promise((resolve) => setTimeout(resolve, 0));
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

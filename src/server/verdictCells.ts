/** Verdicts of an objective over many values, for a picture of them: each cell is a definition with changed parameters. */
import { applyChanges } from '../language/changes/applyChanges';
import type { Definition, ParameterName, Parameters } from '../objective/definition';
import type { Changes } from '../protocol/requests/changes';
import type { VerdictCell, VerdictsAnswer, VerdictsAsk } from '../protocol/requests/verdicts';
import type { AskedObjective } from './askedObjective';
import type { CellVerdict } from './workerMessages';

/** One verdict a cell, which has these parameters in place of the definition's. */
export type Verdicts = (
  definition: Definition,
  cells: readonly Partial<Parameters>[],
  signal: AbortSignal,
) => Promise<readonly CellVerdict[]>;

export async function decideCells(
  verdicts: Verdicts,
  { objective }: AskedObjective,
  { changes, cells }: Pick<VerdictsAsk, 'changes' | 'cells'>,
  signal: AbortSignal,
): Promise<VerdictsAnswer> {
  const base = applyChanges(objective.definition, changes).definition;
  const changed = cells.map((cell) => changedCell(base, cell));
  const asked = changed.flatMap((cell) => ('parameters' in cell ? [cell.parameters] : []));
  const decided = asked.length > 0 ? [...(await verdicts(base, asked, signal))] : [];
  const toldOf = (cell: ChangedCell) =>
    'problem' in cell ? withoutVerdict(cell.problem) : told(decided.shift());
  return { cells: changed.map(toldOf) };
}

type ChangedCell = { readonly parameters: Partial<Parameters> } | { readonly problem: string };

/** Only what differs travels to the thread: the labels of a base may be a million. */
function changedCell(base: Definition, cell: Changes): ChangedCell {
  const { definition, problems } = applyChanges(base, cell);
  if (problems.length > 0) return { problem: problems.map(({ message }) => message).join(' ') };
  const names = Object.keys(definition.parameters) as ParameterName[];
  const isGone = Object.keys(base.parameters).some((name) => !(name in definition.parameters));
  if (definition.kind !== base.kind || isGone)
    return { problem: 'A picture over values changes numbers, not which values an objective has.' };
  const differing = names.filter((name) => definition.parameters[name] !== base.parameters[name]);
  return { parameters: Object.fromEntries(differing.map((name) => [name, definition.parameters[name]])) };
}

function told(cell: CellVerdict | undefined): VerdictCell {
  if (cell === undefined) throw new Error('A cell was asked for and not answered.');
  if (cell.kind === 'failed') return withoutVerdict(`The analysis of this cell failed: ${cell.because}.`);
  const { verdict, reason, gap, undecidedBecause } = cell.decided;
  return { verdict, reason, gap, problem: undecidedBecause };
}

const withoutVerdict = (problem: string): VerdictCell => ({
  verdict: null,
  reason: null,
  gap: null,
  problem,
});

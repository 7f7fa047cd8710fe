/** Binds data to an objective: asks which, writes them where they belong as one edit, and says which verdict it has then. */
import { window } from 'vscode';
import type { DataBindingAsk, DataCandidate, DataCandidates } from '../../protocol/dataMessages';
import type { ObjectiveSummary } from '../../protocol/objectives';
import type { AskData, DataReply } from '../dataQuestions';
import type { ObjectiveIndex } from '../objectiveIndex';
import { boundText, noFiles, unreadableText, waitingText } from './bindingTexts';
import { objectiveIdOf } from './objectiveArgument';
import { pickBins, pickColumns, pickFile, pickRows } from './pickData';
import { objectiveAtCursor, pickObjective } from './pickObjective';
import { writeBinding } from './writeBinding';

export interface BindDataNeeds {
  readonly index: ObjectiveIndex;
  readonly ask: AskData;
  showGeometry(objective: ObjectiveSummary): unknown;
}

const SHOW_GEOMETRY = 'Show Geometry';

/** Nothing is written before the last choice is made. */
export async function bindData(needs: BindDataNeeds, argument: unknown): Promise<void> {
  const objective = await chosenObjective(needs.index, argument);
  if (!objective) return;
  const files = await chooseFile(needs.ask, objective);
  if (!files) return;
  const binding = await chooseContent(needs.ask, objective, files);
  if (!binding) return;
  const edit = await answered(needs.ask('binding', binding, 'Objective Lens: preparing the binding'));
  if (!edit) return;
  const analysed = nextVerdict(needs.index, objective);
  const refusal = await writeBinding(edit);
  if (refusal !== null) {
    analysed.stop();
    await window.showWarningMessage(refusal);
    return;
  }
  await tell(needs, files.data, binding, await analysed.verdict);
}

async function chosenObjective(index: ObjectiveIndex, argument: unknown): Promise<ObjectiveSummary | null> {
  const id = objectiveIdOf(argument);
  if (id !== null) {
    const asked = index.find(id);
    if (!asked)
      await window.showWarningMessage(
        'This objective is no longer where the link leads: its file has changed since. Choose it in the Objectives view.',
      );
    return asked;
  }
  if (index.all().length > 0)
    return objectiveAtCursor(index) ?? (await pickObjective(index, 'Objective that data are bound to'));
  await window.showInformationMessage(
    'No objective has been found yet that data could be bound to. Open a Python file with a contrastive loss or an objective file.',
  );
  return null;
}

interface ChosenFile {
  readonly data: DataCandidates;
  readonly file: DataCandidate;
}

async function chooseFile(ask: AskData, { id }: ObjectiveSummary): Promise<ChosenFile | null> {
  let ignored = false;
  for (;;) {
    const data = await answered(ask('candidates', { id, ignored }, 'Objective Lens: looking for data'));
    if (!data) return null;
    if (data.candidates.length === 0 && ignored) {
      await window.showInformationMessage(noFiles(data));
      return null;
    }
    const file = await pickFile(data, !ignored);
    if (file === undefined) return null;
    if (file === 'further') ignored = true;
    else if (file.problem === null) return { data, file };
    else await window.showWarningMessage(`${unreadableText(file)} Choose another file.`, { modal: true });
  }
}

async function chooseContent(
  ask: AskData,
  { id }: ObjectiveSummary,
  { data, file: { path } }: ChosenFile,
): Promise<DataBindingAsk | null> {
  const held = await answered(ask('columns', { id, path }, `Objective Lens: reading ${path}`));
  if (!held) return null;
  const columns = await pickColumns(data, path, held);
  if (!columns) return null;
  const [{ weight }] = columns;
  const bins = await pickBins(data, columns[0]);
  const where = bins === undefined ? undefined : await pickRows(data, held, columns);
  if (bins === undefined || where === undefined) return null;
  const names = columns.flatMap(({ column }) => (column === null ? [] : [column]));
  return { id, path, columns: names, weight, bins, where };
}

/** Null for a question without an answer, of which the user has been told. */
async function answered<T>(asked: Promise<DataReply<T>>): Promise<T | null> {
  const reply = await asked;
  if (reply.kind === 'answer') return reply.answer;
  if (reply.kind === 'refused') await window.showWarningMessage(reply.because);
  return null;
}

/** Milliseconds after which the message no longer waits for the mathematics. */
const PATIENCE = 20_000;
/** Milliseconds in which a verdict that stayed the same may still change: the file may be analysed twice. */
const GRACE = 3000;

/** The objective as the next analysis finds it; null when that takes long. Call it before what causes the analysis. */
function nextVerdict(index: ObjectiveIndex, { id }: ObjectiveSummary) {
  const before = index.find(id);
  let stop: () => void = () => undefined;
  const verdict = new Promise<ObjectiveSummary | null>((resolve) => {
    let timer = setTimeout(() => finish(null), PATIENCE);
    const finish = (found: ObjectiveSummary | null) => {
      clearTimeout(timer);
      listener.dispose();
      resolve(found);
    };
    const listener = index.onChange((uri) => {
      const now = index.find(id);
      if (!now || uri === null || !id.startsWith(`${uri}#`)) return;
      if (now.verdict !== before?.verdict || now.headline !== before.headline) return finish(now);
      clearTimeout(timer);
      timer = setTimeout(() => finish(now), GRACE);
    });
    stop = () => finish(null);
  });
  return { verdict, stop };
}

async function tell(
  { showGeometry }: BindDataNeeds,
  { objective, target }: DataCandidates,
  { where }: DataBindingAsk,
  summary: ObjectiveSummary | null,
): Promise<void> {
  if (!summary) {
    await window.showInformationMessage(waitingText(objective, target));
    return;
  }
  const chosen = await window.showInformationMessage(boundText(summary, target, where), SHOW_GEOMETRY);
  if (chosen === SHOW_GEOMETRY) await showGeometry(summary);
}

/** Sentences that the extension says, apart from VS Code so that they can be tested as text. */
import type { ObjectiveSummary } from '../protocol/objectives';
import type { AnalyzeWorkspaceResult } from '../protocol/serverMessages';

/** What a workspace analysis found, in one message. */
export function workspaceSummary(result: AnalyzeWorkspaceResult): string {
  const { files, analyzed, objectives, inconsistent, findings, cancelled } = result;
  if (cancelled)
    return `Objective Lens: analysis cancelled after ${analyzed} of ${counted(files, 'file')}. ${foundSoFar(objectives, inconsistent)}`;
  if (files === 0)
    return 'Objective Lens: there are no Python files, notebooks, configs or objective files in this workspace to analyze.';
  if (objectives === 0)
    return `Objective Lens: analyzed ${counted(files, 'file')} and found no contrastive objective. It knows objective files (*.objective.yaml) and the losses of common libraries (SupCon, NT-Xent and InfoNCE, CLIP, y-Aware, multiple negatives ranking) in Python, notebooks, configs and training commands. A loss of your own is read once objective-lens.yaml says what it is like.`;
  return `Objective Lens: analyzed ${counted(files, 'file')}: ${counted(objectives, 'objective')}, ${inconsistency(objectives, inconsistent)}, ${counted(findings, 'finding')} in the Problems view.`;
}

/** For the status of a document: "2 objectives, 1 inconsistent". */
export function documentStatus(objectives: readonly ObjectiveSummary[]): string {
  if (objectives.length === 0) return 'No objectives';
  const inconsistent = objectives.filter(({ verdict }) => verdict === 'inconsistent').length;
  const count = counted(objectives.length, 'objective');
  return inconsistent === 0 ? count : `${count}, ${inconsistent} inconsistent`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function foundSoFar(objectives: number, inconsistent: number): string {
  return objectives === 0
    ? 'No objective was found so far.'
    : `So far: ${counted(objectives, 'objective')}, ${inconsistency(objectives, inconsistent)}.`;
}

function inconsistency(objectives: number, inconsistent: number): string {
  if (inconsistent === 0) return objectives === 1 ? 'not inconsistent' : 'none inconsistent';
  return `${inconsistent} inconsistent`;
}

/** What a new objective file begins with. */
export const FIRST_OBJECTIVE = `# What a contrastive loss asks of an embedding, without any code. The line above says the verdict.
objective: supcon
temperature: 0.1
dimension: 128
classes: { healthy: 500, rare A: 50, rare B: 5 }
`;

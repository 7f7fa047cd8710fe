/** Analyses all files again, with a progress that can be cancelled, and says at the end what was found. */
import { commands, ProgressLocation, window } from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  ANALYZE_WORKSPACE_REQUEST,
  type AnalyzeWorkspaceResult,
  decodeAnalyzeWorkspaceResult,
} from '../../protocol/serverMessages';
import { workspaceSummary } from '../texts';
import { OBJECTIVES_VIEW } from '../tree/objectivesTree';

const SHOW_PROBLEMS = 'Show Problems';
const SHOW_OBJECTIVES = 'Show Objectives';

export async function analyzeWorkspace(client: LanguageClient): Promise<void> {
  const result = await runWithProgress(client);
  const actions = [
    ...(result.findings > 0 ? [SHOW_PROBLEMS] : []),
    ...(result.objectives > 0 ? [SHOW_OBJECTIVES] : []),
  ];
  const chosen = await window.showInformationMessage(workspaceSummary(result), ...actions);
  if (chosen === SHOW_PROBLEMS) await commands.executeCommand('workbench.actions.view.problems');
  if (chosen === SHOW_OBJECTIVES) await commands.executeCommand(`${OBJECTIVES_VIEW}.focus`);
}

function runWithProgress(client: LanguageClient): Thenable<AnalyzeWorkspaceResult> {
  const options = {
    location: ProgressLocation.Notification,
    title: 'Objective Lens: analyzing the workspace',
    cancellable: true,
  };
  return window.withProgress(options, async (progress, token) => {
    const workDoneToken = `objectiveLens.analyzeWorkspace.${nextRun++}`;
    let shown = 0;
    const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind !== 'report') return;
      const percentage = value.percentage ?? shown;
      progress.report({
        increment: percentage - shown,
        ...(value.message ? { message: value.message } : {}),
      });
      shown = percentage;
    });
    try {
      const answer = await client.sendRequest<unknown>(ANALYZE_WORKSPACE_REQUEST, { workDoneToken }, token);
      const decoded = decodeAnalyzeWorkspaceResult(answer);
      if (decoded.kind === 'malformed')
        throw new Error(`The language server's answer cannot be read (${decoded.because}).`);
      return decoded.message;
    } finally {
      listener.dispose();
    }
  });
}

let nextRun = 1;

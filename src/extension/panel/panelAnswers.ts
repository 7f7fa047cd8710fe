/** What the extension does for the panel: edits, files and the clipboard by itself, the mathematics through the server. */
import { env } from 'vscode';
import type { ApplyAsk, SourceEdits } from '../../protocol/requests/apply';
import type { ObjectiveIndex } from '../objectiveIndex';
import type { AskServer } from '../serverQuestions';
import { chooseFile } from './chooseFile';
import type { PanelAnswers } from './panelQuestions';
import { saveFiles } from './saveFiles';
import { applySourceEdits, openSource } from './sourceEdits';

export function panelAnswers(index: ObjectiveIndex, askServer: AskServer): PanelAnswers {
  return {
    'what-if': (ask, signal) => askServer('what-if', ask, signal),
    verdicts: (ask, signal) => askServer('verdicts', ask, signal),
    objective: (ask, signal) => askServer('objective', ask, signal),
    objectives: async () => ({ objectives: index.all() }),
    apply: async (ask, signal) => {
      const objective = index.find(ask.id);
      if (!objective) return { refusedBecause: 'This objective is no longer in its file.' };
      // The server edits the text that an editor has, which may differ from the file's.
      await openSource(objective.uri);
      return apply(askServer, ask, signal);
    },
    design: (ask, signal) => askServer('design', ask, signal),
    'read-target': (ask, signal) => askServer('read-target', ask, signal),
    'choose-file': chooseFile,
    save: saveFiles,
    async copy({ text }) {
      await env.clipboard.writeText(text);
      return {};
    },
  };
}

async function apply(askServer: AskServer, ask: ApplyAsk, signal: AbortSignal) {
  const edits: SourceEdits = await askServer('source-edits', ask, signal);
  if (edits.refusedBecause !== null) return { refusedBecause: edits.refusedBecause };
  return { refusedBecause: await applySourceEdits(edits) };
}

/** What the extension does for the panel: edits, files and the clipboard by itself, the mathematics through the server. */
import { env, Uri, window, workspace } from 'vscode';
import type { ApplyAsk, SourceEdits } from '../../protocol/requests/apply';
import type { SaveAsk } from '../../protocol/requests/takeAway';
import type { ObjectiveIndex } from '../objectiveIndex';
import type { AskServer } from '../serverQuestions';
import { type PanelAnswers, Refusal } from './panelQuestions';
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
    save: (ask) => save(ask),
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

async function save({ name, content }: SaveAsk): Promise<{ savedAs: string | null }> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog(
    folder ? { defaultUri: Uri.joinPath(folder, fileNameOf(name)) } : {},
  );
  if (!target) return { savedAs: null };
  const bytes = 'text' in content ? Buffer.from(content.text) : Buffer.from(content.base64, 'base64');
  try {
    await workspace.fs.writeFile(target, bytes);
  } catch (error) {
    throw new Refusal(
      `${workspace.asRelativePath(target)} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return { savedAs: workspace.asRelativePath(target) };
}

/** Names of objectives come from anywhere; in a file's name only what every system takes remains. */
const fileNameOf = (name: string) =>
  name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+/, '') || 'objective';

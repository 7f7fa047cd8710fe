/** Answers the panel's questions about objectives that have been analysed. */
import type { Connection } from 'vscode-languageserver';
import {
  decodeServerQuestion,
  SERVER_QUESTION_REQUEST,
  SERVER_QUESTIONS,
  type ServerAnswer,
  type ServerAsk,
  type ServerQuestionName,
} from '../protocol/serverQuestions';
import type { AnalysisQueue } from './analysisQueue';
import type { AskedObjective } from './askedObjective';
import { designWished, readWished } from './designAnswer';
import type { ServerHost } from './host';
import { findObjective, objectiveView, uriOfObjective } from './objectiveViews';
import type { OpenDocuments } from './openDocuments';
import { takeQuestions } from './questions';
import { Refusal } from './refusal';
import { editSource } from './sourceEdits';
import { decideCells } from './verdictCells';
import { tryValues } from './whatIf';

export interface QuestionNeeds {
  readonly host: ServerHost;
  readonly open: OpenDocuments;
  readonly queue: AnalysisQueue;
}

type Answers = {
  readonly [N in ServerQuestionName]: (ask: ServerAsk<N>, signal: AbortSignal) => Promise<ServerAnswer<N>>;
};

export function answerQuestions(connection: Connection, needs: QuestionNeeds): void {
  const answers = createAnswers(needs);
  takeQuestions<ServerQuestionName>(connection, {
    request: SERVER_QUESTION_REQUEST,
    decode: decodeServerQuestion,
    kinds: SERVER_QUESTIONS,
    // The table gives a question of this name its type.
    answer: (name, ask, signal) => answers[name](ask as never, signal),
  });
}

function createAnswers({ host, open, queue }: QuestionNeeds): Answers {
  const find = (id: string): AskedObjective => {
    const document = queue.last(uriOfObjective(id));
    const objective = document && findObjective(document, id);
    if (!document || !objective)
      throw new Refusal('This objective is not known any more; its file has changed or was closed.');
    return { id, document, objective };
  };
  return {
    objective: async ({ id }) => {
      const document = queue.last(uriOfObjective(id));
      return { view: document && objectiveView(document, id) };
    },
    'what-if': ({ id, changes, isPassing }, signal) =>
      tryValues(isPassing ? host.quick : host.foreground, find(id), changes, signal),
    verdicts: ({ id, changes, cells }, signal) =>
      decideCells(host.verdicts, find(id), { changes, cells }, signal),
    design: (ask, signal) => designWished(host.foreground, ask, signal),
    'read-target': async (ask) => readWished(ask),
    'source-edits': async ({ id, changes }) => {
      // Edits are of the text as it stands now, in the middle of typing too.
      await queue.ensure(uriOfObjective(id));
      return editSource(await host.language, open, find(id), changes);
    },
  };
}

/** Answers the panel's questions about objectives that have been analysed: each decoded, and refused in words. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { decode } from '../protocol/decode';
import {
  decodeServerQuestion,
  SERVER_QUESTION_REQUEST,
  SERVER_QUESTIONS,
  type ServerAnswer,
  type ServerAsk,
  type ServerQuestionName,
  type ServerReply,
} from '../protocol/serverQuestions';
import type { AnalysisQueue } from './analysisQueue';
import type { AskedObjective } from './askedObjective';
import { designWished, readWished } from './designAnswer';
import type { ServerHost } from './host';
import { findObjective, objectiveView, uriOfObjective } from './objectiveViews';
import type { OpenDocuments } from './openDocuments';
import { editSource } from './sourceEdits';
import { decideCells } from './verdictCells';
import { tryValues } from './whatIf';

export interface QuestionNeeds {
  readonly host: ServerHost;
  readonly open: OpenDocuments;
  readonly queue: AnalysisQueue;
}

/** Why a question has no answer, in words for its user: no failure of ours. */
class Refusal extends Error {}

type Answers = {
  readonly [N in ServerQuestionName]: (ask: ServerAsk<N>, signal: AbortSignal) => Promise<ServerAnswer<N>>;
};

/** What fails otherwise is an error of the request, which the client tells and logs. */
export function answerQuestions(connection: Connection, needs: QuestionNeeds): void {
  const answers = createAnswers(needs);
  connection.onRequest(
    SERVER_QUESTION_REQUEST,
    async (params: unknown, token: CancellationToken): Promise<ServerReply> => {
      const question = decodeServerQuestion(params);
      if (question.kind === 'malformed') return unreadable(question.because);
      const controller = new AbortController();
      const listener = token.onCancellationRequested(() => controller.abort());
      try {
        return await reply(answers, question.message.name, question.message.ask, controller.signal);
      } catch (error) {
        if (error instanceof Refusal) return { refusedBecause: error.message };
        throw error;
      } finally {
        listener.dispose();
      }
    },
  );
}

async function reply<N extends ServerQuestionName>(
  answers: Answers,
  name: N,
  ask: unknown,
  signal: AbortSignal,
): Promise<ServerReply> {
  const decoded = decode<unknown>(SERVER_QUESTIONS[name].ask, ask);
  if (decoded.kind === 'malformed') return unreadable(decoded.because);
  // The table gives a question of this name its type.
  return { answer: await answers[name](decoded.message as ServerAsk<N>, signal) };
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

const unreadable = (because: string): ServerReply => ({
  refusedBecause: `The language server cannot read the question (${because}).`,
});

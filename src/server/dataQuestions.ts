/** Takes the questions behind "Bind Data…" from the connection: each decoded, cancelled with its request, refused in words. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import {
  DATA_QUESTION_REQUEST,
  DATA_QUESTIONS,
  type DataAnswer,
  type DataAsk,
  type DataQuestionName,
  decodeDataQuestion,
} from '../protocol/dataMessages';
import { decode } from '../protocol/decode';
import type { ServerReply } from '../protocol/serverQuestions';

/** Why a question has no answer, in words for its user: no failure of ours. */
export class DataRefusal extends Error {}

export type DataAnswers = {
  readonly [N in DataQuestionName]: (ask: DataAsk<N>, signal: AbortSignal) => Promise<DataAnswer<N>>;
};

/** What fails otherwise is an error of the request, which the client tells and logs. */
export function answerDataQuestions(connection: Connection, answers: DataAnswers): void {
  connection.onRequest(
    DATA_QUESTION_REQUEST,
    async (params: unknown, token: CancellationToken): Promise<ServerReply> => {
      const question = decodeDataQuestion(params);
      if (question.kind === 'malformed') return unreadable(question.because);
      const controller = new AbortController();
      const listener = token.onCancellationRequested(() => controller.abort());
      try {
        return await reply(answers, question.message.name, question.message.ask, controller.signal);
      } catch (error) {
        if (controller.signal.aborted) return { refusedBecause: 'It was cancelled.' };
        if (error instanceof DataRefusal) return { refusedBecause: error.message };
        throw error;
      } finally {
        listener.dispose();
      }
    },
  );
}

async function reply<N extends DataQuestionName>(
  answers: DataAnswers,
  name: N,
  ask: unknown,
  signal: AbortSignal,
): Promise<ServerReply> {
  const decoded = decode<unknown>(DATA_QUESTIONS[name].ask, ask);
  if (decoded.kind === 'malformed') return unreadable(decoded.because);
  // The table gives a question of this name its type.
  return { answer: await answers[name](decoded.message as DataAsk<N>, signal) };
}

const unreadable = (because: string): ServerReply => ({
  refusedBecause: `The language server cannot read the question (${because}).`,
});

/** Asks the server what only it can answer, and takes a question back when its asker has lost interest. */
import { CancellationTokenSource } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { decode } from '../protocol/decode';
import {
  decodeServerReply,
  SERVER_QUESTION_REQUEST,
  SERVER_QUESTIONS,
  type ServerAnswer,
  type ServerAsk,
  type ServerQuestionName,
} from '../protocol/serverQuestions';
import { Refusal } from './panel/panelQuestions';
import { isServerGone, SERVER_GONE } from './serverGone';

export type AskServer = <N extends ServerQuestionName>(
  name: N,
  ask: ServerAsk<N>,
  signal: AbortSignal,
) => Promise<ServerAnswer<N>>;

/** Rejects with a `Refusal` where the server says in words why there is no answer. */
export function serverQuestions(client: LanguageClient): AskServer {
  return async <N extends ServerQuestionName>(name: N, ask: ServerAsk<N>, signal: AbortSignal) => {
    const source = new CancellationTokenSource();
    const cancel = () => source.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      const reply = decodeServerReply(
        await client.sendRequest<unknown>(SERVER_QUESTION_REQUEST, { name, ask }, source.token),
      );
      if (reply.kind === 'malformed') throw unreadable(reply.because);
      if ('refusedBecause' in reply.message) throw new Refusal(reply.message.refusedBecause);
      const answer = decode<unknown>(SERVER_QUESTIONS[name].answer, reply.message.answer);
      if (answer.kind === 'malformed') throw unreadable(answer.because);
      // The table gives an answer of this name its type.
      return answer.message as ServerAnswer<N>;
    } catch (error) {
      throw isServerGone(error) ? new Refusal(SERVER_GONE) : error;
    } finally {
      signal.removeEventListener('abort', cancel);
      source.dispose();
    }
  };
}

const unreadable = (because: string) =>
  new Error(`The language server's answer cannot be read (${because}).`);

/** Asks the server about data to bind, and shows progress for as long as it reads; a cancelled question has no answer. */
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  DATA_QUESTION_REQUEST,
  DATA_QUESTIONS,
  type DataAnswer,
  type DataAsk,
  type DataQuestionName,
} from '../protocol/dataMessages';
import { decode } from '../protocol/decode';
import { decodeServerReply } from '../protocol/serverQuestions';
import { isServerGone, SERVER_GONE } from './serverGone';
import { withProgressWhenSlow } from './slowProgress';

export type DataReply<T> =
  | { readonly kind: 'answer'; readonly answer: T }
  /** In whole sentences. */
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'cancelled' };

/** `title` says what is waited for. */
export type AskData = <N extends DataQuestionName>(
  name: N,
  ask: DataAsk<N>,
  title: string,
) => Promise<DataReply<DataAnswer<N>>>;

export function dataQuestions(client: LanguageClient): AskData {
  return async <N extends DataQuestionName>(name: N, ask: DataAsk<N>, title: string) =>
    withProgressWhenSlow(title, async (token): Promise<DataReply<DataAnswer<N>>> => {
      const received = await client
        .sendRequest<unknown>(DATA_QUESTION_REQUEST, { name, ask }, token)
        .catch((error: unknown) => {
          if (token.isCancellationRequested) return null;
          if (isServerGone(error)) return { refusedBecause: SERVER_GONE };
          throw error;
        });
      if (token.isCancellationRequested) return { kind: 'cancelled' };
      const reply = decodeServerReply(received);
      if (reply.kind === 'malformed') throw unreadable(reply.because);
      if ('refusedBecause' in reply.message)
        return { kind: 'refused', because: reply.message.refusedBecause };
      const answer = decode<unknown>(DATA_QUESTIONS[name].answer, reply.message.answer);
      if (answer.kind === 'malformed') throw unreadable(answer.because);
      // The table gives an answer of this name its type.
      return { kind: 'answer', answer: answer.message as DataAnswer<N> };
    });
}

const unreadable = (because: string) =>
  new Error(`The language server's answer cannot be read (${because}).`);

/** Takes a table of questions from the connection: each decoded, cancelled with its request, and refused in words. */
import type { GenericSchema } from 'valibot';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { type Decoded, decode } from '../protocol/decode';
import type { ServerReply } from '../protocol/serverQuestions';
import { Refusal } from './refusal';

export interface QuestionTable<N extends string> {
  /** The name of the request. */
  readonly request: string;
  decode(params: unknown): Decoded<{ readonly name: N; readonly ask: unknown }>;
  readonly kinds: Readonly<Record<N, { readonly ask: GenericSchema }>>;
  /** `ask` has been decoded by the question's kind. */
  answer(name: N, ask: unknown, signal: AbortSignal): Promise<unknown>;
}

/** What fails otherwise is an error of the request, which the client tells and logs. */
export function takeQuestions<N extends string>(connection: Connection, table: QuestionTable<N>): void {
  connection.onRequest(
    table.request,
    async (params: unknown, token: CancellationToken): Promise<ServerReply> => {
      const question = table.decode(params);
      if (question.kind === 'malformed') return unreadable(question.because);
      const { name } = question.message;
      const ask = decode<unknown>(table.kinds[name].ask, question.message.ask);
      if (ask.kind === 'malformed') return unreadable(ask.because);
      const controller = new AbortController();
      const listener = token.onCancellationRequested(() => controller.abort());
      try {
        return { answer: await table.answer(name, ask.message, controller.signal) };
      } catch (error) {
        if (controller.signal.aborted) return { refusedBecause: 'It was cancelled.' };
        if (error instanceof Refusal) return { refusedBecause: error.message };
        throw error;
      } finally {
        listener.dispose();
      }
    },
  );
}

const unreadable = (because: string): ServerReply => ({
  refusedBecause: `The language server cannot read the question (${because}).`,
});

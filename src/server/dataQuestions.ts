/** The questions behind "Bind Data…", as the connection brings them. */
import type { Connection } from 'vscode-languageserver';
import {
  DATA_QUESTION_REQUEST,
  DATA_QUESTIONS,
  type DataAnswer,
  type DataAsk,
  type DataQuestionName,
  decodeDataQuestion,
} from '../protocol/dataMessages';
import { takeQuestions } from './questions';

export type DataAnswers = {
  readonly [N in DataQuestionName]: (ask: DataAsk<N>, signal: AbortSignal) => Promise<DataAnswer<N>>;
};

export function answerDataQuestions(connection: Connection, answers: DataAnswers): void {
  takeQuestions<DataQuestionName>(connection, {
    request: DATA_QUESTION_REQUEST,
    decode: decodeDataQuestion,
    kinds: DATA_QUESTIONS,
    // The table gives a question of this name its type.
    answer: (name, ask, signal) => answers[name](ask as never, signal),
  });
}

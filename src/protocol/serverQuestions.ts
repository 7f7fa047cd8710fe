/** The questions of the panel that only the server can answer, with the decoders of both sides. */
import * as v from 'valibot';
import { type Decoded, decode } from './decode';
import { sourceEdits } from './requests/apply';
import { design, readTarget } from './requests/design';
import { objectiveOf } from './requests/objectives';
import { verdicts } from './requests/verdicts';
import { whatIf } from './requests/whatIf';

/** Client to server: one question, `{ name, ask }`; the answer is `{ answer }` or `{ refusedBecause }`. */
export const SERVER_QUESTION_REQUEST = 'objectiveLens/question';

export const SERVER_QUESTIONS = {
  'what-if': whatIf,
  verdicts,
  objective: objectiveOf,
  'source-edits': sourceEdits,
  design,
  'read-target': readTarget,
} as const;

export type ServerQuestionName = keyof typeof SERVER_QUESTIONS;
type Question<N extends ServerQuestionName> = (typeof SERVER_QUESTIONS)[N];
export type ServerAsk<N extends ServerQuestionName> = v.InferOutput<Question<N>['ask']>;
export type ServerAnswer<N extends ServerQuestionName> = v.InferOutput<Question<N>['answer']>;

export interface ServerQuestion {
  readonly name: ServerQuestionName;
  readonly ask: unknown;
}

export type ServerReply = { readonly answer: unknown } | { readonly refusedBecause: string };

const serverQuestion: v.GenericSchema<unknown, ServerQuestion> = v.object({
  name: v.picklist(Object.keys(SERVER_QUESTIONS) as [ServerQuestionName, ...ServerQuestionName[]]),
  ask: v.unknown(),
});
const serverReply: v.GenericSchema<unknown, ServerReply> = v.union([
  v.object({ refusedBecause: v.string() }),
  v.object({ answer: v.unknown() }),
]);

export const decodeServerQuestion = (value: unknown): Decoded<ServerQuestion> =>
  decode(serverQuestion, value);
export const decodeServerReply = (value: unknown): Decoded<ServerReply> => decode(serverReply, value);

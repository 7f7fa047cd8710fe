/** Why a question has no answer, in words for its user: no failure of ours. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

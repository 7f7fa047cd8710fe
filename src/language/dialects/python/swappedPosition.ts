/** Variables that are given by position to another argument than the one whose name they have: Python does not mind. */
import type { CallNode } from '../../parsers/python/file';
import type { ValueNode } from '../../values';
import type { FindingList } from '../findingList';
import type { LossSignature } from './lossSignature';
import { wordsFor } from './program/words';

/** `NTXentLoss(temperature, gather_distributed)`, where the second argument is `taken`: the size of a memory bank. */
export function reportSwapped(
  value: ValueNode,
  taken: string,
  call: CallNode,
  { owner, name, parameters }: LossSignature,
  findings: FindingList,
): void {
  const given = value.kind === 'name' ? (value.path.at(-1) ?? taken) : taken;
  if (given === taken || !parameters.some((parameter) => parameter.name === given)) return;
  const words = wordsFor(value);
  const message =
    `\`${words}\` lands in \`${taken}\`: that is what ${owner}'s ${name} takes in this place. Python does not ` +
    `complain; the loss runs with this value as its \`${taken}\`, its own \`${given}\` never gets it, and the ` +
    `embeddings are trained with another objective than is written. Give it by name.`;
  // A name may only stand behind what is given by position.
  const isLast = call.arguments.at(-1)?.value === value;
  findings.unknownName(value.span, message, words, isLast ? `${given}=${words}` : null);
}

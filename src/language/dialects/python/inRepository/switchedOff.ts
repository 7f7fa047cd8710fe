/** Losses of several terms, whose contrast is switched on by an argument: `ClassifierLoss(use_contrastive_loss=False)`. */
import type { CallNode, PythonFunction } from '../../../parsers/python/file';
import type { Located } from '../program/meaning';
import type { Program } from '../program/program';

const SWITCH =
  /^(?:use|with|add|enable|do)_(?:\w+_)?(?:contrast\w*|cl|nce|infonce|supcon|simclr)(?:_loss|_term)?$/;

/** Whether the call, or the default that it leaves in place, switches the contrast off. */
export function isSwitchedOff(initializer: PythonFunction, call: Located, program: Program): boolean {
  const given = (call.node as CallNode).arguments;
  if (given.some(({ unpacks }) => unpacks !== 'none')) return false;
  return initializer.signature().parameters.some(({ name, otherwise }, i) => {
    if (!SWITCH.test(name)) return false;
    const positional = given.filter((argument) => argument.name === null)[i - 1];
    const argument = given.find((one) => one.name === name) ?? positional;
    if (!argument) return otherwise?.kind === 'boolean' && !otherwise.value;
    const resolved = program.resolve({ ...call, node: argument.value });
    const isLiteral = resolved.kind === 'known' && /^(?:literal|constant)$/.test(resolved.origin);
    return isLiteral && resolved.value.kind === 'boolean' && !resolved.value.value;
  });
}

/** Classes that are handed over by name and built elsewhere: `TrainingArguments(loss=SupConLoss)`. */
import type { PythonCall, PythonFile } from '../../parsers/python/file';
import { mayBeLoss } from './candidates';

/** Read as calls that show no argument. */
export function passedCalls(
  { passedNames }: PythonFile,
  isLoss: (name: string) => boolean = mayBeLoss,
): readonly PythonCall[] {
  return passedNames
    .filter(({ path }) => isLoss(path[path.length - 1]))
    .map(({ path, span, scope }) => ({
      scope,
      span,
      whole: true,
      target: () => null,
      call: () => ({ kind: 'call', callee: path, arguments: [], span, calleeSpan: span }),
    }));
}

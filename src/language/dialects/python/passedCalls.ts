/** Classes that are handed over by name and built elsewhere: `TrainingArguments(loss=SupConLoss)`, `partial(SupConLoss, …)`. */
import type { PythonCall, PythonFile } from '../../parsers/python/file';
import { mayBeLoss } from './candidates';

/** A bare name is read as a call that shows no argument, a partial call as the call that it prepares. */
export function passedCalls(
  file: PythonFile,
  isLoss: (name: string) => boolean = mayBeLoss,
): readonly PythonCall[] {
  return [
    ...bareNames(file, isLoss),
    ...file.callsNamed('partial').flatMap((site) => prepared(site, isLoss)),
  ];
}

function prepared(site: PythonCall, isLoss: (name: string) => boolean): PythonCall[] {
  const call = site.call();
  const [first, ...others] = call.arguments;
  if (first?.value.kind !== 'name' || !isLoss(first.value.path[first.value.path.length - 1])) return [];
  const { path, span } = first.value;
  const built = { kind: 'call', callee: path, calleeSpan: span, arguments: others, span: call.span } as const;
  // The name that it is given is called to build the loss, not to compute it.
  return [{ ...site, target: () => null, call: () => built }];
}

function bareNames({ passedNames }: PythonFile, isLoss: (name: string) => boolean): readonly PythonCall[] {
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

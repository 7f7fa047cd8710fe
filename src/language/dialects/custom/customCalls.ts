/** The calls of a Python text that the author has described: by a comment above them, or by describing what they call. */
import type { Finding } from '../../finding';
import type { PythonCall, PythonFile } from '../../parsers/python/file';
import { mayBeLoss } from '../python/candidates';
import { type CommentedLoss, callComments, commentedLosses, commentedNames } from './commentedLosses';
import type { CustomLoss, LossDescription } from './customLoss';

/** Whether a text may hold a loss that its author has described. */
export function mayHoldCustomLoss(text: string, dialects: readonly CustomLoss[]): boolean {
  return (
    text.includes('objective-lens:') || dialects.some(({ path }) => text.includes(path[path.length - 1]))
  );
}

/** Names of classes and functions that are described: calls of them are looked up, whatever they are called. */
export function customNames(text: string, dialects: readonly CustomLoss[]): ReadonlySet<string> {
  return new Set([...dialects.map(({ path }) => path[path.length - 1]), ...commentedNames(text)]);
}

interface DescribedCall {
  readonly site: PythonCall;
  readonly description: LossDescription;
}

export interface DescribedCalls {
  readonly calls: readonly DescribedCall[];
  readonly findings: readonly Finding[];
}

/** Calls that have a comment of their own, and what is wrong with any such comment of the text. */
export function describedCalls(file: PythonFile): DescribedCalls {
  const { losses, findings } = commentedLosses(file.text);
  const calls: DescribedCall[] = [];
  const missed: Finding[] = [];
  for (const comment of callComments(file.text, losses)) {
    const site = callOn(comment, file);
    if (site) calls.push({ site, description: comment.description });
    else missed.push(withoutCall(comment));
  }
  return { calls, findings: [...findings, ...missed] };
}

/** Of several calls on a line the one that is called like a loss, else the first; of `A().to(x)` the inner one. */
function callOn({ line }: CommentedLoss, file: PythonFile): PythonCall | null {
  const onLine = [...file.calledNames.flatMap((name) => file.callsNamed(name)), ...file.indexedCalls]
    .filter(({ span }) => line.start <= span.start && span.start <= line.end)
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const likely = onLine.find((site) => mayBeLoss(site.call().callee.at(-1) ?? ''));
  return likely ?? onLine[0] ?? null;
}

function withoutCall({ span }: CommentedLoss): Finding {
  const message =
    'This comment describes nothing: on its line, or on the line below it, no class or function is defined and nothing is called. Put it directly above the class or the call.';
  return { rule: 'unknown-argument', severity: 'information', message, span };
}

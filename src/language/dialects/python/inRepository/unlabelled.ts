/** Finds out whether a loss that can do without labels is ever called with them. */
import type { Span } from '../../../../objective/definition';
import type { CallNode, PythonCall } from '../../../parsers/python/file';
import { isSkipped } from '../activity/skipped';
import type { LossClass } from '../lossClass';
import type { Program } from '../program/program';

/** The first call, when no call of the object gives labels; null when one does, or none is seen. */
export function calledWithoutLabels(
  site: PythonCall,
  labels: NonNullable<LossClass['labels']>,
  program: Program,
): Span | null {
  const atOnce = site.applied?.() ?? null;
  if (atOnce) return hasLabels(atOnce, labels) ? null : site.call().calleeSpan;
  const target = site.target();
  if (target === null) return null;
  const calls = program.modules.entry.file
    .callsNamed(target)
    .filter((call) => !isSkipped(call, program))
    .map((call) => call.call());
  const [first] = calls;
  return first && !calls.some((call) => hasLabels(call, labels)) ? first.calleeSpan : null;
}

/** A mask says as much as labels do. */
function hasLabels(call: CallNode, { position, name }: NonNullable<LossClass['labels']>): boolean {
  let count = 0;
  for (const argument of call.arguments) {
    if (argument.unpacks !== 'none' || argument.name === name || argument.name === 'mask') return true;
    if (argument.name === null) count++;
  }
  return count > position;
}

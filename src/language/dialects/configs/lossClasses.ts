/** What a class of a known name is when nothing tells where it comes from. */
import { scriptLoss } from '../python/dialects';
import { lossNamed } from '../python/inRepository/unreadLoss';
import type { LossClass } from '../python/lossClass';

/** The published class of this name where the arguments fit it, else what its name says. */
export function classNamed(name: string, keywords: readonly string[]): LossClass | null {
  const script = scriptLoss(name);
  const fits = keywords.every((keyword) => script?.parameters.some((known) => known.name === keyword));
  return script && fits ? script : lossNamed(name, keywords);
}

/** Whether a loss trains nothing as the text stands; null where only running the program would tell. */
import type { Definition, Span } from '../../../../objective/definition';
import type { Remark } from '../../../../objective/remarks';
import type { PythonCall, PythonFile } from '../../../parsers/python/file';
import { deadBranch } from './deadBranch';
import { neverUsed } from './neverUsed';
import { zeroWeight } from './zeroWeight';

/** The definition of the loss that a call builds, with a remark when it trains nothing. */
export function withActivity(definition: Definition, site: PythonCall, file: PythonFile): Definition {
  const inactive = inactiveRemark(definition.headSpan, site, file);
  return inactive ? { ...definition, remarks: [...(definition.remarks ?? []), inactive] } : definition;
}

function inactiveRemark(span: Span, site: PythonCall, file: PythonFile): Remark | null {
  const dead = deadBranch(site, file);
  if (dead) return { kind: 'inactive', why: 'dead-branch', span, words: dead };
  const weight = zeroWeight(site, file);
  if (weight) return { kind: 'inactive', why: 'zero-weight', span, words: weight };
  const unused = neverUsed(site, file);
  return unused ? { kind: 'inactive', why: 'never-used', span, words: unused } : null;
}

/** Which pairs a loss only pushes apart: that decides how its minimum is searched for. */
import type { Objective } from '../../objective/objective';

export function hasZeroWeight({ logRatio }: Objective): boolean {
  return logRatio.some((row) => row.some((t) => t === -Infinity));
}

/** Classes and samples with zero weights all around pull their own views to one point, tied or not. */
export function hasOnlyOwnPositives({ logRatio }: Objective): boolean {
  return logRatio.every((row) => row.every((t) => t === -Infinity));
}

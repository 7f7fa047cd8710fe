/** A loss that a config weights by 0: `loss_weight: 0.0` trains nothing, whatever else it says. */
import type { Remark } from '../../../objective/remarks';
import type { MapEntry } from '../../values';

const WEIGHT = /^(?:loss_)?(?:weight|coef|coeff|coefficient|lambda|lamda|lambd)(?:_loss)?$/;

export function zeroWeightRemarks(given: readonly MapEntry[]): readonly Remark[] {
  const zero = given.find(
    ({ key, value }) => WEIGHT.test(key) && value.kind === 'number' && value.value === 0,
  );
  if (!zero) return [];
  const span = { start: zero.keySpan.start, end: zero.value.span.end };
  return [{ kind: 'inactive', why: 'zero-weight', span, words: zero.key }];
}

/**
 * A loss whose class is the only key of a map: PaddlePaddle's lists, `Train: [{ SupConLoss: {…} }]`, and
 * `loss: { SupConLoss: { temperature: 0.1 } }`.
 */
import type { ConfigDialect } from './configDialect';
import { isLoss, isTrainers } from './lossKeys';
import { lossOfWord } from './lossWords';

/** PaddlePaddle's `Loss:`, `UnLabelLoss:` and the like, above the list. */
const LIST_KEY = /loss$/i;

export const KEYED_LOSS: ConfigDialect = {
  read(map) {
    const [entry] = map.entries;
    const isListed = map.isListItem && map.keys.some((key) => LIST_KEY.test(key));
    if (map.entries.length !== 1 || !(isListed || isLoss(map))) return null;
    const { key, keySpan, value } = entry;
    if (value.kind !== 'map' && value.kind !== 'null') return null;
    const inside = value.kind === 'map' ? value.entries : [];
    const given = inside.filter((argument) => !isTrainers(argument));
    const loss = /Loss$/.test(key) ? lossOfWord(key, given) : null;
    return (
      loss && { loss, name: key, headSpan: keySpan, span: map.span, given, beside: inside.filter(isTrainers) }
    );
  },
};

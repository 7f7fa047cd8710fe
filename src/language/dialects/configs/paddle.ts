/** PaddlePaddle: a loss is a list of maps with one key each, which is its class: `Train: [{ SupConLoss: {…} }]`. */
import type { ConfigDialect } from './configDialect';
import { lossOfWord } from './lossWords';

/** Under `Loss:`, `UnLabelLoss:` and the like. */
const LOSS_KEY = /loss$/i;

export const PADDLE: ConfigDialect = {
  read({ entries, keys, isListItem, span }) {
    const [entry] = entries;
    if (!isListItem || entries.length !== 1 || !keys.some((key) => LOSS_KEY.test(key))) return null;
    const { key, keySpan, value } = entry;
    if (value.kind !== 'map' && value.kind !== 'null') return null;
    // The trainer multiplies the loss by its weight.
    const given = value.kind === 'map' ? value.entries.filter((argument) => argument.key !== 'weight') : [];
    const loss = /Loss$/.test(key) ? lossOfWord(key, given) : null;
    return loss && { loss, name: key, headSpan: keySpan, span, given };
  },
};

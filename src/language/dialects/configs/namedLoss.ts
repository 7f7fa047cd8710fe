/**
 * Losses that a config names for a registry: `criterion: { name: SupCon, params: { temperature: 0.1 } }`, and
 * OpenMMLab's `loss: { type: SupConLoss, temperature: 0.1 }`. Only a loss's own key makes such a name a loss: a model
 * called simclr, an experiment called supcon, or a temperature of a language model are none.
 */
import type { MapEntry } from '../../values';
import type { ConfigDialect, ConfigLoss } from './configDialect';
import { type ConfigMap, nodeAt, type TextNode, textAt } from './configMap';
import { isLoss, isTrainers } from './lossKeys';
import { lossOfWord } from './lossWords';
import { contrastiveHead } from './openMmLab';
import { mayBeKey } from './registryKeys';

/** Keys that name it. */
const NAME_KEYS = ['name', 'type', '_name_', 'loss_name', 'loss_type', 'class_name', 'NAME', 'TYPE'];
/** Keys that hold its arguments; where there is none, they stand beside the name. */
const ARGUMENT_KEYS = [
  'params',
  'args',
  'kwargs',
  'parameters',
  'arguments',
  'options',
  'PARAMS',
  'ARGS',
  'KWARGS',
];
export const NAMED_LOSS: ConfigDialect = {
  read(map) {
    const naming = NAME_KEYS.map((key) => textAt(map, key)).find((name) => name !== null);
    if (!naming) return null;
    const given = argumentsOf(map);
    const head = contrastiveHead(naming.value);
    if (head && isHead(map)) return found(map, naming, head, given);
    if (!isLoss(map)) return null;
    const key = mayBeKey(naming.value) ? { key: naming.value } : {};
    const loss = lossOfWord(naming.value, given) ?? ('key' in key ? [] : null);
    return loss && { ...found(map, naming, loss, given), ...key };
  },
};

function found(map: ConfigMap, naming: TextNode, loss: ConfigLoss['loss'], given: readonly MapEntry[]) {
  const name = map.keys.at(-1) ?? naming.value;
  const beside = map.entries.filter(isTrainers);
  return { loss, name, headSpan: naming.span, span: map.span, given, beside };
}

/** OpenMMLab's heads hold their loss. */
function isHead({ keys }: ConfigMap): boolean {
  return /(?:^|_)heads?$/i.test(keys.at(-1) ?? '');
}

function argumentsOf(map: ConfigMap): readonly MapEntry[] {
  for (const key of ARGUMENT_KEYS) {
    const value = nodeAt(map, key);
    if (value?.kind === 'map') return value.entries;
    if (value?.kind === 'null') return [];
  }
  return map.entries.filter((entry) => !NAME_KEYS.includes(entry.key) && !isTrainers(entry));
}

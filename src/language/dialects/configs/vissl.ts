/** VISSL: `LOSS.name` chooses one of the losses whose settings stand beside it, all of them in the file of defaults. */
import type { LossClass } from '../python/lossClass';
import type { ConfigDialect } from './configDialect';
import { nodeAt, textAt } from './configMap';

const COMMON = {
  dialect: 'vissl',
  owner: 'VISSL',
  takesAnyKeyword: true,
  takesAnyPosition: true,
  temperature: 'temperature',
  similarity: 'cosine',
  positives: 'one-softmax',
  kind: 'info-nce',
} as const;

/** Defaults are those of VISSL's defaults.yaml. With more than two crops, an image's crops are summed in the logarithm. */
const LOSSES: readonly LossClass[] = [
  { ...COMMON, name: 'simclr_info_nce_loss', parameters: [{ name: 'temperature', otherwise: 0.1 }] },
  {
    ...COMMON,
    name: 'multicrop_simclr_info_nce_loss',
    positives: 'summed-positives',
    parameters: [{ name: 'temperature', otherwise: 0.1 }],
  },
  { ...COMMON, name: 'moco_loss', parameters: [{ name: 'temperature', otherwise: 0.2 }] },
  {
    ...COMMON,
    name: 'nce_loss_with_memory',
    kind: 'other',
    what: 'a contrast of each image with a memory of embeddings',
    parameters: [{ name: 'temperature', otherwise: 0.07 }],
  },
];

export const VISSL_NAMES: readonly string[] = LOSSES.map(({ name }) => name);

export const VISSL: ConfigDialect = {
  read(map) {
    const naming = textAt(map, 'name');
    const loss = naming && LOSSES.find(({ name }) => name === naming.value);
    if (!naming || !loss || !/^loss$/i.test(map.keys.at(-1) ?? '')) return null;
    const own = nodeAt(map, loss.name);
    const given = own?.kind === 'map' ? own.entries : [];
    return { loss, name: loss.name, headSpan: naming.span, span: map.span, given };
  },
};

/** `{ target: losses.SupConLoss, params: {…} }`, as latent diffusion's `instantiate_from_config` builds its objects. */
import type { ConfigDialect } from './configDialect';
import { nodeAt, textAt } from './configMap';
import { pathOf } from './targetClass';

export const TARGET_WITH_PARAMS: ConfigDialect = {
  read(map) {
    const target = textAt(map, 'target');
    const path = target && pathOf(target.value, map.own);
    const params = nodeAt(map, 'params');
    // A bare word under this key is a column of labels more often than a class.
    if (!target || !path || path.length < 2) return null;
    if (params !== undefined && params.kind !== 'map' && params.kind !== 'null') return null;
    return {
      loss: path,
      name: map.keys.at(-1) ?? path[path.length - 1],
      headSpan: target.span,
      span: map.span,
      given: params?.kind === 'map' ? params.entries : [],
    };
  },
};

/** Hydra: a map with `_target_` is a call of what it names, with its other keys as arguments. */
import type { ConfigDialect } from './configDialect';
import { nodeAt, textAt } from './configMap';
import { pathOf } from './targetClass';

export const HYDRA_TARGET: ConfigDialect = {
  read(map) {
    const target = textAt(map, '_target_');
    const loss = target && pathOf(target.value, map.own);
    if (!target || !loss) return null;
    const positional = nodeAt(map, '_args_');
    return {
      loss,
      name: map.keys.at(-1) ?? loss[loss.length - 1],
      headSpan: target.span,
      span: map.span,
      // Keys with an underline at the beginning are Hydra's own: `_partial_`, `_recursive_`, `_convert_`.
      given: map.entries.filter(({ key }) => !key.startsWith('_')),
      positional: positional?.kind === 'list' ? positional.items : [],
    };
  },
};

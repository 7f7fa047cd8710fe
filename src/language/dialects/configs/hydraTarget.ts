/** Hydra: a map with `_target_` is a call of what it names, with its other keys as arguments. */

import type { ConfigDialect } from './configDialect';
import { nodeAt, textAt } from './configMap';
import { classAt } from './lossClasses';

export const HYDRA_TARGET: ConfigDialect = {
  read(map) {
    const target = textAt(map, '_target_');
    // Keys with an underline at the beginning are Hydra's own: `_partial_`, `_recursive_`, `_convert_`.
    const given = map.entries.filter(({ key }) => !key.startsWith('_'));
    const loss =
      target &&
      classAt(
        target.value.split('.'),
        given.map(({ key }) => key),
      );
    if (!target || !loss) return null;
    const positional = nodeAt(map, '_args_');
    return {
      loss,
      name: map.keys.at(-1) ?? loss.name,
      headSpan: target.span,
      span: map.span,
      given,
      positional: positional?.kind === 'list' ? positional.items : [],
    };
  },
};

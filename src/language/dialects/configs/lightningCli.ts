/** LightningCLI (jsonargparse): `class_path` names a class, `init_args` are its arguments. */
import type { ConfigDialect } from './configDialect';
import { nodeAt, textAt } from './configMap';
import { pathOf } from './targetClass';

export const LIGHTNING_CLI: ConfigDialect = {
  read(map) {
    const path = textAt(map, 'class_path');
    const loss = path && pathOf(path.value, map.own);
    if (!path || !loss) return null;
    const args = nodeAt(map, 'init_args');
    return {
      loss,
      name: map.keys.at(-1) ?? loss[loss.length - 1],
      headSpan: path.span,
      span: map.span,
      given: args?.kind === 'map' ? args.entries : [],
    };
  },
};

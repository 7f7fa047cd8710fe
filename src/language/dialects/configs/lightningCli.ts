/** LightningCLI (jsonargparse): `class_path` names a class, `init_args` are its arguments. */

import type { ConfigDialect } from './configDialect';
import { nodeAt, textAt } from './configMap';
import { classAt } from './lossClasses';

export const LIGHTNING_CLI: ConfigDialect = {
  read(map) {
    const path = textAt(map, 'class_path');
    const args = nodeAt(map, 'init_args');
    const given = args?.kind === 'map' ? args.entries : [];
    const loss =
      path &&
      classAt(
        path.value.split('.'),
        given.map(({ key }) => key),
      );
    if (!path || !loss) return null;
    return { loss, name: map.keys.at(-1) ?? loss.name, headSpan: path.span, span: map.span, given };
  },
};

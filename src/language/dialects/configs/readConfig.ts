/** Reads the objectives of a config in YAML, JSON or TOML; most configs hold none, and are not even parsed. */

import { NOTHING_READ, type Reading } from '../../reading';
import type { NamedSources } from '../../sourceFiles';
import type { ValueNode } from '../../values';
import { findElsewhere } from './composition';
import type { ConfigDialect, ConfigLoss } from './configDialect';
import { configMaps } from './configMap';
import { HYDRA_TARGET } from './hydraTarget';
import { interpolatedKeys, withInterpolations } from './interpolations';
import { KEYED_LOSS } from './keyedLoss';
import { LIGHTNING_CLI } from './lightningCli';
import { mayHoldLoss } from './marks';
import { NAMED_LOSS } from './namedLoss';
import { hydraPackages } from './packages';
import { type ConfigSyntax, parseConfig } from './parseConfig';
import { type FoundLoss, identifyLoss } from './readConfigLoss';
import { brokenLoss, readLosses } from './readLosses';
import { SOLO_LEARN } from './soloLearn';
import type { PythonSources } from './targetClass';
import { TARGET_WITH_PARAMS } from './targetWithParams';
import { VISSL } from './vissl';

/** The first that knows a map has it. */
const DIALECTS: readonly ConfigDialect[] = [
  HYDRA_TARGET,
  LIGHTNING_CLI,
  TARGET_WITH_PARAMS,
  SOLO_LEARN,
  VISSL,
  NAMED_LOSS,
  KEYED_LOSS,
];

/** Characters that are parsed in half a second; longer texts are data. */
const LONGEST: Readonly<Record<ConfigSyntax, number>> = { yaml: 200_000, json: 1_000_000, toml: 150_000 };

/** Nobody trains with more; a file with more is a list of results. */
const MOST_LOSSES = 200;

/** Never throws. */
export function readConfig(syntax: ConfigSyntax, text: string, python: PythonSources): Reading {
  const { path, sources, dialects = [] } = python;
  const own = new Set(dialects.map((loss) => loss.path[loss.path.length - 1]));
  const mayHold = mayHoldLoss(text) || [...own].some((name) => text.includes(name));
  if (text.length > LONGEST[syntax] || !mayHold) return NOTHING_READ;
  const packages = hydraPackages(text, path);
  const documents = parseConfig(syntax, text);
  const losses = documents.flatMap(({ root }) =>
    root
      ? findLosses(withInterpolations(root, packages), own).map((loss) =>
          composed({ ...loss, syntax }, { path, root }, sources),
        )
      : [],
  );
  const found = losses.flatMap((loss) => identifyLoss(loss, python) ?? []);
  const [problem] = documents.flatMap(({ problems }) => problems);
  return problem ? unreadable(found, problem.message) : readLosses(found, text);
}

/** Arguments that are interpolated from other files of a Hydra config have their values, and remember the file. */
function composed(
  loss: ConfigLoss,
  from: { readonly path: string; readonly root: ValueNode },
  sources: NamedSources,
): ConfigLoss {
  const files = new Map<string, string>();
  const given = loss.given.map((entry) => {
    const keys = interpolatedKeys(entry.value);
    const found = keys && findElsewhere(keys, from, sources);
    if (!found) return entry;
    files.set(entry.key, found.path);
    return { ...entry, value: { ...found.node, span: entry.value.span } };
  });
  return files.size === 0 ? loss : { ...loss, given, files };
}

function findLosses(root: ValueNode, own: ReadonlySet<string>): ConfigLoss[] {
  const losses: ConfigLoss[] = [];
  for (const map of configMaps(root, own)) {
    for (const dialect of DIALECTS) {
      const loss = dialect.read(map);
      if (loss) losses.push(loss);
      if (loss) break;
    }
    if (losses.length >= MOST_LOSSES) break;
  }
  return losses;
}

/** After a syntax error no value is sure; editors have their own words for what is wrong with a file's syntax. */
function unreadable(losses: readonly FoundLoss[], message: string): Reading {
  const because = `The file has a syntax error. ${message}`;
  return {
    ...NOTHING_READ,
    broken: losses.map((loss) => brokenLoss(loss, because)),
    incompleteBecause: because,
  };
}

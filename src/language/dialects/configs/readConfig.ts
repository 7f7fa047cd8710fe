/** Reads the objectives of a config in YAML, JSON or TOML; most configs hold none, and are not even parsed. */

import { parseJson } from '../../parsers/jsonParser';
import { LONGEST_DATA_TEXT, type ParsedText } from '../../parsers/parsedText';
import { parseToml } from '../../parsers/tomlParser';
import { parseYamlDocuments } from '../../parsers/yamlParser';
import type { BrokenObjective, Reading } from '../../reading';
import type { ValueNode } from '../../values';
import { FindingList } from '../findingList';
import type { ConfigDialect, ConfigLoss } from './configDialect';
import { configMaps } from './configMap';
import { reportFloatsAsStrings } from './floatAsString';
import { HYDRA_TARGET } from './hydraTarget';
import { withInterpolations } from './interpolations';
import { isTemplated, maskJinja } from './jinja';
import { LIGHTNING_CLI } from './lightningCli';
import { mayHoldLoss } from './marks';
import { NAMED_LOSS } from './namedLoss';
import { hydraPackages } from './packages';
import { PADDLE } from './paddle';
import { readConfigLoss } from './readConfigLoss';
import { SOLO_LEARN } from './soloLearn';
import { VISSL } from './vissl';

export type ConfigSyntax = 'yaml' | 'json' | 'toml';

/** The first that knows a map has it. */
const DIALECTS: readonly ConfigDialect[] = [
  HYDRA_TARGET,
  LIGHTNING_CLI,
  SOLO_LEARN,
  VISSL,
  NAMED_LOSS,
  PADDLE,
];

/** Nobody trains with more; a file with more is a list of results. */
const MOST_LOSSES = 200;

const NOTHING: Reading = { definitions: [], broken: [], findings: [], incompleteBecause: null };

/** `path` is the file's below the workspace root. Never throws. */
export function readConfig(syntax: ConfigSyntax, text: string, path: string): Reading {
  if (text.length > LONGEST_DATA_TEXT || !mayHoldLoss(text)) return NOTHING;
  const packages = hydraPackages(text, path);
  const documents = parse(syntax, text);
  const losses = documents.flatMap(({ root }) =>
    root ? findLosses(withInterpolations(root, packages)) : [],
  );
  const [problem] = documents.flatMap(({ problems }) => problems);
  if (problem) return unreadable(losses, problem.message);
  const readings = losses.map((loss) => readOne(loss, text));
  return {
    definitions: readings.flatMap(({ definitions }) => definitions),
    broken: readings.flatMap(({ broken }) => broken),
    findings: readings.flatMap(({ findings }) => findings),
    incompleteBecause: null,
  };
}

function parse(syntax: ConfigSyntax, text: string): ParsedText[] {
  if (syntax === 'json') return [parseJson(text)];
  if (syntax === 'toml') return [parseToml(text)];
  // Hydra and Lightning load YAML with other rules for numbers than PyYAML's.
  const isStructured = /\b_target_:|^\s*defaults:|@package|\bclass_path:/m.test(text);
  const masked = maskJinja(text);
  const documents = parseYamlDocuments(masked, isStructured ? 'omegaconf' : 'pyyaml');
  if (masked === text) return documents;
  return documents.map(({ root, problems }) => ({ root: root && unmask(root, text), problems }));
}

/** What Jinja fills in has its words for a name. */
function unmask(node: ValueNode, text: string): ValueNode {
  if (node.kind === 'list') return { ...node, items: node.items.map((item) => unmask(item, text)) };
  if (node.kind === 'map')
    return {
      ...node,
      entries: node.entries.map((entry) => ({ ...entry, value: unmask(entry.value, text) })),
    };
  if (node.kind !== 'string' || !isTemplated(node.value)) return node;
  return { kind: 'name', path: [text.slice(node.span.start, node.span.end)], span: node.span };
}

function findLosses(root: ValueNode): ConfigLoss[] {
  const losses: ConfigLoss[] = [];
  for (const map of configMaps(root)) {
    for (const dialect of DIALECTS) {
      const loss = dialect.read(map);
      if (loss) losses.push(loss);
      if (loss) break;
    }
    if (losses.length >= MOST_LOSSES) break;
  }
  return losses;
}

function readOne(found: ConfigLoss, text: string): Pick<Reading, 'definitions' | 'broken' | 'findings'> {
  const reports = new FindingList();
  const parameters = found.loss.parameters.map(({ name }) => name);
  reportFloatsAsStrings(found.given, parameters, text, reports);
  // What Python will not get as a number would be called wrong in two ways.
  const definition = reports.firstError ? null : readConfigLoss(found, reports);
  const { findings, firstError } = reports;
  if (definition && !firstError) return { definitions: [definition], broken: [], findings };
  return { definitions: [], broken: [brokenLoss(found, firstError?.message ?? '')], findings };
}

/** After a syntax error no value is sure; editors have their own words for what is wrong with a file's syntax. */
function unreadable(losses: readonly ConfigLoss[], message: string): Reading {
  const because = `The file has a syntax error. ${message}`;
  return { ...NOTHING, broken: losses.map((loss) => brokenLoss(loss, because)), incompleteBecause: because };
}

function brokenLoss({ name, loss, span, headSpan }: ConfigLoss, because: string): BrokenObjective {
  return { name, kind: loss.kind, span, headSpan, because };
}

/** Reads the project file `objective-lens.yaml`: what the workspace says about objectives that do not say it themselves. */
import type { BoundName, BoundParameter, BoundValues, DataBinding } from '../data/binding';
import type { Parameter } from '../objective/definition';
import type { NamedFiles } from './dataFiles';
import type { CustomLoss } from './dialects/custom/customLoss';
import { readLossDescription } from './dialects/custom/readLossDescription';
import { FindingList } from './dialects/findingList';
import { checkBound } from './dialects/inline/boundValue';
import { readClasses } from './dialects/inline/classes';
import { findEntry, reportRepeatedKeys, reportUnknownKeys } from './dialects/inline/entries';
import { clip, type InlineReader, rejectValue } from './dialects/inline/inlineValue';
import { BATCH, DIMENSION, numberReader } from './dialects/inline/numbers';
import { readFeatures, readLabels } from './dialects/inline/rows';
import { readViews } from './dialects/inline/viewsAndBalance';
import type { Finding } from './finding';
import { parseYaml } from './parsers/yamlParser';
import { EMPTY_PROJECT, PROJECT_FILE, type Project } from './project';
import type { MapEntry, ValueNode } from './values';

const ORIGIN = `config ${PROJECT_FILE}` as const;
const DOTTED = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

const DATA = {
  what: 'a list of maps from a glob of files to class sizes or labels',
  example: 'data: [{ objectives: "src/**", classes: [5000, 500, 50] }]',
};
const GLOB = { what: 'a glob of paths from the workspace root', example: 'objectives: "src/**"' };
const EXCLUDE = { what: 'a list of globs of paths from the workspace root', example: 'exclude: ["old/**"]' };
const DIALECTS = {
  what: 'a map from loss classes to what they are like',
  example: 'dialects: { my.losses.TailCon: { like: supcon, temperature: tau } }',
};

/**
 * Never throws. Values that are wrong are left out of the project; after a syntax error all are. With `files` what is
 * wrong with data files is told too.
 */
export function readProjectFile(text: string, files?: NamedFiles): { project: Project; findings: Finding[] } {
  const findings = new FindingList();
  const { root, problems } = parseYaml(text, 'objective-file');
  for (const { span, message } of problems) findings.invalid(span, message);
  if (problems.length > 0 || root === null) return { project: EMPTY_PROJECT, findings: findings.findings };
  if (root.kind !== 'map') {
    rejectValue(root, PROJECT_FILE, { what: 'a map of keys', example: 'dimension: 128' }, findings);
    return { project: EMPTY_PROJECT, findings: findings.findings };
  }
  return { project: readProject(root.entries, findings, files), findings: findings.findings };
}

function readProject(
  entries: readonly MapEntry[],
  findings: FindingList,
  files: NamedFiles | undefined,
): Project {
  reportRepeatedKeys(entries, findings);
  reportUnknownKeys(
    entries,
    ['data', 'dialects', 'dimension', 'views', 'batch', 'exclude'],
    'The project file',
    findings,
  );
  return {
    bindings: readBindings(findEntry(entries, 'data'), findings, files),
    dimension: configured(entries, 'dimension', numberReader(DIMENSION), findings),
    views: configured(entries, 'views', readViews, findings),
    batch: configured(entries, 'batch', numberReader(BATCH), findings),
    exclude: readGlobs(findEntry(entries, 'exclude'), findings),
    dialects: readDialects(findEntry(entries, 'dialects'), findings),
  };
}

/** A value of this file, as the parameter that it becomes elsewhere; null when absent or not readable. */
function configured<T>(
  entries: readonly MapEntry[],
  key: string,
  read: InlineReader<T>,
  findings: FindingList,
): Parameter<T> | null {
  const entry = findEntry(entries, key);
  if (!entry) return null;
  const result = read(entry.value, key, findings);
  if (result.kind === 'invalid') return null;
  if (result.kind === 'value') return { value: result.value, origin: ORIGIN, span: null };
  // Only data stand in files, and those are read by `bound`.
  return result.kind === 'unknown' ? unresolved(result.missing) : null;
}

const unresolved = (missing: string) => ({ value: null, origin: 'unresolved', span: null, missing }) as const;

/** Like `configured`, for what may stand in a data file: which one is kept without its place, since places move with every edit. */
function bound<N extends BoundName>(
  entries: readonly MapEntry[],
  name: N,
  read: InlineReader<BoundValues[N]>,
  findings: FindingList,
  files: NamedFiles | undefined,
): BoundParameter<BoundValues[N]> | null {
  const entry = findEntry(entries, name);
  if (!entry) return null;
  const silent = new FindingList();
  const result = read(entry.value, name, silent);
  if (result.kind !== 'file') return configured(entries, name, read, findings);
  findings.findings.push(...silent.findings);
  if (files) checkBound(name, result, files, findings);
  return { ...unresolved(result.name), source: { name: result.name, request: result.request } };
}

function readBindings(
  data: MapEntry | undefined,
  findings: FindingList,
  files: NamedFiles | undefined,
): DataBinding[] {
  if (!data) return [];
  if (data.value.kind !== 'list') {
    rejectValue(data.value, 'data', DATA, findings);
    return [];
  }
  return data.value.items.flatMap((item) => readBinding(item, findings, files) ?? []);
}

function readBinding(
  node: ValueNode,
  findings: FindingList,
  files: NamedFiles | undefined,
): DataBinding | null {
  if (node.kind !== 'map') {
    rejectValue(node, 'an entry of data', { ...DATA, what: 'a map' }, findings);
    return null;
  }
  reportRepeatedKeys(node.entries, findings);
  reportUnknownKeys(
    node.entries,
    ['objectives', 'classes', 'labels', 'features'],
    'An entry of `data`',
    findings,
  );
  const globEntry = findEntry(node.entries, 'objectives');
  if (!globEntry) {
    findings.invalid(
      node.entries[0]?.keySpan ?? node.span,
      `This entry does not say which files it is for: the key \`objectives\` is missing. Write, for example, \`${GLOB.example}\`.`,
    );
    return null;
  }
  const glob = readGlob(globEntry.value, 'objectives', findings);
  const classes = bound(node.entries, 'classes', readClasses, findings, files);
  const labels = bound(node.entries, 'labels', readLabels, findings, files);
  const features = bound(node.entries, 'features', readFeatures, findings, files);
  return glob === null ? null : { objectives: glob, classes, labels, ...(features ? { features } : {}) };
}

function readGlob(node: ValueNode, key: string, findings: FindingList): string | null {
  if (node.kind === 'string' && node.value.trim() !== '' && node.value.length <= 1000) return node.value;
  rejectValue(node, key, GLOB, findings);
  return null;
}

function readGlobs(entry: MapEntry | undefined, findings: FindingList): string[] {
  if (!entry) return [];
  if (entry.value.kind === 'list')
    return entry.value.items.flatMap((item) => readGlob(item, 'an entry of exclude', findings) ?? []);
  rejectValue(entry.value, 'exclude', EXCLUDE, findings);
  return [];
}

function readDialects(entry: MapEntry | undefined, findings: FindingList): CustomLoss[] {
  if (!entry) return [];
  if (entry.value.kind !== 'map') {
    rejectValue(entry.value, 'dialects', DIALECTS, findings);
    return [];
  }
  reportRepeatedKeys(entry.value.entries, findings);
  return entry.value.entries.flatMap((loss) => readDialect(loss, findings) ?? []);
}

function readDialect({ key, keySpan, value }: MapEntry, findings: FindingList): CustomLoss | null {
  if (!DOTTED.test(key)) {
    findings.invalid(
      keySpan,
      `\`${clip(key)}\` is no path of a Python class. Write the module and the class, for example \`my.losses.TailCon\`.`,
    );
    return null;
  }
  const place = { likeKey: 'like', headSpan: keySpan, origin: ORIGIN } as const;
  const description = readLossDescription(value, place, findings);
  return description && { path: key.split('.'), ...description };
}

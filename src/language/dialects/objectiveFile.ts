/** Reads objective files: one objective at the top level, or several under `objectives:`. */

import type { Definition } from '../../objective/definition';
import { OBJECTIVE_FILE_KINDS, type ObjectiveFileKind, type Span } from '../../objective/definition';
import type { NamedFiles } from '../dataFiles';
import type { Finding } from '../finding';
import { firstLine, type ParsedText } from '../parsers/parsedText';
import type { BrokenObjective, Reading } from '../reading';
import type { MapEntry, ValueNode } from '../values';
import { didYouMean } from './closestName';
import { FindingList } from './findingList';
import { findEntry, reportRepeatedKeys, reportUnknownKeys } from './inline/entries';
import { showNode } from './inline/inlineValue';
import { readParameters } from './objectiveParameters';

const EXAMPLE = '`objective: supcon`, `temperature: 0.1`, `classes: [5000, 500, 50]`';
const DIALECT = 'objective-file';

/** `fileName` names a single objective. After a syntax error no value is sure, so every objective is broken. */
export function readObjectiveFile(
  parsed: ParsedText,
  text: string,
  fileName: string,
  files: NamedFiles,
): Reading {
  const read = parsed.root ? readRoot(parsed.root, defaultName(fileName), files) : noObjective(parsed, text);
  return { ...withSyntax(parsed, read), dataRequests: files.wanted };
}

function withSyntax(parsed: ParsedText, read: Reading): Reading {
  if (parsed.problems.length === 0) return read;
  const syntax: Finding[] = parsed.problems.map(({ message, span }) => ({
    rule: 'invalid-value',
    severity: 'error',
    message,
    span,
  }));
  const because = `The file has a syntax error. ${parsed.problems[0].message}`;
  const shown = [...read.definitions, ...read.broken].sort((a, b) => a.span.start - b.span.start);
  return {
    definitions: [],
    broken: shown.map(({ name, kind, span, headSpan }) => ({ name, kind, span, headSpan, because })),
    // A value that is not yet whole would be called wrong in two ways: its syntax is what to mend first.
    findings: syntax,
    incompleteBecause: because,
  };
}

function defaultName(fileName: string): string {
  return fileName.replace(/\.objective\.[^.]*$/i, '') || fileName;
}

function noObjective(parsed: ParsedText, text: string): Reading {
  if (parsed.problems.length > 0) return emptyReading([]);
  const message = `This objective file is empty. Write an objective, for example ${EXAMPLE}, one key a line.`;
  return emptyReading([{ rule: 'invalid-value', severity: 'error', message, span: firstLine(text) }]);
}

function emptyReading(findings: readonly Finding[]): Reading {
  return { definitions: [], broken: [], findings, incompleteBecause: null };
}

function readRoot(root: ValueNode, name: string, files: NamedFiles): Reading {
  if (root.kind !== 'map' || root.entries.length === 0) return notAMap(root);
  const list = findEntry(root.entries, 'objectives');
  if (!list) return collect([readOne(root, name, null, files)], []);
  const findings = new FindingList();
  reportRepeatedKeys(root.entries, findings);
  reportUnknownKeys(root.entries, ['objectives'], 'A file with several objectives', findings);
  if (list.value.kind !== 'map' || list.value.entries.length === 0) {
    const found = list.value.kind === 'null' ? 'has no value' : `is ${showNode(list.value)}`;
    findings.invalid(
      list.value.span,
      `\`objectives\` ${found}, but must be a map from names to objectives. Write, for example, \`objectives: { head: { objective: supcon, temperature: 0.1 } }\`.`,
    );
    return emptyReading(findings.findings);
  }
  reportRepeatedKeys(list.value.entries, findings);
  const last = new Map(list.value.entries.map((entry) => [entry.key, entry]));
  return collect(
    [...last.values()].map((entry) => readOne(entry.value, entry.key, entry, files)),
    findings.findings,
  );
}

function notAMap(root: ValueNode): Reading {
  const message = `An objective file holds a map of keys and values, but this is ${showNode(root)}. Write, for example, ${EXAMPLE}, one key a line.`;
  return emptyReading([{ rule: 'invalid-value', severity: 'error', message, span: root.span }]);
}

interface ReadObjective {
  readonly definition: Definition | null;
  readonly broken: BrokenObjective | null;
  readonly findings: readonly Finding[];
}

function collect(read: readonly ReadObjective[], others: readonly Finding[]): Reading {
  return {
    definitions: read.flatMap(({ definition }) => (definition ? [definition] : [])),
    broken: read.flatMap(({ broken }) => (broken ? [broken] : [])),
    findings: [...others, ...read.flatMap(({ findings }) => findings)],
    incompleteBecause: null,
  };
}

/** `listed` is the entry of an objective that stands under `objectives:`. */
function readOne(node: ValueNode, name: string, listed: MapEntry | null, files: NamedFiles): ReadObjective {
  const findings = new FindingList();
  const span = listed
    ? { start: Math.min(listed.keySpan.start, node.span.start), end: node.span.end }
    : node.span;
  const entries = node.kind === 'map' ? node.entries : [];
  const naming = findEntry(entries, 'objective');
  const headSpan = listed?.keySpan ?? naming?.value.span ?? entries[0]?.keySpan ?? node.span;
  const kind =
    node.kind === 'map' ? readKind(naming, headSpan, findings) : rejectEntry(node, headSpan, findings);
  const parameters = kind ? readParameters(kind, entries, headSpan, files, findings) : null;
  const error = findings.firstError;
  if (kind && parameters && !error) {
    const definition = {
      name,
      kind,
      dialect: DIALECT,
      span,
      headSpan,
      positives: 'one-softmax',
      parameters,
    } as const;
    return { definition, broken: null, findings: findings.findings };
  }
  const because = error?.message ?? 'The objective is not complete.';
  return { definition: null, broken: { name, kind, span, headSpan, because }, findings: findings.findings };
}

function rejectEntry(node: ValueNode, headSpan: Span, findings: FindingList): null {
  findings.invalid(
    node.kind === 'null' ? headSpan : node.span,
    `An objective is a map of keys and values, but this is ${showNode(node)}. Write, for example, \`{ objective: supcon, temperature: 0.1 }\`.`,
  );
  return null;
}

function readKind(
  naming: MapEntry | undefined,
  headSpan: Span,
  findings: FindingList,
): ObjectiveFileKind | null {
  const choice = OBJECTIVE_FILE_KINDS.join(', ');
  if (!naming) {
    findings.invalid(
      headSpan,
      `The key \`objective\` is missing: it names the kind, one of ${choice}. Write, for example, \`objective: supcon\`.`,
    );
    return null;
  }
  const { value } = naming;
  const named =
    value.kind === 'string' ? OBJECTIVE_FILE_KINDS.find((kind) => kind === value.value) : undefined;
  if (named) return named;
  const guess = value.kind === 'string' ? didYouMean(value.value, OBJECTIVE_FILE_KINDS) : '';
  const found =
    value.kind === 'null'
      ? '`objective` has no value.'
      : `\`objective\` is ${showNode(value)}, which is no kind.`;
  findings.invalid(value.span, `${found}${guess} The kinds are ${choice}.`);
  return null;
}

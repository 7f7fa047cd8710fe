/** Comments that bind data to the objective at their line: `# objective-lens: {classes: {file: train.csv, column: label}}`. */
import type { BoundName, BoundParameter, BoundValues } from '../../../data/binding';
import type { Parameter, Span } from '../../../objective/definition';
import type { NamedFiles } from '../../dataFiles';
import type { Finding } from '../../finding';
import type { CommentSyntax } from '../../parsers/comments';
import { type Directive, directivesIn } from '../../parsers/directives';
import { parseYaml } from '../../parsers/yamlParser';
import type { MapEntry } from '../../values';
import { FindingList } from '../findingList';
import { checkBound } from '../inline/boundValue';
import { readClasses } from '../inline/classes';
import { findEntry, reportRepeatedKeys, reportUnknownKeys } from '../inline/entries';
import type { InlineReader } from '../inline/inlineValue';
import { BATCH, DIMENSION, numberReader, SAMPLES } from '../inline/numbers';
import { readFeatures, readLabels } from '../inline/rows';
import { readViews } from '../inline/viewsAndBalance';
import { BINDING_KEYS, bindingEntries, COMMENT_KEYS, describesLoss } from './bindingKeys';
import type { BoundData } from './boundData';

export interface CommentBinding {
  readonly data: BoundData;
  /** The keys that bind something, with their places. */
  readonly keys: readonly { readonly key: string; readonly span: Span }[];
  /** The line that the comment speaks of. */
  readonly line: Span;
  /** The comment's own words. */
  readonly span: Span;
  /** Whether it says what a loss is like, too. */
  readonly isDescription: boolean;
}

export interface CommentBindings {
  readonly bindings: readonly CommentBinding[];
  /** What is wrong with the data, each at its place in the comment. */
  readonly findings: readonly Finding[];
}

/** In the order of the text. Without `files` data files are not looked at. Never throws. */
export function commentBindings(text: string, syntax: CommentSyntax, files?: NamedFiles): CommentBindings {
  const read = directivesIn(text, syntax).flatMap((directive) =>
    directive.text.startsWith('{') ? [readComment(directive, syntax, files)] : [],
  );
  return {
    bindings: read.flatMap(({ binding }) => binding ?? []),
    findings: read.flatMap(({ findings }) => findings),
  };
}

function readComment(
  { text, span, line }: Directive,
  syntax: CommentSyntax,
  files: NamedFiles | undefined,
): { readonly binding: CommentBinding | null; readonly findings: readonly Finding[] } {
  // Behind the map there may be words for readers.
  const { root, problems } = parseYaml(text.slice(0, text.lastIndexOf('}') + 1) || text, 'objective-file');
  const findings = new FindingList();
  const move = ({ start, end }: Span) => ({ start: start + span.start, end: end + span.start });
  const moved = () => findings.findings.map((finding) => movedFinding(finding, move));
  // In Python, that of Markdown too, the description of a loss is read from the same comment, and tells of its syntax.
  const isPython = syntax === 'python' || syntax === 'markdown';
  if (!isPython) for (const problem of problems) findings.invalid(problem.span, problem.message);
  if (problems.length > 0 || root?.kind !== 'map') return { binding: null, findings: moved() };
  const isDescription = isPython && describesLoss(root.entries);
  if (!isDescription) {
    reportRepeatedKeys(root.entries, findings);
    const [known, owner] = isPython
      ? [COMMENT_KEYS, 'A comment that binds data']
      : [BINDING_KEYS, 'A comment that binds data here'];
    reportUnknownKeys(root.entries, known, owner, findings);
  }
  const entries = bindingEntries(root.entries);
  const data = readData({ entries, findings, files, move });
  const readable = new Set(Object.entries(data).flatMap(([key, known]) => (known ? [key] : [])));
  const keys = entries
    .filter(({ key }) => readable.has(key))
    .map(({ key, keySpan }) => ({ key, span: move(keySpan) }));
  return {
    binding: entries.length === 0 ? null : { data, keys, line, span, isDescription },
    findings: moved(),
  };
}

function movedFinding(finding: Finding, move: (span: Span) => Span): Finding {
  const { fix } = finding;
  return {
    ...finding,
    span: move(finding.span),
    ...(fix ? { fix: { ...fix, span: move(fix.span) } } : {}),
  };
}

interface Written {
  readonly entries: readonly MapEntry[];
  readonly findings: FindingList;
  readonly files: NamedFiles | undefined;
  readonly move: (span: Span) => Span;
}

function readData(written: Written): BoundData {
  return {
    classes: bound('classes', readClasses, written),
    labels: bound('labels', readLabels, written),
    features: bound('features', readFeatures, written),
    samples: plain('samples', numberReader(SAMPLES), written),
    dimension: plain('dimension', numberReader(DIMENSION), written),
    views: plain('views', readViews, written),
    batch: plain('batch', numberReader(BATCH), written),
  };
}

function plain<T>(
  key: string,
  read: InlineReader<T>,
  { entries, findings, move }: Written,
): Parameter<T> | null {
  const entry = findEntry(entries, key);
  if (!entry) return null;
  const result = read(entry.value, key, findings);
  return result.kind === 'value'
    ? { value: result.value, origin: 'literal', span: move(entry.value.span) }
    : null;
}

/** Like `plain`, for what may stand in a data file. */
function bound<N extends BoundName>(
  name: N,
  read: InlineReader<BoundValues[N]>,
  written: Written,
): BoundParameter<BoundValues[N]> | null {
  const { entries, findings, files, move } = written;
  const entry = findEntry(entries, name);
  if (!entry) return null;
  const silent = new FindingList();
  const file = read(entry.value, name, silent);
  if (file.kind !== 'file') return plain(name, read, written);
  findings.findings.push(...silent.findings);
  if (files) checkBound(name, file, files, findings);
  const source = { name: file.name, request: file.request };
  return { value: null, origin: 'unresolved', span: move(entry.value.span), missing: file.name, source };
}

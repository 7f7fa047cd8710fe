/** Reads the values of one objective in an objective file, with defaults for what is left out. */
import type {
  ObjectiveFileKind,
  Parameter,
  ParameterName,
  Parameters,
  Span,
} from '../../objective/definition';
import type { NamedFiles } from '../dataFiles';
import type { MapEntry } from '../values';
import type { FindingList } from './findingList';
import { checkClassRows } from './inline/classRows';
import { findEntry, reportRepeatedKeys, reportUnknownKeys } from './inline/entries';
import { readFileValue } from './inline/fileValue';
import { withoutUnusedData } from './inline/weightExpressions';
import { ALL_KEYS, keysOf, OBJECTIVE_KEYS, type ObjectiveKey, type ParameterValue } from './objectiveKeys';

/** The parameters of an objective of a kind. After an error in `findings` they must not be analysed. */
export function readParameters(
  kind: ObjectiveFileKind,
  entries: readonly MapEntry[],
  headSpan: Span,
  files: NamedFiles,
  findings: FindingList,
): Parameters {
  reportRepeatedKeys(entries, findings);
  reportKeysWithoutEffect(kind, entries, findings);
  const read = <P extends ParameterName>(name: P) =>
    readParameter<P>(OBJECTIVE_KEYS[name] as ObjectiveKey<P>, { kind, entries, headSpan, files, findings });
  const optional = <P extends ParameterName>(name: P) => {
    const parameter = read(name);
    return parameter ? { [name]: parameter } : {};
  };
  const parameters: Parameters = {
    temperature: read('temperature') ?? UNKNOWN,
    similarity: read('similarity') ?? UNKNOWN,
    views: read('views') ?? UNKNOWN,
    balance: read('balance') ?? { value: { anchors: false, denominators: false }, ...DEFAULT },
    ...optional('dimension'),
    ...optional('batch'),
    ...optional('classes'),
    ...optional('across'),
    ...optional('labels'),
    ...optional('kernel'),
    ...optional('bandwidth'),
    ...optional('features'),
    ...optional('weightTemperature'),
    ...optional('samples'),
    ...optional('weights'),
  };
  checkBandwidthColumns(parameters, headSpan, findings);
  checkClassRows(parameters, headSpan, findings);
  return kind === 'weighted' ? withoutUnusedData(parameters, findings) : parameters;
}

const UNKNOWN = { value: null, origin: 'unresolved', span: null } as const;
const DEFAULT = { origin: 'default of the library', span: null } as const;

interface Written {
  readonly kind: ObjectiveFileKind;
  readonly entries: readonly MapEntry[];
  readonly headSpan: Span;
  readonly files: NamedFiles;
  readonly findings: FindingList;
}

/** Undefined when the kind has no such key, or it is left out and has no default. */
function readParameter<P extends ParameterName>(
  spec: ObjectiveKey<P>,
  { kind, entries, headSpan, files, findings }: Written,
): Parameter<ParameterValue<P>> | undefined {
  if (!spec.kinds.includes(kind)) return undefined;
  const entry = findEntry(entries, spec.key);
  if (entry) {
    const { span } = entry.value;
    const read = spec.read(entry.value, spec.key, findings);
    if (read.kind === 'value') return { value: read.value, origin: 'literal', span };
    if (read.kind === 'file' && spec.fromTable)
      return { ...readFileValue(read, files, spec.fromTable, findings), span };
    return {
      value: null,
      origin: 'unresolved',
      span,
      ...(read.kind === 'unknown' ? { missing: read.missing } : {}),
    };
  }
  if (spec.optionalFor?.includes(kind)) return undefined;
  if (spec.otherwise) return { value: spec.otherwise(kind), ...DEFAULT };
  if (spec.required)
    findings.invalid(headSpan, `A ${kind} objective needs \`${spec.key}\`: ${spec.required}.`);
  return spec.data || spec.required ? UNKNOWN : undefined;
}

/** Keys of other kinds, and keys that no kind has. */
function reportKeysWithoutEffect(
  kind: ObjectiveFileKind,
  entries: readonly MapEntry[],
  findings: FindingList,
): void {
  const known = keysOf(kind);
  const foreign = entries.filter(({ key }) => !known.includes(key) && ALL_KEYS.includes(key));
  for (const { key, keySpan } of foreign) {
    const owners = Object.values(OBJECTIVE_KEYS).find((spec) => spec.key === key)?.kinds ?? [];
    findings.unknownName(
      keySpan,
      `\`${key}\` has no effect on a ${kind} objective: it belongs to ${owners.join(', ')}. Remove it, or change \`objective\`.`,
    );
  }
  const unknown = entries.filter((entry) => !foreign.includes(entry));
  reportUnknownKeys(unknown, known, `A ${kind} objective`, findings);
}

/** A list of bandwidths has one for each label column; labels may be bound to the objective only later. */
export function checkBandwidthColumns(parameters: Parameters, headSpan: Span, findings: FindingList): void {
  const bandwidth = parameters.bandwidth?.value ?? null;
  const labels = parameters.labels?.value ?? null;
  if (bandwidth === null || typeof bandwidth === 'number' || labels === null) return;
  const columns = labels[0].length;
  if (bandwidth.length === columns) return;
  findings.invalid(
    parameters.bandwidth?.span ?? headSpan,
    `\`bandwidth\` lists ${bandwidth.length} values, but the labels have ${columns} ${columns === 1 ? 'column' : 'columns'}. ` +
      'Give one bandwidth for each label column, or a single number for all of them.',
  );
}

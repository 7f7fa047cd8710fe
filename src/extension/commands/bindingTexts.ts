/** The words of "Bind Data…", apart from VS Code so that they can be tested as text. */
import type {
  DataBindingAsk,
  DataCandidate,
  DataCandidates,
  DataColumn,
  DataColumns,
  NeededKey,
} from '../../protocol/dataMessages';
import type { ObjectiveSummary } from '../../protocol/objectives';
import { counted } from '../texts';

interface NeedText {
  readonly what: string;
  readonly meaning: string;
  readonly from: string;
  readonly column: string;
}

const NEEDS: Readonly<Record<NeededKey, NeedText>> = {
  classes: {
    what: 'class sizes',
    meaning: 'How many samples each class has',
    from: 'a table of samples or counts, or class folders',
    column: 'Column that names the class of each row',
  },
  labels: {
    what: 'labels',
    meaning: 'The number of each sample, such as an age or a score',
    from: 'a table or an array',
    column: 'Column with the number of each sample',
  },
  features: {
    what: 'features',
    meaning: 'The vector of each sample, by which similarity is told',
    from: 'an array',
    column: 'Array with the vector of each sample',
  },
  weights: {
    what: 'weights',
    meaning: 'How much each sample is a positive of each other',
    from: 'a square array',
    column: 'Array with the matrix',
  },
};

/** What stands above the files, and in the field below it: as much as fits beside a cursor. */
export function filesTitle({ objective, key }: DataCandidates): string {
  return `${objective} needs ${NEEDS[key].what}: choose a file`;
}

export function filesPlaceholder({ key }: DataCandidates): string {
  return `${NEEDS[key].meaning}: ${NEEDS[key].from}`;
}

export function noFiles({ objective, key }: DataCandidates): string {
  const { what, from } = NEEDS[key];
  return `${objective} needs ${what}, and no file of this workspace can give them. Put ${from} into the workspace (.csv, .tsv, .npy, .npz, .parquet, .json, .jsonl or .txt), or write the values into an objective file.`;
}

export interface RowText {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

export function candidateText({ path, isFolder, bytes, columns, classes, problem }: DataCandidate): RowText {
  const at = path.lastIndexOf('/');
  const place = at < 0 ? '' : path.slice(0, at);
  const size = isFolder ? counted(classes ?? 0, 'sub-folder') : bytes === null ? '' : bytesInWords(bytes);
  return {
    label: `$(${problem !== null ? 'warning' : isFolder ? 'folder' : 'table'}) ${withoutIcons(path.slice(at + 1))}`,
    description: [withoutIcons(place), size].filter((part) => part !== '').join(' · '),
    detail: withoutIcons(
      problem !== null
        ? `Cannot be read: ${problem}`
        : isFolder
          ? 'One class for each sub-folder'
          : columns.length === 0
            ? ''
            : `Columns: ${listed(columns)}`,
    ),
  };
}

/** Said where a file is chosen that cannot be read. */
export const unreadableText = ({ path, problem }: DataCandidate): string =>
  `${path} cannot be read: ${problem ?? ''}.`;

export function columnsTitle({ objective, key }: DataCandidates): string {
  return `${objective} needs ${NEEDS[key].what}: choose a column`;
}

export function columnsPlaceholder(key: NeededKey, path: string, { skipped }: DataColumns): string {
  const more = skipped === 0 ? '' : `, ${counted(skipped, 'further column')} not shown`;
  return `${NEEDS[key].column} of ${path.slice(path.lastIndexOf('/') + 1)}${more}`;
}

export const rowsTitle = ({ objective }: DataCandidates): string =>
  `Data of ${objective}: choose the rows that count`;

/** `rows` are those of the file. */
export function columnText(column: DataColumn, rows: number): RowText {
  const { problem, blocks } = column;
  const about = withoutIcons(facts(column, rows).join(' · '));
  return {
    label: `${problem === null ? '' : '$(warning) '}${withoutIcons(columnName(column))}`,
    description: problem === null ? blocks : `cannot be taken: ${withoutIcons(problem)}`,
    detail: about,
  };
}

export function columnName({ column, weight, holds, width }: Omit<DataColumn, 'blocks'>): string {
  if (column === null)
    return holds === 'lists' && width !== null ? `All ${width} numbers of each row` : 'All values';
  const name = typeof column === 'number' ? `Column ${column + 1}` : column;
  return weight === null ? name : `${name}, sized by ${weight}`;
}

function facts({ holds, missing, distinct, low, high, width }: DataColumn, rows: number): string[] {
  const kinds = { numbers: 'value', words: 'value', lists: 'list', nothing: 'value' } as const;
  return [
    `${thousands(rows)} rows`,
    ...(distinct === null
      ? holds === 'lists'
        ? []
        : ['more than 10,000 different values']
      : [`${thousands(distinct)} different ${kinds[holds]}${distinct === 1 ? '' : 's'}`]),
    ...(width === null ? [] : [`${thousands(width)} numbers each`]),
    ...(low === null || high === null ? [] : [`${short(low)} to ${short(high)}`]),
    missing === 0 ? 'none missing' : `${thousands(missing)} missing, left out`,
  ];
}

/** What the message says at the end. */
export function boundText(summary: ObjectiveSummary, target: string, where: DataBindingAsk['where']): string {
  const part = where === null ? '' : `, rows with ${where.column} = ${where.value}`;
  const verdict =
    summary.verdict === 'conditional'
      ? `${summary.name} still depends on something else: ${summary.headline}.`
      : `${summary.name} is now ${summary.headline}.`;
  return `Data bound in ${target}${part}. ${verdict}`;
}

/** Said where the analysis has not answered in time. */
export const waitingText = (objective: string, target: string): string =>
  `Data bound in ${target}. The verdict of ${objective} is still being computed, or the file has another finding: see the Problems view.`;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 8).join(', ');
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}

/** Names of files and columns are anybody's: what would be drawn as an icon is kept apart. */
const withoutIcons = (text: string) => text.replaceAll('$(', '$\u200b(').replaceAll(/[\r\n]+/g, ' ');

export const thousands = (count: number) => count.toLocaleString('en');
export const short = (value: number) => String(Number(value.toPrecision(4))).replace(/^-/, '−');

function bytesInWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  if (bytes < 1e6) return `${Math.round(bytes / 1000)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toPrecision(3)} MB` : `${(bytes / 1e9).toPrecision(3)} GB`;
}

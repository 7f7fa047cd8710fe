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

const NEEDS: Readonly<
  Record<NeededKey, { readonly what: string; readonly from: string; readonly column: string }>
> = {
  classes: {
    what: 'class sizes: how many samples each class has',
    from: 'a table with the class of each sample, a table of counts, or a folder with a sub-folder for each class',
    column: 'Column that names the class of each row',
  },
  labels: {
    what: 'labels: the number that each sample is to be placed by, such as an age or a score',
    from: 'a table or an array with a row for each sample',
    column: 'Column with the number of each sample',
  },
  features: {
    what: 'features: the vector of each sample by which its similarity to others is told',
    from: 'an array with a row for each sample',
    column: 'Array with the vector of each sample',
  },
  weights: {
    what: 'weights: a square matrix that says how much each sample counts as a positive of each other',
    from: 'an array with a row for each sample',
    column: 'Array with the matrix',
  },
};

/** The sentence above the files. */
export function filesPlaceholder({ objective, key }: DataCandidates): string {
  const { what, from } = NEEDS[key];
  return `${objective} needs ${what}. Choose ${from}.`;
}

export function noFiles({ objective, key }: DataCandidates): string {
  const { what, from } = NEEDS[key];
  return `${objective} needs ${what}. No file of this workspace can give them: put ${from} into the workspace (.csv, .tsv, .npy, .npz, .parquet, .json, .jsonl or .txt), or write the values into an objective file.`;
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

export function columnsPlaceholder(key: NeededKey, path: string, { rows, skipped }: DataColumns): string {
  const more = skipped === 0 ? '' : ` ${counted(skipped, 'further column')} not shown.`;
  return `${NEEDS[key].column} · ${path} has ${thousands(rows)} rows.${more}`;
}

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

const thousands = (count: number) => count.toLocaleString('en');
const short = (value: number) => String(Number(value.toPrecision(4))).replace(/^-/, '−');

function bytesInWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  if (bytes < 1e6) return `${Math.round(bytes / 1000)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toPrecision(3)} MB` : `${(bytes / 1e9).toPrecision(3)} GB`;
}

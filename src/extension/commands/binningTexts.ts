/** Columns that are bound together and numbers that become classes, in "Bind Data…": choices and words, apart from VS Code. */
import type { BoundBins, DataCandidates, DataColumn, NeededKey } from '../../protocol/dataMessages';
import { type RowText, short, thousands } from './bindingTexts';

/** Columns that may be joined to one vector of each sample; fewer than two are no choice. */
export function joinable(key: NeededKey, columns: readonly DataColumn[]): readonly DataColumn[] {
  if (key !== 'labels' && key !== 'features') return [];
  const single = columns.filter(
    ({ column, holds, problem }) => column !== null && holds === 'numbers' && problem === null,
  );
  return single.length < 2 ? [] : single;
}

export const severalText = (key: NeededKey, columns: readonly DataColumn[]): RowText => ({
  label: '$(list-selection) Several columns as one vector…',
  description: `${columns.length} columns hold numbers`,
  detail:
    key === 'labels'
      ? 'Samples are alike where all of these labels are: distances are measured over them together'
      : 'Each row of these columns is the vector of a sample',
});

export const severalTitle = ({ objective }: DataCandidates): string =>
  `${objective}: choose the columns of the vector`;

/** Words name classes as they are; numbers may be too many to do so. */
export const canBeBinned = (key: NeededKey, { holds, weight }: DataColumn): boolean =>
  key === 'classes' && holds === 'numbers' && weight === null;

export interface BinChoice extends RowText {
  /** Null for a class of each value; `ask` for edges that the user types. */
  readonly bins: BoundBins | null | 'ask';
}

const COUNTS = [5, 10, 20];

/** A class of each value comes first, where the values are few enough to be classes. */
export function binChoices({ distinct, low, high }: DataColumn): BinChoice[] {
  const each: BinChoice[] =
    distinct === null
      ? []
      : [
          {
            bins: null,
            label: 'Each value is a class',
            description: `${thousands(distinct)} classes`,
            detail: '',
          },
        ];
  const [from, to] = [low ?? 0, high ?? 0];
  const counts = COUNTS.filter((count) => from < to && (distinct === null || count < distinct));
  return [
    ...each,
    ...counts.map((count) => ({
      bins: count,
      label: `${count} intervals of one width`,
      description: `${short(from)} to ${short(to)}, each ${short((to - from) / count)} wide`,
      detail: '',
    })),
    {
      bins: 'ask',
      label: 'Intervals of my own…',
      description: 'edges such as 0, 18, 40, 65, or one width',
      detail: '',
    },
  ];
}

export const binsTitle = ({ objective }: DataCandidates): string =>
  `${objective} needs class sizes: what is a class?`;

export const EDGES_PROMPT =
  'Edges from low to high, such as 0, 18, 40, 65: a class reaches from one edge up to the next, and rows outside are left out. Or one number: the width of every interval, from 0 on.';

export type ReadEdges = { readonly bins: BoundBins } | { readonly problem: string };

export function readEdges(text: string): ReadEdges {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  if (words.length === 0) return { problem: 'Type edges such as 0, 18, 40, 65, or one width such as 5.' };
  const numbers = words.map(Number);
  const wrong = words.find((_, k) => !Number.isFinite(numbers[k]));
  if (wrong !== undefined) return { problem: `“${wrong}” is no number.` };
  if (numbers.length === 1)
    return numbers[0] > 0 ? { bins: { width: numbers[0] } } : { problem: 'A width is above 0.' };
  const falls = numbers.findIndex((edge, k) => k > 0 && edge <= numbers[k - 1]);
  return falls < 0
    ? { bins: numbers }
    : { problem: `Edges rise: ${words[falls]} stands behind ${words[falls - 1]}.` };
}

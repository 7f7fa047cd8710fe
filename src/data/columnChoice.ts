/** Finds the columns of a table that a request means, by name or by what is left when the others are named. */
import { NoSuchColumn, UnreadableData } from './dataReading';
import type { ColumnName, Condition, FileRequest } from './dataRequest';
import type { DataTable } from './dataTable';

export interface ChosenColumns {
  /** Places in the table of all columns that are read. */
  readonly places: readonly number[];
  /** Where among `places` the values stand; null for whole rows of a table that stores them so. */
  readonly values: readonly number[] | null;
  readonly where: readonly { readonly at: number; readonly condition: Condition }[];
  readonly weight: { readonly at: number; readonly name: ColumnName } | null;
  /** Names of the columns of values, where they have any. */
  readonly names: readonly string[];
}

/** Throws: NoSuchColumn, UnreadableData. */
export function chooseColumns(request: FileRequest, table: DataTable): ChosenColumns {
  const where = request.where.map(({ column }) => placeOf(column, table));
  const weight = weightPlace(request, table);
  const others = new Set([...where, ...(weight === null ? [] : [weight])]);
  const values = valuePlaces(request, table, others);
  const places = [...new Set([...(values ?? []), ...others])];
  const at = (place: number) => places.indexOf(place);
  return {
    places,
    values: values?.map(at) ?? null,
    where: request.where.map((condition, k) => ({ at: at(where[k]), condition })),
    weight:
      weight === null ? null : { at: at(weight), name: request.weight ?? table.names?.[weight] ?? weight },
    names: (values ?? []).flatMap((place) => table.names?.[place] ?? []),
  };
}

function placeOf(column: ColumnName, { names, width }: DataTable): number {
  if (typeof column === 'number') {
    if (width === null || column < width) return column;
    throw new NoSuchColumn(column, names ?? Array.from({ length: width }, (_, k) => String(k)));
  }
  if (names === null)
    throw new UnreadableData(
      `its columns have no names. Instead of \`${column}\` give a column's place, counted from 0`,
    );
  const place = names.indexOf(column);
  if (place < 0) throw new NoSuchColumn(column, names);
  return place;
}

function weightPlace({ take, weight, columns }: FileRequest, table: DataTable): number | null {
  if (weight !== null) return placeOf(weight, table);
  return take === 'classes' && columns.length === 0 && table.counted ? table.counted.counts : null;
}

function valuePlaces(
  { columns, take }: FileRequest,
  table: DataTable,
  others: ReadonlySet<number>,
): number[] | null {
  if (columns.length > 0) return columns.map((column) => placeOf(column, table));
  const { width } = table;
  // Of a line in an index what stands last is the label.
  if (width === null) return [-1];
  if (take === 'classes' && table.counted) return [table.counted.classes];
  if (take !== 'classes' && table.wholeRows && others.size === 0) return null;
  const left = Array.from({ length: width }, (_, k) => k).filter((place) => !others.has(place));
  if (left.length === 1 || (left.length > 1 && take !== 'classes' && table.isMatrix)) return left;
  throw new UnreadableData(undecided(left, table, take));
}

/** Names of columns that a message shows. */
const SHOWN = 12;

function undecided(places: readonly number[], { names }: DataTable, take: FileRequest['take']): string {
  if (places.length === 0) return 'it has no column beside those of `where` and `weight`';
  const wanted = take === 'classes' ? 'the classes' : 'the numbers';
  const [first] = places;
  const example = names === null ? String(first) : names[first];
  const shown =
    names === null
      ? `${places.length} columns`
      : `the columns ${places
          .slice(0, SHOWN)
          .map((place) => names[place])
          .join(', ')}${places.length > SHOWN ? ' and others' : ''}`;
  return `it has ${shown}. Say which holds ${wanted}, for example \`column: ${example}\``;
}

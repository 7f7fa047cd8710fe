/** What a text asks of a data file or folder: which columns, of which rows, as what. */

/** A column by its name, or by its place counted from 0 where it has none. */
export type ColumnName = string | number;

/** Rows count where the column holds one of these values. */
export interface Condition {
  readonly column: ColumnName;
  readonly anyOf: readonly (string | number | boolean)[];
}

/** How numbers become classes: so many intervals of one width, intervals between edges, or intervals from 0 of a width. */
export type Bins =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'edges'; readonly edges: readonly number[] }
  | { readonly kind: 'width'; readonly width: number };

export interface FileRequest {
  readonly from: 'file';
  /** Below the workspace root, with forward slashes. */
  readonly path: string;
  /** `rows` are samples, so that one without a value can be left out; of a `matrix` nothing can. */
  readonly take: 'classes' | 'rows' | 'matrix';
  /** Empty for what the file has beside the columns that are named elsewhere in the request. */
  readonly columns: readonly ColumnName[];
  readonly where: readonly Condition[];
  /** The column that says how many samples a row stands for. */
  readonly weight: ColumnName | null;
  readonly bins: Bins | null;
}

/** One sub-folder a class, one file a sample. */
export interface FolderRequest {
  readonly from: 'folder';
  readonly path: string;
  /** Endings of the files that are samples, in lower case without the dot; null for those of pictures. */
  readonly endings: readonly string[] | null;
}

export type DataRequest = FileRequest | FolderRequest;

type WithoutPath<T> = T extends DataRequest ? Omit<T, 'path'> : never;
/** A request for a file that only its author's name for it is known of. */
export type NamedRequest = WithoutPath<DataRequest>;

/** Two requests with one key have one answer while the file does not change. */
export function requestKey(request: DataRequest): string {
  if (request.from === 'folder') return JSON.stringify([request.path, 'folder', request.endings]);
  const { path, take, columns, where, weight, bins } = request;
  return JSON.stringify([
    path,
    take,
    columns,
    where.map(({ column, anyOf }) => [column, anyOf]),
    weight,
    bins,
  ]);
}

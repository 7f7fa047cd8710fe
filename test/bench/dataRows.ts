/** What `npm run bench` measures about data files: reading one column, or all, of files and folders of two sizes. */
export interface DataRow {
  readonly name: string;
  /** How the file is written and what is read of it. */
  readonly measure: 'csv-classes' | 'csv-numbers' | 'parquet-classes' | 'npy-rows' | 'folder';
  readonly unit: string;
  readonly sizes: readonly [number, number];
  /** What the second size has to reach. */
  readonly target: { readonly seconds: number; readonly megabytes?: number };
}

const ROWS_OF_TABLES = { unit: 'rows', sizes: [100_000, 1_000_000] } as const;

export const DATA_ROWS: readonly DataRow[] = [
  {
    name: 'CSV of 5 columns, classes of one',
    measure: 'csv-classes',
    ...ROWS_OF_TABLES,
    target: { seconds: 1, megabytes: 400 },
  },
  {
    name: 'CSV of 5 columns, numbers of one',
    measure: 'csv-numbers',
    ...ROWS_OF_TABLES,
    target: { seconds: 1, megabytes: 400 },
  },
  {
    name: 'Parquet of 5 columns, classes of one',
    measure: 'parquet-classes',
    ...ROWS_OF_TABLES,
    target: { seconds: 0.5 },
  },
  {
    name: 'NumPy matrix of 16 columns of float32',
    measure: 'npy-rows',
    ...ROWS_OF_TABLES,
    target: { seconds: 0.2 },
  },
  {
    name: 'Image folder of 1000 classes, counted',
    measure: 'folder',
    unit: 'files',
    sizes: [20_000, 100_000],
    target: { seconds: 1 },
  },
];

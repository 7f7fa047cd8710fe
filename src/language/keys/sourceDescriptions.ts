/** How values are taken from data files and folders instead of being written down, described. */
import { either, type KeyDescription, listOf, type Shape } from './shape';

const INDEX: Shape = { kind: 'number', least: 0, whole: true };
const COLUMN_NAME: Shape = either({ kind: 'column' }, INDEX);
const CELL: Shape = either({ kind: 'text' }, { kind: 'number' }, { kind: 'switch' });
const COUNT: Shape = { kind: 'number', least: 1, whole: true };

const FILE: KeyDescription = {
  key: 'file',
  about:
    'A data file (.csv, .tsv, .npy, .npz, .parquet, .json, .jsonl or .txt), relative to this file and inside the workspace.',
  example: 'train.csv',
  required: true,
  value: { kind: 'file' },
};

const COLUMN: KeyDescription = {
  key: 'column',
  about: 'The column of the file that holds the values, by its name, or by its place counted from 0.',
  otherwise: 'the columns that are not named elsewhere here',
  example: 'age',
  value: COLUMN_NAME,
};

const COLUMNS: KeyDescription = {
  key: 'columns',
  about: 'The columns of the file that hold the values, by their names, or by their places counted from 0.',
  otherwise: 'the columns that are not named elsewhere here',
  example: ['age', 'site'],
  value: either(COLUMN_NAME, listOf(COLUMN_NAME)),
};

const WHERE: KeyDescription = {
  key: 'where',
  about: 'Which rows count: names of columns with the value, or the list of values, that a row must have.',
  otherwise: 'all rows',
  example: { split: 'train' },
  value: { kind: 'names', of: either(CELL, listOf(CELL)), from: 'columns' },
};

const WEIGHT: KeyDescription = {
  key: 'weight',
  about: 'The column that says how many samples a row stands for.',
  otherwise: 'one a row',
  example: 'count',
  value: COLUMN_NAME,
};

const BINS: KeyDescription = {
  key: 'bins',
  about: 'How numbers become classes: the number of intervals, their edges, or their width.',
  otherwise: 'each value is a class',
  unit: 'that of the column',
  example: [0, 18, 40, 65, 120],
  value: either(COUNT, listOf({ kind: 'number' }), {
    kind: 'map',
    keys: [
      {
        key: 'width',
        about: 'The width of all intervals, the first of which begins at 0.',
        unit: 'that of the column',
        required: true,
        example: 5,
        value: { kind: 'number', above: 0 },
      },
    ],
  }),
};

const FOLDER: KeyDescription = {
  key: 'folder',
  about: 'A folder with one sub-folder for each class and one file for each sample, relative to this file.',
  example: 'data/train',
  required: true,
  value: { kind: 'text' },
};

const ENDING: KeyDescription = {
  key: 'ending',
  about: 'The ending of the files that are samples, or a list of endings.',
  otherwise: 'those of pictures',
  example: 'wav',
  value: either({ kind: 'text' }, listOf({ kind: 'text' })),
};

const LONG_TAIL: KeyDescription = {
  key: 'long-tail',
  about: 'Sizes that fall by a constant factor, as in the long-tailed CIFAR sets (Cao et al. 2019).',
  required: true,
  example: { classes: 100, max: 500, factor: 0.01 },
  value: {
    kind: 'map',
    keys: [
      { key: 'classes', about: 'Number of classes.', required: true, example: 100, value: COUNT },
      {
        key: 'max',
        about: 'Size of the largest class.',
        unit: 'samples',
        required: true,
        example: 500,
        value: COUNT,
      },
      {
        key: 'factor',
        about: 'Size of the smallest class as a part of that of the largest.',
        required: true,
        example: 0.01,
        value: { kind: 'number', above: 0, most: 1 },
      },
    ],
  },
};

/** Labels and features: a row a sample. */
export const ROWS_IN_A_FILE: Shape = { kind: 'map', keys: [FILE, COLUMN, COLUMNS, WHERE, WEIGHT] };
/** Weights: as many rows as columns. */
export const MATRIX_IN_A_FILE: Shape = { kind: 'map', keys: [FILE, COLUMN, COLUMNS] };
/** Class sizes are counted in a file or a folder, or follow a formula. */
export const CLASSES_ELSEWHERE: readonly Shape[] = [
  { kind: 'map', keys: [FILE, { ...COLUMN, example: 'label' }, WHERE, WEIGHT, BINS] },
  { kind: 'map', keys: [FOLDER, ENDING] },
  { kind: 'map', keys: [LONG_TAIL] },
];

/** Objectives about whose data the panel has something to tell: a file of which rows are left out, and a guess. */
import { longTailGuess } from '../../../src/language/guesses/guessedClasses';
import type { ClassSize, Definition, Parameter, ValueFile } from '../../../src/objective/definition';
import { defineObjective, known } from './defineObjective';

export const DATA_DEFINITIONS: Readonly<Record<string, () => Definition>> = {
  'bound-ages': boundAges,
  'bound-counts': boundCounts,
  guessed,
};

/** Two columns of a table, of which half of the rows are of another split, and some have no value. */
function boundAges(): Definition {
  const labels = Array.from({ length: 24 }, (_, k) => [18 + ((k * k * 7) % 61), (k % 4) * 10]);
  return defineObjective(
    'train.py, by_age',
    'y-aware',
    {
      labels: {
        ...known(labels, 'config objective-lens.yaml'),
        file: {
          path: 'data/participants.tsv',
          version: '1',
          rows: 24,
          columns: 2,
          read: 95,
          columnNames: ['age', 'score'],
          leftOut: [
            { kind: 'filtered', because: 'not `split` = train', rows: 64 },
            { kind: 'missing', because: 'no value in `age`, `score`', rows: 7 },
          ],
          distinct: 24,
        },
      },
      kernel: known('gaussian', 'default of the library'),
      bandwidth: known(12),
      temperature: known(0.1),
      dimension: known(128),
    },
    'nidl',
  );
}

function boundCounts(): Definition {
  const sizes = [6705, 1113, 1099, 514, 327, 142, 115];
  const classes: ClassSize[] = ['nv', 'mel', 'bkl', 'bcc', 'akiec', 'vasc', 'df'].map((name, k) => ({
    name,
    count: sizes[k],
  }));
  return defineObjective(
    'train_lesions.py, criterion',
    'supcon',
    {
      classes: boundTo({ path: 'data/ham10000-class-counts.csv', read: 7, columnNames: ['label'] }, classes),
      temperature: known(0.1),
      dimension: known(128),
    },
    'pytorch-metric-learning',
  );
}

function boundTo<T extends readonly unknown[]>(
  about: Pick<ValueFile, 'path' | 'read' | 'columnNames'>,
  value: T,
): Parameter<T> {
  const file = {
    ...about,
    version: '1',
    rows: value.length,
    columns: 1,
    leftOut: [],
    distinct: value.length,
  };
  return { ...known(value, 'config objective-lens.yaml'), file };
}

/** A loss beside `num_classes = 4`. */
function guessed(): Definition {
  const definition = defineObjective(
    'train.py, guessed',
    'supcon',
    { temperature: known(0.1), dimension: known(64) },
    'pytorch-metric-learning',
  );
  const guess = longTailGuess(
    { classes: 4, max: 500, factor: 1 },
    {
      because: 'num_classes is 4 in the code',
      assumption: 'if the 4 classes that num_classes names are balanced',
    },
  );
  return { ...definition, guess: { ...guess, title: 'Use 4 balanced classes' } };
}

/** Weights that the author gives pair by pair: as a matrix, or as an expression of labels or features. */
import type { Parameters, Views, WeightMatrix } from './definition';
import { groupExchangeable } from './exchangeableRows';
import { groupByKey, groupRows, type Rows } from './grouping';
import { labelName, numbered, type SampleWeights } from './sampleWeights';
import { UnusableWeight } from './unusableWeight';
import type { NeededData } from './weightExpression/checkNames';
import type { PairData } from './weightExpression/compileExpression';
import { checkExpression, compileWeight } from './weightExpression/weightExpression';

type Table = readonly (readonly number[])[];

/** Throws: ExpressionError on a text that the language room must refuse; UnusableWeight when a weight is asked for. */
export function weightedSamples(parameters: Parameters): SampleWeights {
  const weights = parameters.weights?.value;
  if (!weights) throw new Error('Weights are needed before they are used.');
  return 'expression' in weights
    ? byExpression(weights.expression, parameters)
    : byMatrix(weights, parameters.views.value);
}

function byMatrix(weights: WeightMatrix, views: Views | null): SampleWeights {
  // Views with places of their own stand in one group only when they weigh each other as they weigh other samples.
  const groups = groupExchangeable(weights, views !== null && !views.tied);
  return {
    items: numbered(weights.length),
    grouping: groupByKey(weights.length, (i) => groups[i]),
    logWeight: (i, j) => Math.log(weights[i][j] ?? 0),
    isCompared: (i, j) => weights[i][j] !== null,
  };
}

/** Samples whose labels and features are equal, as far as the expression looks at them, are alike. */
function byExpression(text: string, { labels, features }: Parameters): SampleWeights {
  const checked = checkExpression(text);
  const data = pairData(checked.needs, labels?.value ?? null, features?.value ?? null);
  const { logWeight, weight } = compileWeight(checked, data);
  const grouping = groupRows(rowsOf(data));
  const items = data.labels?.map((label) => ({ name: labelName(label), size: 1 }));
  return {
    items: items ?? numbered(grouping.groupOf.length),
    grouping,
    logWeight: (i, j) => {
      const log = logWeight(i, j);
      if (Number.isNaN(log))
        throw new UnusableWeight([nameSample(data, i), nameSample(data, j)], weight(i, j));
      return log;
    },
  };
}

/** A sample as sentences about its weights name it. */
export function nameSample({ labels }: PairData, i: number): string {
  return labels === null ? `sample ${i + 1}` : `label ${labelName(labels[i])}`;
}

/** Labels and features side by side. */
function rowsOf({ labels, features }: PairData): Rows {
  const tables = [labels, features].filter((table) => table !== null);
  return {
    count: tables[0].length,
    width: tables.reduce((width, table) => width + table[0].length, 0),
    write: (row, into) => into.set(tables.flatMap((table) => table[row])),
  };
}

/** What an expression looks at, of the labels and features that are known. Features are normalised, as in X-CLR. */
export function pairData(needs: NeededData, labels: Table | null, features: Table | null): PairData {
  return {
    labels: needs.labels ? labels : null,
    features: needs.features && features !== null ? features.map(unit) : null,
  };
}

function unit(row: readonly number[]): readonly number[] {
  const norm = Math.hypot(...row);
  return row.map((x) => x / norm);
}

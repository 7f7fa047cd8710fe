/** Reads rows of numbers: labels, features and weight matrices. */
import type { WeightMatrix, WeightSource } from '../../../objective/definition';
import type { ValueNode } from '../../values';
import type { FindingList } from '../findingList';
import { readFileSource } from './fileSource';
import { type Expectation, INVALID, type InlineReader, rejectValue, showNode, value } from './inlineValue';
import { readExpression } from './weightExpressions';

type Rows = readonly (readonly number[])[];

const LABELS = {
  what: 'a list with one number, or one row of numbers, for each sample',
  example: 'labels: [0.1, 0.5, 0.9]',
};
const FEATURES = {
  what: 'a list with one row of numbers for each sample',
  example: 'features: [[1, 0], [0, 1]]',
};
const WEIGHTS = {
  what: 'a square matrix of numbers of at least 0, one row for each anchor',
  example: 'weights: [[1, 0.5], [0.5, 1]]',
};

/** Scalar labels become rows of length one. */
export const readLabels: InlineReader<Rows> = (node, key, findings) => {
  const source = readFileSource(node, key, 'rows', findings);
  if (source) return source;
  const scalars = node.kind === 'list' && node.items.every((item) => item.kind !== 'list');
  const rows = readNumbers(node, { key, expected: LABELS, findings }, scalars);
  return rows ? value(rows) : INVALID;
};

export const readFeatures: InlineReader<Rows> = (node, key, findings) => {
  const source = readFileSource(node, key, 'rows', findings);
  if (source) return source;
  const rows = readNumbers(node, { key, expected: FEATURES, findings });
  if (!rows || node.kind !== 'list') return INVALID;
  const zero = rows.findIndex((row) => row.every((x) => x === 0));
  if (zero < 0) return value(rows);
  findings.invalid(
    node.items[zero].span,
    `Row ${zero + 1} of \`${key}\` is all zeros: it has no direction, so it cannot be normalised to length 1. Remove the sample or give it a feature.`,
  );
  return INVALID;
};

/** A matrix, in which null stands for a pair that is in no denominator; a file that holds one; or an expression. */
export const readWeights: InlineReader<WeightSource> = (node, key, findings) => {
  const source = readFileSource(node, key, 'matrix', findings);
  if (source) return source;
  if (node.kind === 'string' && node.value.trim() !== '') return readExpression(node, findings);
  const rows = readRows(node, { key, expected: WEIGHTS, findings }, { scalars: false, nulls: true });
  return rows && node.kind === 'list' && isWeightMatrix(rows, node.items, key, findings)
    ? value(rows)
    : INVALID;
};

function isWeightMatrix(
  rows: WeightMatrix,
  nodes: readonly ValueNode[],
  key: string,
  findings: FindingList,
): boolean {
  if (rows[0].length !== rows.length) {
    findings.invalid(
      nodes[0].span,
      `\`${key}\` has ${rows.length} rows of ${rows[0].length} numbers, but must be square: row i holds the weights that anchor i gives to each sample. Write, for example, \`${WEIGHTS.example}\`.`,
    );
    return false;
  }
  const isNegative = (w: number | null) => w !== null && w < 0;
  const negative = rows.findIndex((row) => row.some(isNegative));
  if (negative >= 0) {
    const row = nodes[negative];
    const at = row.kind === 'list' ? row.items[rows[negative].findIndex(isNegative)] : row;
    findings.invalid(
      at.span,
      `A weight in \`${key}\` is ${showNode(at)}, but must be at least 0: weights are normalised to probabilities. To push a pair apart give it weight 0.`,
    );
    return false;
  }
  if (rows.some((row) => row.some((w) => w !== null && w > 0))) return true;
  findings.invalid(
    nodes[0].span,
    `No number in \`${key}\` is above 0, so no anchor has a positive and there is nothing to learn.`,
  );
  return false;
}

interface Purpose {
  readonly key: string;
  readonly expected: Expectation;
  readonly findings: FindingList;
}

interface Cells {
  /** Whether an item is a row of one number rather than a list. */
  readonly scalars: boolean;
  readonly nulls: boolean;
}

function readNumbers(node: ValueNode, purpose: Purpose, scalars = false): Rows | null {
  // Without nulls every cell is a number.
  return readRows(node, purpose, { scalars, nulls: false }) as Rows | null;
}

/** Rows of one length, or null after a finding at the row that is wrong. */
function readRows(node: ValueNode, purpose: Purpose, cells: Cells): (number | null)[][] | null {
  const { key, expected, findings } = purpose;
  if (node.kind !== 'list' || node.items.length === 0) {
    rejectValue(node, key, expected, findings);
    return null;
  }
  const rows: (number | null)[][] = [];
  for (const [i, item] of node.items.entries()) {
    const row = readRow(item, i, purpose, cells);
    if (row === null) return null;
    if (i > 0 && row.length !== rows[0].length) {
      const counts = `Row ${i + 1} of \`${key}\` has length ${row.length}, but the first row has length ${rows[0].length}.`;
      findings.invalid(
        item.span,
        `${counts} All rows must have the same length, as in \`${expected.example}\`.`,
      );
      return null;
    }
    rows.push(row);
  }
  return rows;
}

function readRow(
  node: ValueNode,
  index: number,
  { key, expected, findings }: Purpose,
  { scalars, nulls }: Cells,
): (number | null)[] | null {
  const cells = scalars ? [node] : node.kind === 'list' ? node.items : [];
  const isCell = (cell: ValueNode) =>
    cell.kind === 'number' ? Number.isFinite(cell.value) : nulls && cell.kind === 'null';
  const wrong = cells.find((cell) => !isCell(cell));
  if (cells.length > 0 && !wrong) return cells.map((cell) => (cell.kind === 'number' ? cell.value : null));
  const at = wrong ?? node;
  const place = scalars ? `Value ${index + 1}` : `Row ${index + 1}`;
  const found = wrong && !scalars ? `holds ${showNode(at)}` : `is ${showNode(at)}`;
  findings.invalid(
    at.span,
    `${place} of \`${key}\` ${found}, but \`${key}\` must be ${expected.what}, all finite. Write, for example, \`${expected.example}\`.`,
  );
  return null;
}

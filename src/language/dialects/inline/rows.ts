/** Reads rows of numbers: labels, features and weight matrices. */
import type { ValueNode } from '../../values';
import type { FindingList } from '../findingList';
import { readFileSource } from './fileSource';
import { type Expectation, INVALID, type InlineReader, rejectValue, showNode, value } from './inlineValue';

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
  const source = readFileSource(node, 'labels', LABELS.example, findings);
  if (source) return source;
  const scalars = node.kind === 'list' && node.items.every((item) => item.kind !== 'list');
  const rows = readRows(node, key, LABELS, findings, scalars);
  return rows ? value(rows) : INVALID;
};

export const readFeatures: InlineReader<Rows> = (node, key, findings) => {
  const source = readFileSource(node, 'features', FEATURES.example, findings);
  if (source) return source;
  const rows = readRows(node, key, FEATURES, findings);
  if (!rows || node.kind !== 'list') return INVALID;
  const zero = rows.findIndex((row) => row.every((x) => x === 0));
  if (zero < 0) return value(rows);
  findings.invalid(
    node.items[zero].span,
    `Row ${zero + 1} of \`${key}\` is all zeros: it has no direction, so it cannot be normalised to length 1. Remove the sample or give it a feature.`,
  );
  return INVALID;
};

export const readWeights: InlineReader<Rows> = (node, key, findings) => {
  const source = readFileSource(node, 'weights', WEIGHTS.example, findings);
  if (source) return source;
  if (node.kind === 'string' && node.value.trim() !== '') {
    findings.unread(
      node.span,
      'Weights written as an expression are not supported yet, so they count as unknown and the verdict is conditional. ' +
        `Write the matrix inline, for example \`${WEIGHTS.example}\`, or use \`objective: y-aware\` with one of its kernels.`,
    );
    return { kind: 'unknown', missing: node.value };
  }
  const rows = readRows(node, key, WEIGHTS, findings);
  return rows && node.kind === 'list' && isWeightMatrix(rows, node.items, key, findings)
    ? value(rows)
    : INVALID;
};

function isWeightMatrix(
  rows: Rows,
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
  const negative = rows.findIndex((row) => row.some((w) => w < 0));
  if (negative >= 0) {
    const row = nodes[negative];
    const at = row.kind === 'list' ? row.items[rows[negative].findIndex((w) => w < 0)] : row;
    findings.invalid(
      at.span,
      `A weight in \`${key}\` is ${showNode(at)}, but must be at least 0: weights are normalised to probabilities. To push a pair apart give it weight 0.`,
    );
    return false;
  }
  if (rows.some((row) => row.some((w) => w > 0))) return true;
  findings.invalid(
    nodes[0].span,
    `All numbers in \`${key}\` are 0, so no anchor has a positive and there is nothing to learn.`,
  );
  return false;
}

/** Rows of one length, or null after a finding at the row that is wrong. */
function readRows(
  node: ValueNode,
  key: string,
  expected: Expectation,
  findings: FindingList,
  scalars = false,
): number[][] | null {
  if (node.kind !== 'list' || node.items.length === 0) {
    rejectValue(node, key, expected, findings);
    return null;
  }
  const rows: number[][] = [];
  for (const [i, item] of node.items.entries()) {
    const row = readRow(item, i, key, expected, findings, scalars);
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
  key: string,
  expected: Expectation,
  findings: FindingList,
  scalars: boolean,
): number[] | null {
  const cells = scalars ? [node] : node.kind === 'list' ? node.items : [];
  const wrong = cells.find((cell) => cell.kind !== 'number' || !Number.isFinite(cell.value));
  if (cells.length > 0 && !wrong) return cells.map((cell) => (cell.kind === 'number' ? cell.value : 0));
  const at = wrong ?? node;
  const place = scalars ? `Value ${index + 1}` : `Row ${index + 1}`;
  const found = wrong && !scalars ? `holds ${showNode(at)}` : `is ${showNode(at)}`;
  findings.invalid(
    at.span,
    `${place} of \`${key}\` ${found}, but \`${key}\` must be ${expected.what}, all finite. Write, for example, \`${expected.example}\`.`,
  );
  return null;
}

/** Reads the two targets that are matrices: wished similarities, and the counts of a confusion matrix. */
import { confusionWish } from '../../geometry/remedy/design/confusionWish';
import type { Wish } from '../../geometry/remedy/design/designObjective';
import type { FindingList } from '../dialects/findingList';
import { findEntry } from '../dialects/inline/entries';
import { type Expectation, rejectValue, showNode } from '../dialects/inline/inlineValue';
import type { MapEntry, ValueNode } from '../values';
import { MOST_CLASSES, readMatrixClasses } from './readClassNames';

const SIMILARITIES = {
  what: 'a square matrix of cosines, with 1 on the diagonal',
  example: 'similarities: [[1, 0.5], [0.5, 1]]',
};
const CONFUSION = {
  what: 'a square matrix of counts, a row for each true class and a column for each predicted one',
  example: 'confusion: [[50, 3], [2, 45]]',
};
/** Two directions of a pair that differ by less were meant to be equal. */
const SAME = 1e-9;

export function readSimilarities(entries: readonly MapEntry[], findings: FindingList): Wish | null {
  const node = findEntry(entries, 'similarities')!.value;
  const rows = readSquare(node, 'similarities', SIMILARITIES, findings);
  if (rows === null) return null;
  for (const [i, row] of rows.entries())
    for (const [j, x] of row.entries()) {
      const problem = similarityProblem(rows, i, j, x);
      if (problem !== null) {
        findings.invalid(cellAt(node, i, j).span, problem);
        return null;
      }
    }
  const classes = readMatrixClasses(entries, rows.length, findings);
  const similarities = rows.map((row, i) => row.map((x, j) => (i === j ? 1 : (x + rows[j][i]) / 2)));
  return classes === null ? null : { classes, similarities };
}

function similarityProblem(
  rows: readonly (readonly number[])[],
  i: number,
  j: number,
  x: number,
): string | null {
  const where = `row ${i + 1}, column ${j + 1} of \`similarities\``;
  if (i === j)
    return Math.abs(x - 1) <= SAME
      ? null
      : `The cosine in ${where} is ${x}, but a class with itself has cosine 1.`;
  if (Math.abs(x) > 1 + SAME) return `The cosine in ${where} is ${x}, but cosines lie between −1 and 1.`;
  if (Math.abs(x - rows[j][i]) <= SAME) return null;
  return `The cosine in ${where} is ${x}, but in row ${j + 1}, column ${i + 1} it is ${rows[j][i]}: a pair has one cosine. Write the same number in both places.`;
}

export function readConfusion(entries: readonly MapEntry[], findings: FindingList): Wish | null {
  const node = findEntry(entries, 'confusion')!.value;
  const rows = readSquare(node, 'confusion', CONFUSION, findings);
  if (rows === null) return null;
  for (const [i, row] of rows.entries()) {
    const negative = row.findIndex((n) => n < 0);
    if (negative >= 0) {
      findings.invalid(
        cellAt(node, i, negative).span,
        `Row ${i + 1} of \`confusion\` holds ${row[negative]}, but counts are at least 0.`,
      );
      return null;
    }
    if (row.every((n) => n === 0)) {
      findings.invalid(
        cellAt(node, i, 0).span,
        `Row ${i + 1} of \`confusion\` holds only zeros: of a class that was never tested nothing is known. Leave it out, as row and as column.`,
      );
      return null;
    }
  }
  const classes = readMatrixClasses(entries, rows.length, findings);
  const made = confusionWish(rows);
  if (classes === null) return null;
  if ('wish' in made) return { classes, similarities: made.wish };
  const [i, j] = made.unrecognised;
  findings.invalid(
    cellAt(node, i, i).span,
    `Neither "${classes[i].name}" nor "${classes[j].name}" is ever recognised (rows ${i + 1} and ${j + 1} have 0 on the diagonal), so how similar they are is not told by these counts. Leave one of them out.`,
  );
  return null;
}

function readSquare(
  node: ValueNode,
  key: string,
  expected: Expectation,
  findings: FindingList,
): number[][] | null {
  if (node.kind !== 'list' || node.items.length < 2) {
    rejectValue(node, key, { ...expected, what: `${expected.what}, of two classes or more` }, findings);
    return null;
  }
  if (node.items.length > MOST_CLASSES) {
    findings.invalid(
      node.span,
      `\`${key}\` has ${node.items.length} rows; a design holds at most ${MOST_CLASSES} classes.`,
    );
    return null;
  }
  const rows: number[][] = [];
  for (const [i, row] of node.items.entries()) {
    if (row.kind !== 'list' || row.items.length !== node.items.length) {
      const found = row.kind === 'list' ? `has ${row.items.length} numbers` : `is ${showNode(row)}`;
      findings.invalid(
        row.span,
        `Row ${i + 1} of \`${key}\` ${found}, but the matrix has ${node.items.length} rows and must be square. Write, for example, \`${expected.example}\`.`,
      );
      return null;
    }
    const wrong = row.items.find((cell) => cell.kind !== 'number' || !Number.isFinite(cell.value));
    if (wrong) {
      findings.invalid(
        wrong.span,
        `Row ${i + 1} of \`${key}\` holds ${showNode(wrong)}, but it must be ${expected.what}.`,
      );
      return null;
    }
    rows.push(row.items.map((cell) => (cell.kind === 'number' ? cell.value : 0)));
  }
  return rows;
}

function cellAt(node: ValueNode, i: number, j: number): ValueNode {
  const row = node.kind === 'list' ? node.items[i] : node;
  return row.kind === 'list' ? row.items[j] : row;
}

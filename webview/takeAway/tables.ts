/** Embedding and similarities as files and as lines of code: nothing rounded, whatever the panel shows. */
import type { Geometry, ObjectiveView } from '../../src/protocol/panelMessages';

/** One row a point. */
export interface Embedding {
  readonly names: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

export function embeddingCsv({ names, rows }: Embedding): string {
  const axes = Array.from({ length: rows[0]?.length ?? 0 }, (_, k) => `x${k + 1}`);
  return csv([['name', ...axes], ...rows.map((row, k) => [names[k], ...row])]);
}

export function similaritiesCsv(geometry: Geometry): string {
  const names = rowNames(geometry);
  return csv([['', ...names], ...geometry.attainable.map((row, k) => [names[k], ...row])]);
}

/** Of a geometry with very many points the similarities are those of its rows. */
export const rowNames = ({ points, rows }: Geometry): string[] => rows.map((row) => points[row].name);

export function resultJson(
  { summary, parameters, explanation, analysis }: ObjectiveView,
  embedding: Embedding,
): string {
  const { geometry, training: _, ...answer } = analysis;
  const found = {
    objective: { name: summary.name, kind: summary.kind, dialect: summary.dialect, parameters },
    explanation: explanation.because,
    ...answer,
    embedding,
    similarities: geometry && {
      names: rowNames(geometry),
      asked: geometry.target,
      reached: geometry.attainable,
      measure: geometry.similarity,
    },
  };
  return `${JSON.stringify(found, null, 2)}\n`;
}

export type Library = 'numpy' | 'pytorch';

/** Lines to paste into a script. */
export function embeddingCode({ names, rows }: Embedding, library: Library): string {
  const values = rows.map((row) => `    [${row.map(pythonNumber).join(', ')}],`).join('\n');
  const [imported, open, close] =
    library === 'numpy'
      ? ['import numpy as np', 'np.array([', '])']
      : ['import torch', 'torch.tensor([', '], dtype=torch.float64)'];
  return `${imported}\n\nnames = [${names.map(pythonText).join(', ')}]\nembedding = ${open}\n${values}\n${close}\n`;
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}

/** A text that a spreadsheet would take for a formula is kept a text. */
function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const isFormula = /^[=@+\-\t\r]/.test(value) && Number.isNaN(Number(value));
  const harmless = isFormula ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** JSON's strings are Python's, too, but for what Python 3 reads alike. */
const pythonText = (text: string) => JSON.stringify(text);

const pythonNumber = (value: number) => (Number.isInteger(value) ? `${value}.0` : String(value));

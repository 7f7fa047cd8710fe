/** The last guard before the mathematics: values that the language room should have refused end here as our bug. */
import type { Definition, Parameter, WeightMatrix } from './definition';

type Table = readonly (readonly number[])[];

/** Throws: RangeError naming the value, when a known value cannot belong to an objective. */
export function checkValues({ parameters: p }: Definition): void {
  const positive = (x: number) => x > 0 && Number.isFinite(x);
  check('temperature', p.temperature, positive);
  check('weightTemperature', p.weightTemperature, positive);
  check('dimension', p.dimension, isCount);
  check('samples', p.samples, isCount);
  check('across', p.across, (x) => x >= 0 && Number.isFinite(x));
  check('views', p.views, ({ count }) => isCount(count));
  check(
    'classes',
    p.classes,
    (classes) => classes.length > 0 && classes.every(({ count }) => isCount(count)),
  );
  check('kernel', p.kernel, (kernel) => typeof kernel === 'string' || positive(kernel.exponent));
  check('labels', p.labels, isTable);
  check('bandwidth', p.bandwidth, (widths) => {
    const columns = p.labels?.value?.[0].length;
    if (typeof widths === 'number') return positive(widths);
    return widths.every(positive) && (columns === undefined || widths.length === columns);
  });
  check('features', p.features, (rows) => isTable(rows) && rows.every((row) => row.some(isNotZero)));
  check('weights', p.weights, (source) => 'expression' in source || isWeightMatrix(source));
}

function check<T>(name: string, parameter: Parameter<T> | undefined, isValid: (value: T) => boolean): void {
  const value = parameter?.value ?? null;
  if (value !== null && !isValid(value))
    throw new RangeError(`${name} has a value that no objective can have.`);
}

function isCount(x: number): boolean {
  return Number.isSafeInteger(x) && x > 0;
}

function isWeightMatrix(rows: WeightMatrix): boolean {
  const isWeight = (w: number | null) => w === null || (w >= 0 && Number.isFinite(w));
  return rows.length > 0 && rows.every((row) => row.length === rows.length && row.every(isWeight));
}

/** At least one row, all as long as the first, every number finite. Millions of numbers are looked at: plain loops. */
function isTable(rows: Table): boolean {
  const width = rows[0]?.length ?? 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (row.length !== width) return false;
    for (let k = 0; k < width; k++) if (!Number.isFinite(row[k])) return false;
  }
  return width > 0;
}

const isNotZero = (x: number) => x !== 0;

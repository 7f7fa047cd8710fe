/** Gathers the softmaxes of many batches; equal ones become one, of the mass of both. */
import type { Softmaxes } from '../softmaxes';

export interface BatchRow {
  readonly anchor: number;
  /** Of each column, as in `Softmaxes`. */
  readonly multiplicity: Float64Array;
  readonly weight: Float64Array;
  readonly logRatio: Float64Array;
}

/** Rows of more columns are hardly ever equal, and looking for equal ones takes longer than it saves. */
const MOST_COLUMNS_COMPARED = 24;

export class RowCollector {
  readonly #rows: BatchRow[] = [];
  /** Mass of each row in each block of batches. */
  readonly #masses: number[][];
  readonly #known = new Map<string, number>();
  #decoupled = false;

  constructor(
    private readonly size: number,
    blocks: number,
  ) {
    this.#masses = Array.from({ length: blocks }, () => []);
  }

  /** The arrays of the row must not change afterwards. */
  add(row: BatchRow, block: number, mass: number): void {
    if (!(mass > 0)) return;
    const at = this.#placeOf(row);
    this.#masses[block][at] += mass;
  }

  /** Softmaxes of the mean over all blocks, and the masses they have in each block. Masses sum to 1. */
  finish(): { softmaxes: Softmaxes; blocks: Float64Array[] } {
    const blocks = this.#masses.map((masses) => normalised(Float64Array.from(masses)));
    const mass = new Float64Array(this.#rows.length);
    for (const masses of this.#masses) for (let r = 0; r < mass.length; r++) mass[r] += masses[r];
    return {
      softmaxes: {
        size: this.size,
        anchorOf: Int32Array.from(this.#rows, ({ anchor }) => anchor),
        mass: normalised(mass),
        multiplicity: this.#table('multiplicity'),
        weight: this.#table('weight'),
        logRatio: this.#table('logRatio'),
        decoupled: this.#decoupled,
      },
      blocks,
    };
  }

  #placeOf(row: BatchRow): number {
    const isCompared = this.size < MOST_COLUMNS_COMPARED;
    const key = isCompared ? `${row.anchor} ${row.multiplicity.join()} ${row.weight.join()}` : '';
    const known = isCompared ? this.#known.get(key) : undefined;
    if (known !== undefined) return known;
    const at = this.#rows.length;
    this.#rows.push(row);
    for (const masses of this.#masses) masses.push(0);
    if (isCompared) this.#known.set(key, at);
    this.#decoupled ||= row.weight.some((w, k) => w > 0 && row.multiplicity[k] === 0);
    return at;
  }

  #table(name: 'multiplicity' | 'weight' | 'logRatio'): Float64Array {
    const width = this.size + 1;
    const table = new Float64Array(this.#rows.length * width);
    for (const [r, row] of this.#rows.entries()) table.set(row[name], r * width);
    return table;
  }
}

function normalised(mass: Float64Array): Float64Array {
  const total = mass.reduce((sum, a) => sum + a, 0);
  return total > 0 ? mass.map((a) => a / total) : mass;
}

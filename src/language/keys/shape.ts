/**
 * What may be written where in the files of ours: the one description from which completion, hovers, symbols and the
 * JSON schemas come. The readers in `dialects/` decide what is right; tests hold both together.
 */

/** Values as JSON, for examples and defaults. */
export type PlainValue =
  | number
  | string
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

export interface Option {
  readonly value: string;
  /** One sentence. */
  readonly about: string;
}

export type Shape =
  | {
      readonly kind: 'number';
      /** The value must be larger than this. */
      readonly above?: number;
      readonly least?: number;
      readonly most?: number;
      readonly whole?: true;
    }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'switch' }
  /** `pattern` is a regular expression of JSON schema for the whole text. */
  | { readonly kind: 'text'; readonly pattern?: string }
  /** The name of a data file, relative to the text that names it. */
  | { readonly kind: 'file' }
  /** The name of a column of the file that stands beside it. */
  | { readonly kind: 'column' }
  | { readonly kind: 'null' }
  /** At least one item. */
  | { readonly kind: 'list'; readonly of: Shape }
  /** A map whose keys are the author's own names. */
  | {
      readonly kind: 'names';
      readonly of: Shape;
      /** Where the names come from, when they are not free. */
      readonly from?: 'columns';
    }
  | { readonly kind: 'map'; readonly keys: readonly KeyDescription[] }
  /** One of several maps: the key `by` says which, and stands in all of them. */
  | { readonly kind: 'variants'; readonly by: KeyDescription; readonly variants: readonly Variant[] }
  | { readonly kind: 'either'; readonly shapes: readonly Shape[] };

export interface Variant {
  /** The value of the key that tells variants apart. */
  readonly name: string;
  /** Without that key itself. */
  readonly keys: readonly KeyDescription[];
}

export interface KeyDescription {
  readonly key: string;
  /** What it is; one sentence. */
  readonly about: string;
  /** What it does to the geometry; one or two sentences. */
  readonly effect?: string;
  readonly unit?: string;
  readonly example: PlainValue;
  /** What stands when it is left out, in words. */
  readonly otherwise?: string;
  readonly required?: boolean;
  /** Variants that have the key, where not all do. */
  readonly for?: readonly string[];
  readonly value: Shape;
}

export const either = (...shapes: readonly Shape[]): Shape => ({ kind: 'either', shapes });
export const listOf = (of: Shape): Shape => ({ kind: 'list', of });

/** The alternatives of a shape, none of which has alternatives of its own. */
export function alternatives(shape: Shape): Exclude<Shape, { kind: 'either' }>[] {
  return shape.kind === 'either' ? shape.shapes.flatMap(alternatives) : [shape];
}

/** A source of data as each language of objective files writes it, on one line. */

export type BindingSyntax = 'yaml' | 'json' | 'toml';

/** So many intervals, intervals between edges, or intervals of a width. */
export type WrittenBins = number | readonly number[] | { readonly width: number };

/** What a binding names: a file with its column and rows, or a folder of samples. The keys are those of objective files. */
export type BoundSource =
  | { readonly folder: string }
  | {
      readonly file: string;
      readonly column?: string | number;
      readonly columns?: readonly (string | number)[];
      readonly weight?: string | number;
      readonly bins?: WrittenBins;
      readonly where?: Readonly<Record<string, string>>;
    };

export function sourceText(source: BoundSource, syntax: BindingSyntax): string {
  return inlineMap(source, syntax);
}

/** A key and its value. */
export function entryText(key: string, value: string, syntax: BindingSyntax): string {
  if (syntax === 'json') return `${JSON.stringify(key)}: ${value}`;
  if (syntax === 'yaml') return `${yamlScalar(key)}: ${value}`;
  return `${/^[\w-]+$/.test(key) ? key : JSON.stringify(key)} = ${value}`;
}

/** Plain where YAML reads the text as itself, in whatever version, else in quotes. */
export function yamlScalar(text: string): string {
  return PLAIN.test(text) && !RESERVED.test(text) ? text : JSON.stringify(text);
}

const PLAIN = /^[\p{L}_][\p{L}\p{N}_./-]*$/u;
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

function inlineMap(value: object, syntax: BindingSyntax): string {
  const entries = Object.entries(value).map(([key, inner]) =>
    entryText(key, valueText(inner, syntax), syntax),
  );
  return `{ ${entries.join(', ')} }`;
}

function valueText(value: unknown, syntax: BindingSyntax): string {
  if (Array.isArray(value)) return `[${value.map((item) => valueText(item, syntax)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return inlineMap(value, syntax);
  return typeof value === 'string' && syntax === 'yaml' ? yamlScalar(value) : JSON.stringify(value);
}

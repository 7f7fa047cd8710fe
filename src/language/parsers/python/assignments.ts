/** Splits an assignment's text into what is assigned to and what is assigned, without parsing the value. */

export type Target =
  | { readonly kind: 'name'; readonly name: string; readonly annotation?: string }
  /** `self.x`, `args.temp`. */
  | { readonly kind: 'attribute'; readonly path: readonly string[] }
  /** `config["loss"]["temperature"]`: the object's path and the last key. */
  | { readonly kind: 'item'; readonly path: readonly string[]; readonly key: string }
  /** `a, (b, c)`: names, each with its offset in the statement. */
  | {
      readonly kind: 'pattern';
      readonly names: readonly { readonly name: string; readonly offset: number }[];
    };

export interface SplitAssignment {
  readonly target: Target;
  /** Where the target begins in the statement. */
  readonly offset: number;
  /** Where the value begins in the statement; null for a bare annotation. */
  readonly value: number | null;
}

const NAME = '[\\p{L}_][\\p{L}\\p{N}_]*';
const PATH = `${NAME}(?:\\s*\\.\\s*${NAME})*`;
const SIMPLE = new RegExp(`(${PATH})\\s*(?::(?!=)([^=#]*))?=(?!=)\\s*`, 'uy');
const ITEM = new RegExp(`(${PATH})((?:\\[[^\\]=]*\\])+)\\s*=(?!=)\\s*`, 'uy');

/** Of `a = b = 1` both get the last value. A bare annotation `a: float` assigns nothing and gives none. */
export function splitAssignment(statement: string): readonly SplitAssignment[] {
  const targets: { target: Target; offset: number }[] = [];
  let at = 0;
  for (;;) {
    const found = matchAt(SIMPLE, statement, at) ?? matchAt(ITEM, statement, at);
    if (!found) break;
    targets.push({ target: targetOf(found), offset: at });
    at += found[0].length;
  }
  if (targets.length > 0) return targets.map((target) => ({ ...target, value: at }));
  return splitPattern(statement);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function targetOf([, words, extra]: RegExpExecArray): Target {
  const path = words.split('.').map((part) => part.trim());
  if (extra?.startsWith('[')) {
    const key = /\[\s*[rR]?["']([^"']*)["']\s*\]$/.exec(extra)?.[1] ?? '';
    return { kind: 'item', path, key };
  }
  if (path.length > 1) return { kind: 'attribute', path };
  return { kind: 'name', name: path[0], ...(extra === undefined ? {} : { annotation: extra.trim() }) };
}

/** The names left of the first `=`, whatever brackets and commas stand around them. */
function splitPattern(statement: string): readonly SplitAssignment[] {
  const equals = /(?<![=!<>:+\-*/%&|^@])=(?!=)\s*/.exec(statement);
  if (!equals) return [];
  const names = boundNames(statement.slice(0, equals.index));
  if (names.length === 0) return [];
  return [{ target: { kind: 'pattern', names }, offset: 0, value: equals.index + equals[0].length }];
}

/** Names that a pattern binds: no attributes, no keys, no calls. */
export function boundNames(pattern: string): { name: string; offset: number }[] {
  const names: { name: string; offset: number }[] = [];
  const words = /(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_]*(?!\s*[\p{L}\p{N}_.[("'])/gu;
  const plain = pattern.replace(/\[[^\]]*["'][^\]]*\]/g, (found) => ' '.repeat(found.length));
  for (const { 0: name, index } of plain.matchAll(words)) names.push({ name, offset: index });
  return names;
}

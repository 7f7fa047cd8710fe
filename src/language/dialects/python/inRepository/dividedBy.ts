/** The temperature of a function without an argument for it: what its code divides the similarities by. */
import type { Located, Meaning } from '../program/meaning';
import type { Program, Resolved } from '../program/program';

const DIVISOR =
  /\/\s*\(?\s*((?:[\p{L}_][\p{L}\p{N}_]*\.)*[\p{L}_]*(?:temperature|temp|tau)[\p{L}\p{N}_]*|\d*\.\d+)(?![\p{L}\p{N}_.(])/u;

export function dividedBy(
  { definition, module }: Extract<Meaning, { kind: 'function' }>,
  call: Located,
  program: Program,
): Resolved | null {
  const { start, end } = definition.span;
  const divisor = DIVISOR.exec(module.file.text.slice(start, end));
  if (!divisor) return null;
  const [, words] = divisor;
  const at = start + divisor.index + divisor[0].lastIndexOf(words);
  const span = { start: at, end: at + words.length };
  const node = /^[\d.]+$/.test(words)
    ? ({ kind: 'number', value: Number(words), span } as const)
    : ({ kind: 'name', path: words.split('.'), span } as const);
  const method = module.file.scopes[definition.scope].kind === 'class';
  return program.resolve(
    { node, scope: definition.body, module },
    { module, body: definition.body, call, method },
  );
}

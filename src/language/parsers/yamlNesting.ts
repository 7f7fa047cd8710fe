/** Finds nesting that would exhaust the stack, before anything recursive touches the tokens of a YAML text. */
import type { CST } from 'yaml';
import { DEEPEST_NESTING } from './parsedText';

/** The offset of the first value nested beyond the limit, or null. Walks with its own stack. */
export function findDeepNesting(tokens: readonly CST.Token[]): number | null {
  const stack: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  while (stack.length > 0) {
    const { token, depth } = stack.pop() as { token: CST.Token; depth: number };
    if (depth > DEEPEST_NESTING) return token.offset;
    for (const child of children(token)) stack.push({ token: child, depth: depth + 1 });
  }
  return null;
}

function children(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) =>
    [key, value].filter((node) => node !== undefined && node !== null),
  );
}

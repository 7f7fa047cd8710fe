/** One way to check what arrives from another process, with a sentence for what is wrong. */
import * as v from 'valibot';

export type Decoded<T> =
  | { readonly kind: 'message'; readonly message: T }
  | { readonly kind: 'malformed'; readonly because: string };

/** Runs one schema; what is wrong is told with the path to it, for example `view.analysis.bound`. */
export function decode<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Decoded<T> {
  const result = v.safeParse(schema, value);
  if (result.success) return { kind: 'message', message: result.output };
  const first = result.issues[0];
  const path = v.getDotPath(first);
  return { kind: 'malformed', because: path === null ? first.message : `${path}: ${first.message}` };
}

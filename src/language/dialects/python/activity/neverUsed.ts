/** A loss that a function builds under a local name and never mentions again. */
import type { PythonCall, PythonFile } from '../../../parsers/python/file';
import { mentionsOf } from './mentions';

/** The name, or null. What a module or an object holds may be used from anywhere. */
export function neverUsed(site: PythonCall, { text, scopes }: PythonFile): string | null {
  const name = site.target();
  const scope = scopes[site.scope];
  if (name === null || scope.kind !== 'function' || scope.definition === null) return null;
  const bindings = scope.bindingsOf(name);
  const isLocal = bindings.some(
    ({ kind, offset }) =>
      kind === 'value' && offset <= site.span.start && isOneStatement(text.slice(offset, site.span.start)),
  );
  if (!isLocal) return null;
  const mentions = mentionsOf(name, text, scope.span, bindings.length + 1);
  if (mentions.length !== bindings.length) return null;
  const body = text.slice(scope.span.start, scope.span.end);
  return /\b(?:locals|eval|exec|vars)\s*\(/.test(body) ? null : name;
}

/** `criterion = `, and what may stand between a name and its value. */
const isOneStatement = (words: string) => /^[\w\s:.[\]]*=[\s(]*$/.test(words);

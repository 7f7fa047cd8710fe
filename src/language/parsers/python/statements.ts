/** What each kind of statement binds; read from its text, for the tree would cost more to ask. */
import { boundNames } from './assignments';
import type { Place, ScopeBuilder } from './scopeBuilder';
import type { SourceText } from './sourceText';

export interface Statement {
  readonly source: SourceText;
  readonly builder: ScopeBuilder;
  readonly place: Place;
}

/** By node type. */
export const STATEMENTS: Readonly<Record<string, ((statement: Statement) => void) | undefined>> = {
  assignment: ({ builder, place }) => builder.assign(place),
  augmented_assignment: augment,
  named_expression: bindWalrus,
  for_statement: bindLoop,
  for_in_clause: bindLoop,
  as_pattern: bindAlias,
  case_pattern: ({ source, builder, place }) => builder.bindUnknown(source.slice(place), place, place.start),
  delete_statement: bindDeleted,
  global_statement: (statement) => declare(statement, 'globals'),
  nonlocal_statement: (statement) => declare(statement, 'nonlocals'),
  import_statement: ({ builder, place }) => builder.importNames(place),
  import_from_statement: ({ builder, place }) => builder.importNames(place),
};

const AUGMENTED = /^([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)\s*[^\s\w]/u;

function augment({ source, builder, place }: Statement): void {
  const path = AUGMENTED.exec(source.slice(place))?.[1].split('.') ?? [];
  if (path.length === 1) builder.bind(path[0], { kind: 'other' }, place);
  else if (path.length > 1) builder.assignPart(path, null, place);
}

/** `(T := 0.2)`. */
function bindWalrus({ source, builder, place }: Statement): void {
  const head = /^([\p{L}_][\p{L}\p{N}_]*)\s*:=\s*/u.exec(source.slice(place));
  if (head) builder.bindValue(head[1], { start: place.start + head[0].length, end: place.end }, place);
}

/** The text of a loop's head; its body does not matter here. */
const LONGEST_HEAD = 500;

function bindLoop({ source, builder, place }: Statement): void {
  const end = Math.min(place.end, place.start + LONGEST_HEAD);
  const head = /^(\s*(?:async\s+)?for\b)([\s\S]*?)\bin\b/.exec(source.slice({ ...place, end }));
  if (head) builder.bindUnknown(head[2], { ...place, conditional: true }, place.start + head[1].length);
}

/** `with open(path) as f`: f is what the call gives; of `except E as e` and others nothing is known. */
function bindAlias({ source, builder, place }: Statement): void {
  const text = source.slice(place);
  const alias = /\bas\s+([\s\S]+)$/.exec(text);
  if (!alias) return;
  const [only, ...others] = boundNames(alias[1]);
  const before = text.slice(0, alias.index).trimEnd();
  const offset = place.start + text.length - alias[1].length;
  if (only && others.length === 0 && before.endsWith(')'))
    builder.bindValue(
      only.name,
      { start: place.start, end: place.start + before.length },
      { ...place, start: offset },
    );
  else builder.bindUnknown(alias[1], place, offset);
}

function bindDeleted({ source, builder, place }: Statement): void {
  builder.bindUnknown(source.slice(place).slice('del'.length), place, place.start + 'del'.length);
}

function declare({ source, builder, place }: Statement, kind: 'globals' | 'nonlocals'): void {
  const words = source
    .slice(place)
    .split(/[\s,]+/)
    .slice(1);
  for (const name of words) builder.scopes[place.scope][kind].add(name);
}

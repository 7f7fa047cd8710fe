/** What can be written at the cursor of an objective file or the project file: keys, values, data files, columns. */
import { pathBeside } from '../../../data/dataFile';
import { describeKey, expected } from '../../keys/describeKey';
import { type Grammar, grammarOf } from '../../keys/grammars';
import { COMMENT_SHAPE } from '../../keys/projectShape';
import { render } from '../../keys/render';
import type { KeyDescription, PlainValue, Shape } from '../../keys/shape';
import { entriesOf, keysFor, nodeAt, shapesAt } from '../../keys/shapeAt';
import { bindingCommentAt } from './bindingCommentAt';
import type { CompletionItem, CompletionSources } from './completionItem';
import { CURSOR_WORD, type Cursor, cursorAt } from './cursor';
import { relativeNames } from './relativeNames';
import { escapeSnippet, mapExample, writeKey } from './snippets';

interface Place extends Grammar {
  readonly cursor: Cursor;
  /** Of the text, below the workspace root. */
  readonly path: string;
  readonly sources: CompletionSources;
}

/** For files of others only in comments that are written for us. In the order in which they are to be shown. */
export async function completionsAt(
  path: string,
  text: string,
  offset: number,
  sources: CompletionSources,
): Promise<CompletionItem[]> {
  const grammar = grammarOf(path);
  if (grammar) return itemsAt(text, offset, { ...grammar, path, sources });
  const comment = bindingCommentAt(path, text, offset);
  if (!comment) return [];
  const items = await itemsAt(comment.text, offset - comment.start, { ...COMMENTS, path, sources });
  return items.map((item) => ({
    ...item,
    span: { start: item.span.start + comment.start, end: item.span.end + comment.start },
  }));
}

const COMMENTS: Grammar = { syntax: 'yaml', shape: COMMENT_SHAPE };

async function itemsAt(
  text: string,
  offset: number,
  around: Omit<Place, 'cursor'>,
): Promise<CompletionItem[]> {
  const cursor = cursorAt(text, offset, around.syntax);
  if (!cursor) return [];
  const place: Place = { ...around, cursor };
  return [
    ...(cursor.place === 'value' ? [] : [...keyItems(place), ...(await columnKeys(place))]),
    ...(cursor.place === 'key' ? [] : await valueItems(place)),
  ];
}

function keyItems(place: Place): CompletionItem[] {
  const { shape, cursor } = place;
  const entries = entriesOf(nodeAt(cursor.root, cursor.path)).filter(({ key }) => key !== CURSOR_WORD);
  const written = new Set(entries.map(({ key }) => key));
  const open = keysFor(shapesAt(shape, cursor.root, cursor.path), entries).filter(
    ({ key }) => !written.has(key),
  );
  const isRequired = ({ required }: KeyDescription) => required === true;
  return [...open.filter(isRequired), ...open.filter((key) => !isRequired(key))].map((key) =>
    keyItem(key, place),
  );
}

/** Columns of the file beside, where they are the keys of a map. */
async function columnKeys(place: Place): Promise<CompletionItem[]> {
  const { shape, cursor } = place;
  const shapes = shapesAt(shape, cursor.root, cursor.path);
  const map = shapes.find((one) => one.kind === 'names' && one.from === 'columns');
  if (map?.kind !== 'names') return [];
  const written = new Set(entriesOf(nodeAt(cursor.root, cursor.path)).map(({ key }) => key));
  const names = (await columnNames(place)).filter((name) => !written.has(name));
  return names.map((key) => ({
    ...keyItem({ key, about: 'A column of the file.', example: 'train', value: map.of }, place),
    kind: 'column' as const,
  }));
}

function keyItem(description: KeyDescription, { cursor, syntax }: Place): CompletionItem {
  const { key, value, required } = description;
  const bare = syntax === 'json' ? JSON.stringify(key) : key;
  const keyOnly = cursor.hasValue || cursor.isQuoted;
  const written = keyOnly ? { text: bare, snippet: escapeSnippet(bare) } : writeKey(description, syntax);
  return {
    label: key,
    kind: 'key',
    detail: [...(required ? ['required'] : []), expected(value).replaceAll('`', '')].join(' · '),
    documentation: describeKey(description, syntax),
    span: cursor.span,
    text: written.text + cursor.behind,
    snippet: written.snippet + cursor.behind,
    filter: bare,
  };
}

async function valueItems(place: Place): Promise<CompletionItem[]> {
  const { shape, cursor } = place;
  const shapes = shapesAt(shape, cursor.root, cursor.path);
  const items = await Promise.all(shapes.map((one) => valuesOf(one, place)));
  return items.flat();
}

async function valuesOf(shape: Shape, place: Place): Promise<CompletionItem[]> {
  switch (shape.kind) {
    case 'choice':
      return shape.options.map(({ value, about }) => valueItem(value, 'value', place, about));
    case 'switch':
      return [true, false].map((value) => valueItem(value, 'value', place));
    case 'map':
      return mapItems(shape.keys, place);
    case 'file':
      return (await fileNames(place)).map((name) => valueItem(name, 'file', place));
    case 'column':
      return (await columnNames(place)).map((name) => valueItem(name, 'column', place));
    default:
      return [];
  }
}

/** A map on one line, where its keys cannot begin lines of their own. */
function mapItems(keys: readonly KeyDescription[], place: Place): CompletionItem[] {
  const { isQuoted, place: where } = place.cursor;
  return !isQuoted && where === 'value' ? [valueItem(mapExample(keys), 'structure', place)] : [];
}

function valueItem(
  value: PlainValue,
  kind: CompletionItem['kind'],
  { cursor, syntax }: Place,
  documentation?: string,
): CompletionItem {
  const text = cursor.isQuoted ? String(value) : render(value, syntax);
  return {
    label: typeof value === 'object' ? render(value, syntax) : String(value),
    kind,
    ...(documentation === undefined ? {} : { documentation }),
    span: cursor.span,
    text: text + cursor.behind,
    snippet: escapeSnippet(text) + cursor.behind,
    filter: text,
  };
}

async function fileNames({ path, sources }: Place): Promise<string[]> {
  return relativeNames(path, await sources.dataFiles());
}

/** The file stands beside the key of the column, or of the list of columns. */
async function columnNames({ cursor, path, sources }: Place): Promise<readonly string[]> {
  const holder = cursor.path.slice(
    0,
    cursor.path.findLastIndex((step) => typeof step === 'string'),
  );
  const file = entriesOf(nodeAt(cursor.root, holder)).findLast(({ key }) => key === 'file')?.value;
  const name = file?.kind === 'string' ? pathBeside(path, file.value) : null;
  return name === null ? [] : sources.columns(name);
}

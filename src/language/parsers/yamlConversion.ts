/** Turns a composed YAML document into value nodes, following aliases on a budget. */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Scalar,
  type YAMLMap,
} from 'yaml';
import type { Span } from '../../objective/definition';
import type { MapEntry, ValueNode } from '../values';
import { DEEPEST_NESTING, type SyntaxProblem } from './parsedText';
import { resolvePlainScalar, type ScalarRules, type ScalarValue } from './yamlScalars';

/** More values than this come from aliases of aliases (a "billion laughs"), never from a real file. */
const MOST_ALIASED_VALUES = 100_000;

interface Anchor {
  readonly node: Node;
  readonly offset: number;
}

const CORE_TAG = 'tag:yaml.org,2002:';

export class YamlConversion {
  readonly problems: SyntaxProblem[] = [];
  private readonly anchors = new Map<string, Anchor[]>();
  private aliased = 0;
  /** The alias being followed: every value below it stands, for the reader, where the alias stands. */
  private via: Span | null = null;
  private depth = 0;

  constructor(
    document: Document.Parsed,
    private readonly rules: ScalarRules,
    private readonly text: string,
  ) {
    this.collectAnchors(document.contents);
  }

  convert(node: unknown): ValueNode {
    if (this.via && ++this.aliased > MOST_ALIASED_VALUES) return this.refuse(this.via);
    if (this.depth > 2 * DEEPEST_NESTING) return this.refuse(this.spanOf(node));
    this.depth++;
    const value = this.convertNode(node);
    this.depth--;
    return value;
  }

  private convertNode(node: unknown): ValueNode {
    const span = this.spanOf(node);
    if (isAlias(node)) return this.follow(node, span);
    if (isMap(node)) return { kind: 'map', entries: this.entries(node.items), span };
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => this.convertItem(item)), span };
    if (isScalar(node)) return this.scalar(node, span);
    return { kind: 'null', span };
  }

  /** An item of a list may be a pair: `[a: 1]` is a list of a map. */
  private convertItem(item: unknown): ValueNode {
    if (!isPair(item)) return this.convert(item);
    return { kind: 'map', entries: this.entries([item]), span: this.spanOf(item.key) };
  }

  /** What is merged in (`<<: *base`) counts where the map does not say otherwise, and of several the first. */
  private entries(pairs: readonly Pair[]): MapEntry[] {
    const own: MapEntry[] = [];
    const merged: MapEntry[] = [];
    for (const pair of pairs) {
      const entry = this.entry(pair);
      const base = entry.key === '<<' ? mergedEntries(entry.value) : null;
      if (base) merged.push(...base);
      else own.push(entry);
    }
    if (merged.length === 0) return own;
    const known = new Set(own.map(({ key }) => key));
    const added = merged.filter(({ key }) => !known.has(key) && known.add(key));
    return [...added, ...own];
  }

  private entry(pair: Pair): MapEntry {
    const keySpan = this.spanOf(pair.key);
    const key = isScalar(pair.key) ? this.sourceOf(pair.key) : this.text.slice(keySpan.start, keySpan.end);
    const read: ValueNode = pair.value ? this.convert(pair.value) : { kind: 'null', span: keySpan };
    // A half-typed `temperature:` has nothing to underline but its key.
    const value =
      read.kind === 'null' && read.span.start === read.span.end ? { ...read, span: keySpan } : read;
    return { key, keySpan, value };
  }

  private scalar(node: Scalar, span: Span): ValueNode {
    const source = this.sourceOf(node);
    const tag = node.tag?.startsWith(CORE_TAG) ? node.tag.slice(CORE_TAG.length) : node.tag;
    if (tag && !['str', 'int', 'float', 'bool', 'null', '!'].includes(tag))
      return { kind: 'opaque', text: this.text.slice(span.start, span.end), span };
    const plain = node.type === Scalar.PLAIN && tag !== 'str' && tag !== '!';
    if (plain || (tag && tag !== 'str' && tag !== '!'))
      return valueNode(resolvePlainScalar(source.trim(), this.rules), span);
    return { kind: 'string', value: source, span };
  }

  /** Plain scalars keep their source; quoted and block scalars their content. */
  private sourceOf(node: Scalar): string {
    return node.source ?? (node.value === null ? '' : String(node.value));
  }

  private follow(alias: Alias, span: Span): ValueNode {
    const target = lastBefore(this.anchors.get(alias.source) ?? [], alias.range?.[0] ?? 0);
    if (!target) {
      const message = `YAML: nothing before this place has the anchor &${alias.source}, so *${alias.source} has no value.`;
      this.problems.push({ message, span });
      return { kind: 'null', span };
    }
    const outer = this.via;
    this.via = outer ?? span;
    const value = this.convert(target.node);
    this.via = outer;
    return value;
  }

  private refuse(span: Span): ValueNode {
    const message = `YAML: aliases multiply to more than ${MOST_ALIASED_VALUES.toLocaleString('en')} values here; they are not followed further.`;
    if (!this.problems.some((problem) => problem.message === message)) this.problems.push({ message, span });
    return { kind: 'null', span };
  }

  private collectAnchors(root: unknown): void {
    const stack: unknown[] = [root];
    while (stack.length > 0) {
      const node = stack.pop();
      if (isPair(node)) stack.push(node.key, node.value);
      if (!isMap(node) && !isSeq(node) && !isScalar(node)) continue;
      if (node.anchor) {
        const entry = { node, offset: node.range?.[0] ?? 0 };
        const known = this.anchors.get(node.anchor);
        if (known) known.push(entry);
        else this.anchors.set(node.anchor, [entry]);
      }
      if (!isScalar(node)) for (const item of (node as YAMLMap).items) stack.push(item);
    }
    for (const known of this.anchors.values()) known.sort((a, b) => a.offset - b.offset);
  }

  private spanOf(node: unknown): Span {
    if (this.via) return this.via;
    const range = isPair(node) ? (node.key as Node | null)?.range : (node as Node | null)?.range;
    if (!range) return { start: 0, end: 0 };
    const start = Math.min(range[0], this.text.length);
    let end = Math.max(start, Math.min(range[1], this.text.length));
    // A block collection reaches to the start of the next key: its trailing blanks belong to nobody.
    while (end > start && /\s/.test(this.text[end - 1])) end--;
    return { start, end };
  }
}

/** The entries of a map, or of a list of maps; null for anything else, which is an entry like any other. */
function mergedEntries(value: ValueNode): readonly MapEntry[] | null {
  if (value.kind === 'map') return value.entries;
  if (value.kind !== 'list' || !value.items.every((item) => item.kind === 'map')) return null;
  return value.items.flatMap((item) => (item.kind === 'map' ? item.entries : []));
}

/** The last anchor of a name before an offset: a name may be given anew. Anchors are sorted; halves the range each step. */
function lastBefore(anchors: readonly Anchor[], offset: number): Anchor | undefined {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (anchors[middle].offset < offset) low = middle + 1;
    else high = middle;
  }
  return anchors[low - 1];
}

function valueNode(value: ScalarValue, span: Span): ValueNode {
  if (value === null) return { kind: 'null', span };
  if (typeof value === 'number') return { kind: 'number', value, span };
  if (typeof value === 'boolean') return { kind: 'boolean', value, span };
  return { kind: 'string', value, span };
}

/** Functions and classes of a Python text: their heads are read when they are asked for. */
import type { Span } from '../../../objective/definition';
import type { ValueNode } from '../../values';
import type { Lazy, PythonClass, PythonFunction } from './file';
import type { Place } from './scopeBuilder';
import { readBases, readSignature } from './signatures';
import { lazily, type SourceText } from './sourceText';

export class Definitions {
  private readonly returned = new Map<number, Span[]>();
  /** Decorators stand before what they decorate. */
  private decorators: Span[] = [];

  constructor(private readonly source: SourceText) {}

  addDecorator({ start, end }: Place): void {
    this.decorators.push({ start: start + 1, end });
  }

  addReturn(place: Place): void {
    const text = this.source.slice(place);
    const start = place.start + (/^return\s*/.exec(text)?.[0].length ?? 0);
    if (start >= place.end) return;
    const known = this.returned.get(place.scope) ?? [];
    known.push({ start, end: place.end });
    this.returned.set(place.scope, known);
  }

  /** `list` are the parameters, `body` is the number of the function's own scope. */
  functionAt(list: Span | null, name: string, body: number, { scope, start, end }: Place): PythonFunction {
    const [from, to] = list ? [list.start, list.end] : [start, start];
    return {
      name,
      scope,
      body,
      span: { start, end },
      signature: lazily(() => readSignature(this.source, from, to)),
      returns: lazily(() => (this.returned.get(body) ?? []).map((span) => this.source.expression(span))),
      decorators: this.takeDecorators(),
    };
  }

  classAt(list: Span | null, name: string, body: number, { scope, start, end }: Place): PythonClass {
    const [from, to] = list ? [list.start, list.end] : [start, start];
    const bases = lazily(() => (to > from ? readBases(this.source, from, to) : []));
    return { name, scope, body, span: { start, end }, bases, decorators: this.takeDecorators() };
  }

  private takeDecorators(): Lazy<readonly ValueNode[]> {
    const spans = this.decorators;
    this.decorators = [];
    return lazily(() => spans.map((span) => this.source.expression(span)));
  }
}

/** The objectives of a document for outlines and breadcrumbs, each with the values that the text gives it. */
import type { Definition, Span } from '../../objective/definition';
import type { AnalyzedObjective, DocumentAnalysis } from '../languageService';
import { describeParameters, knownParameters } from '../parameters';

export interface OutlineSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'objective' | 'value';
  readonly span: Span;
  /** Inside of `span`: what is selected when the symbol is chosen. */
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

/** In the order of the text. */
export function documentSymbols({ objectives }: DocumentAnalysis): OutlineSymbol[] {
  return objectives.map(symbolOf);
}

function symbolOf({ definition, explanation }: AnalyzedObjective): OutlineSymbol {
  const { name, kind, span, headSpan } = definition;
  return {
    name,
    detail: `${kind} · ${explanation.headline}`,
    kind: 'objective',
    span,
    selection: isInside(headSpan, span) ? headSpan : span,
    children: valuesOf(definition),
  };
}

/** Values that stand in the objective itself; defaults and what comes from elsewhere have no place here. */
function valuesOf(definition: Definition): OutlineSymbol[] {
  const described = describeParameters(definition);
  return knownParameters(definition)
    .flatMap(({ key, parameter: { span } }, i): OutlineSymbol[] =>
      span && isInside(span, definition.span)
        ? [{ name: key, detail: described[i].value, kind: 'value', span, selection: span, children: [] }]
        : [],
    )
    .sort((a, b) => a.span.start - b.span.start);
}

const isInside = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end;

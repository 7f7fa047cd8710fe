/** The line above each objective: its verdict at a glance, and the way to its picture. */
import type { Span } from '../../objective/definition';
import type { DocumentAnalysis } from '../languageService';
import { objectiveId } from './links';

export interface CodeLens {
  readonly title: string;
  /** Where the lens stands: at the words that name the objective. */
  readonly span: Span;
  readonly objectiveId: string;
}

/** One lens an objective; where the geometry can be shown, the title says that a click does it. */
export function codeLenses(analysis: DocumentAnalysis, canShowGeometry: boolean): CodeLens[] {
  return analysis.objectives.map(({ definition, explanation, staleBecause }, place) => ({
    title: [
      ...(staleBecause === null ? [] : ['as last read']),
      explanation.headline,
      ...(canShowGeometry ? ['Show geometry'] : []),
    ].join(' · '),
    span: definition.headSpan,
    objectiveId: objectiveId(analysis.uri, place),
  }));
}

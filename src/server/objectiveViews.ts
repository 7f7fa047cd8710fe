/** What the extension's tree and panel are told about an analysed objective. */
import { objectiveId } from '../language/features/links';
import { describeParameters } from '../language/parameters';
import type { ObjectiveSummary, ObjectiveView } from '../protocol/objectives';
import type { AnalyzedDocument } from './analysisQueue';
import { documentAt, rangeOf } from './ranges';

export function objectiveSummaries(document: AnalyzedDocument): ObjectiveSummary[] {
  return document.analysis.objectives.map((_, place) => summarize(document, place));
}

/** Null when no objective of the document has this id. */
export function objectiveView(document: AnalyzedDocument, id: string): ObjectiveView | null {
  const { uri, objectives } = document.analysis;
  const place = objectives.findIndex((_, index) => objectiveId(uri, index) === id);
  if (place < 0) return null;
  const { definition, explanation, analysis, guess } = objectives[place];
  return {
    summary: summarize(document, place),
    parameters: describeParameters(definition),
    explanation,
    analysis,
    ...(guess ? { guess } : {}),
  };
}

/** The document's address in an objective's id. */
export const uriOfObjective = (id: string) => id.slice(0, Math.max(0, id.lastIndexOf('#')));

function summarize({ analysis: document, snapshot }: AnalyzedDocument, place: number): ObjectiveSummary {
  const { definition, analysis, explanation, staleBecause } = document.objectives[place];
  return {
    id: objectiveId(document.uri, place),
    uri: documentAt(definition.headSpan.start, snapshot),
    name: definition.name,
    kind: definition.kind,
    dialect: definition.dialect,
    verdict: analysis.verdict,
    reason: analysis.reason,
    headline: explanation.headline,
    range: rangeOf(definition.headSpan, snapshot),
    staleBecause,
  };
}

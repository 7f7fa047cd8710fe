/** What the extension's tree and panel are told about an analysed objective. */
import { valuesOf } from '../language/changes/valuesOf';
import { accountForData } from '../language/explanation/dataAccount';
import { thresholds } from '../language/explanation/thresholds';
import { objectiveId } from '../language/features/links';
import type { AnalyzedObjective } from '../language/languageService';
import { describeParameters } from '../language/parameters';
import type { Definition } from '../objective/definition';
import type { ControlValue, ObjectiveSummary, ObjectiveView } from '../protocol/objectives';
import type { AnalyzedDocument } from './analysisQueue';
import { documentAt, rangeOf } from './ranges';

export function objectiveSummaries(document: AnalyzedDocument): ObjectiveSummary[] {
  const { uri, objectives } = document.analysis;
  return objectives.map((objective, place) => summarize(document, objectiveId(uri, place), objective));
}

/** Null when no objective of the document has this id. */
export function objectiveView(document: AnalyzedDocument, id: string): ObjectiveView | null {
  const objective = findObjective(document, id);
  return objective && viewOf(document, id, objective);
}

export const findObjective = ({ analysis }: AnalyzedDocument, id: string): AnalyzedObjective | null =>
  analysis.objectives.find((_, place) => objectiveId(analysis.uri, place) === id) ?? null;

/** `objective` stands at the place that the id tells, with the document's values or with others. */
export function viewOf(document: AnalyzedDocument, id: string, objective: AnalyzedObjective): ObjectiveView {
  const { definition, explanation, analysis, guess } = objective;
  return {
    summary: summarize(document, id, objective),
    parameters: describeParameters(definition),
    controls: controlsOf(definition),
    thresholds: thresholds(definition, analysis),
    explanation,
    analysis,
    data: accountForData(definition),
    ...(guess ? { guess } : {}),
  };
}

/** The document's address in an objective's id. */
export const uriOfObjective = (id: string) => id.slice(0, Math.max(0, id.lastIndexOf('#')));

function summarize(
  { snapshot }: AnalyzedDocument,
  id: string,
  { definition, analysis, explanation, staleBecause }: AnalyzedObjective,
): ObjectiveSummary {
  return {
    id,
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

const controlsOf = (definition: Definition): ControlValue[] =>
  Object.entries(valuesOf(definition)).map(([key, { value, origin }]) => ({ key, value, origin }));

/** What the pointer over an objective shows: the verdict in plain words, its numbers, why, and where to read on. */
import type { Definition, Span } from '../../objective/definition';
import { waitsForData } from '../binding/dataNeed';
import { describeRows } from '../explanation/dataSource';
import type { AnalyzedObjective, DocumentAnalysis } from '../languageService';
import { describeValue, knownParameters } from '../parameters';
import { dataPictures } from './dataPictures';
import { type Links, objectiveId } from './links';
import { escapeMarkdown, markdownLink } from './markdown';

export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}

/** The innermost objective at an offset; answers from what is known already, so that it never waits. */
export function hoverAt(analysis: DocumentAnalysis, offset: number, links: Links): Hover | null {
  const length = (place: number) => spanLength(analysis.objectives[place].definition.span);
  const [place] = analysis.objectives
    .map((_, index) => index)
    .filter((index) => contains(analysis.objectives[index].definition.span, offset))
    .sort((a, b) => length(a) - length(b));
  if (place === undefined) return null;
  const objective = analysis.objectives[place];
  return {
    markdown: describeObjective(objective, objectiveId(analysis.uri, place), links),
    span: objective.definition.span,
  };
}

/** Sections from the answer down to its proof: most readers stop after the heading. */
export function describeObjective(objective: AnalyzedObjective, id: string, links: Links): string {
  const { explanation, staleBecause } = objective;
  const stale =
    staleBecause === null ? [] : [`*Of the last text that could be read.* ${escapeMarkdown(staleBecause)}`];
  return [
    `### ${heading(objective)}`,
    ...stale,
    ...explanation.because.map(escapeMarkdown),
    factsTable(objective),
    whatToChange(objective),
    linkLine(objective, id, links),
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

function heading({ explanation, definition }: AnalyzedObjective): string {
  const { headline } = explanation;
  const start = headline.charAt(0).toUpperCase() + headline.slice(1);
  const identity = [`**${escapeMarkdown(definition.name)}**`, escapeMarkdown(definition.kind)];
  const values = [...identity, ...valuesFromElsewhere(definition)].join(' · ');
  return [escapeMarkdown(start), values, ...dataPictures(definition)].join('\n\n');
}

/** What the text under the pointer does not show: what its data files hold, and how much of them counts. */
function valuesFromElsewhere(definition: Definition): string[] {
  return knownParameters(definition).flatMap(({ name, key, parameter }) => {
    const { file, origin } = parameter;
    // Those that the program around the loss has stand anywhere in it.
    if (isBoundElsewhere(name) && !file && parameter.value !== null && parameter.span === null)
      return [escapeMarkdown(`${key}: ${describeValue(name, parameter)} (${origin})`)];
    if (!file) return [];
    const value = describeValue(name, parameter);
    return [escapeMarkdown(`${key}: ${value} from ${file.path} (${describeRows(file)})`)];
  });
}

const isBoundElsewhere = (name: string) => name === 'classes' || name === 'labels' || name === 'features';

/** Each remedy with its numbers; where none was computed, the limits that are known. */
function whatToChange({ analysis, explanation }: AnalyzedObjective): string {
  const lines =
    analysis.remedies.length > 0
      ? analysis.remedies.map(
          ({ title, effect }) => `- **${escapeMarkdown(title)}.** ${escapeMarkdown(effect)}`,
        )
      : explanation.advice.map((advice) => `- ${escapeMarkdown(advice)}`);
  return lines.length === 0 ? '' : ['**What to change**', '', ...lines].join('\n');
}

function factsTable({ explanation }: AnalyzedObjective): string {
  if (explanation.facts.length === 0) return '';
  const rows = explanation.facts.map(
    ({ label, value, hint }) =>
      `| ${escapeMarkdown(label)} | **${escapeMarkdown(value)}** | ${escapeMarkdown(hint)} |`,
  );
  return ['| | | |', '|:--|:--|:--|', ...rows].join('\n');
}

function linkLine({ analysis, definition }: AnalyzedObjective, id: string, links: Links): string {
  const geometry = links.showGeometry(id);
  const waits = analysis.verdict === 'conditional' && waitsForData(definition);
  const binding = waits ? links.bindData?.(id) : null;
  return [
    ...(geometry ? [markdownLink('Show geometry', geometry)] : []),
    ...(binding ? [markdownLink('Bind data…', binding)] : []),
    ...(analysis.reason && analysis.reason !== 'exact'
      ? [markdownLink(`What “${analysis.reason}” means`, links.rulePage(analysis.reason))]
      : []),
  ].join(' · ');
}

const contains = (span: Span, offset: number) => span.start <= offset && offset <= span.end;
const spanLength = (span: Span) => span.end - span.start;

/** A report of one objective in Markdown, with its pictures as files beside it. */
import type { ObjectiveView } from '../../src/protocol/panelMessages';

export interface ReportPicture {
  /** The file's name, beside the report. */
  readonly file: string;
  readonly label: string;
}

export function reportText(view: ObjectiveView, pictures: readonly ReportPicture[]): string {
  const { summary, explanation, analysis, parameters } = view;
  const parts = [
    `# ${plain(summary.name)}`,
    `**${plain(explanation.headline)}**`,
    `${plain(summary.kind)}, as ${plain(summary.dialect)} writes it.`,
    '## Why',
    ...explanation.because.map(plain),
    ...(analysis.condition === null ? [] : [`Condition: ${plain(analysis.condition)}.`]),
    ...section(
      'Numbers',
      explanation.facts.map(({ label, value, hint }) => [label, value, hint]),
      ['', 'value', 'what it means'],
    ),
    ...section(
      'Values',
      parameters.map(({ name, value, origin }) => [name, value, origin]),
      ['', 'value', 'from'],
    ),
    ...remedies(view),
    ...pictures.flatMap(({ file, label }) => [
      `## ${plain(label)}`,
      `![${plain(label)}](${encodeURI(file)})`,
    ]),
    '---',
    'Made with Objective Lens. The mathematics is that of R. Vock, E. Duchesnay and B. Dufumier, *A Unified Geometric Framework for Weighted Contrastive Learning* (arXiv:2605.13943).',
  ];
  return `${parts.join('\n\n')}\n`;
}

function remedies({ analysis, explanation }: ObjectiveView): string[] {
  const said = analysis.remedies.map(({ title, effect }) => `${plain(title)}. ${plain(effect)}`);
  const lines = said.length > 0 ? said : explanation.advice.map(plain);
  return lines.length === 0 ? [] : ['## What to change', lines.map((line) => `- ${line}`).join('\n')];
}

function section(title: string, rows: readonly (readonly string[])[], head: readonly string[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`;
  return [`## ${title}`, [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n')];
}

/** Names come from files that nobody vouches for: in a report they are text, never markup. */
const plain = (text: string) =>
  text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').replace(/[\\`*_[\]<>|#!]/g, (mark) => `\\${mark}`);

/** The report for people: a table of objectives, then the findings, then one line that sums up. */
import type { Verdict } from '../geometry/analysis';
import { HARMLESS_GAP } from '../language/explanation/gapMeaning';
import { counted, nats } from '../language/explanation/numbers';
import type { Report, ReportedFinding, ReportedObjective } from './analyzeTargets';
import { countSeverities, countVerdicts } from './counts';
import { type Colour, type Paint, printable } from './terminal';

const VERDICT_COLOURS: Readonly<Record<Verdict, Colour>> = {
  realizable: 'green',
  degenerate: 'yellow',
  inconsistent: 'red',
  conditional: 'cyan',
  undecided: 'grey',
};
const SEVERITY_COLOURS = { error: 'red', warning: 'yellow', information: 'cyan' } as const;

export function writeText(report: Report, paint: Paint): string {
  return [
    table(report, paint),
    ...report.objectives.flatMap((one) => undecidedText(one, paint)),
    ...report.objectives.flatMap((one) => remediesText(one, paint)),
    ...report.findings.map((one) => findingText(one, paint)),
    summary(report),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
    .concat('\n');
}

const HEADINGS = ['WHERE', 'NAME', 'KIND', 'VERDICT', 'REASON', 'GAP'];
const VERDICT_COLUMN = 3;

function table({ objectives }: Report, paint: Paint): string {
  if (objectives.length === 0) return '';
  const rows = objectives.map(cells);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => [...row[column]].length)),
  );
  const line = (row: readonly string[], colour: (text: string, column: number) => string) =>
    row
      .map((text, column) => colour(text, column) + ' '.repeat(widths[column] - [...text].length))
      .join('  ')
      .trimEnd();
  return [
    line(HEADINGS, (text) => paint('grey', text)),
    ...rows.map((row, index) => {
      const { verdict } = objectives[index].objective.analysis;
      return line(row, (text, column) =>
        column === VERDICT_COLUMN ? paint(VERDICT_COLOURS[verdict], text) : text,
      );
    }),
  ].join('\n');
}

function cells({ file, range, objective: { definition, analysis } }: ReportedObjective): string[] {
  return [
    `${printable(file)}:${range.start.line + 1}`,
    printable(definition.name),
    definition.kind,
    analysis.verdict,
    analysis.reason ?? '–',
    analysis.gap === null ? '–' : nats(analysis.gap),
  ];
}

/** No rule speaks about an objective without a verdict, and a dash in a table explains nothing. */
function undecidedText({ file, range, objective }: ReportedObjective, paint: Paint): string[] {
  if (objective.analysis.verdict !== 'undecided') return [];
  const place = `${printable(file)}:${range.start.line + 1}`;
  const because = objective.explanation.because.join(' ');
  return [
    `${place}  ${paint('grey', 'undecided')}  ${printable(objective.definition.name)}\n  ${printable(because)}`,
  ];
}

/** Of a gap that nobody can measure nothing has to be mended; at a bound that teaches nothing, much. */
function remediesText({ file, range, objective }: ReportedObjective, paint: Paint): string[] {
  const { remedies, gap } = objective.analysis;
  if (remedies.length === 0 || (gap !== null && gap > 0 && gap < HARMLESS_GAP)) return [];
  const place = `${printable(file)}:${range.start.line + 1}`;
  const lines = remedies.map(({ title, effect }) => `  - ${printable(title)}. ${printable(effect)}`);
  return [
    [`${place}  ${paint('cyan', 'what to change')}  ${printable(objective.definition.name)}`, ...lines].join(
      '\n',
    ),
  ];
}

function findingText({ file, range, finding }: ReportedFinding, paint: Paint): string {
  const place = `${printable(file)}:${range.start.line + 1}:${range.start.character + 1}`;
  const severity = paint(SEVERITY_COLOURS[finding.severity], finding.severity);
  return `${place}  ${severity}  ${finding.rule}\n  ${printable(finding.message)}`;
}

function summary(report: Report): string {
  const { objectives, files } = report;
  if (objectives.length === 0)
    return `No objectives in ${counted(files, 'file', 'files')}${findingCounts(report)}.`;
  const verdicts = Object.entries(countVerdicts(report))
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${verdict}`);
  return `${counted(objectives.length, 'objective', 'objectives')} in ${counted(files, 'file', 'files')}: ${verdicts.join(', ')}${findingCounts(report)}.`;
}

function findingCounts(report: Report): string {
  const { error, warning, information } = countSeverities(report);
  const parts = [
    ...(error > 0 ? [counted(error, 'error', 'errors')] : []),
    ...(warning > 0 ? [counted(warning, 'warning', 'warnings')] : []),
    ...(information > 0 ? [`${information} information`] : []),
  ];
  return parts.length === 0 ? '' : `; ${parts.join(', ')}`;
}

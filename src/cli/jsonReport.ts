/** The report as one JSON object: schemaVersion 1. What is not known is null; lines and characters count from 0. */
import type { Guess } from '../language/guesses/guess';
import { knownParameters } from '../language/parameters';
import { rulePage } from '../language/rules/rulesPage';
import type { Parameter } from '../objective/definition';
import type { Report, ReportedFinding, ReportedObjective } from './analyzeTargets';
import { countSeverities, countVerdicts } from './counts';

export function writeJson(report: Report): string {
  const document = {
    schemaVersion: 1,
    objectives: report.objectives.map(objectiveJson),
    findings: report.findings.map(findingJson),
    summary: {
      files: report.files,
      objectives: report.objectives.length,
      verdicts: countVerdicts(report),
      findings: countSeverities(report),
      unread: report.unread,
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function objectiveJson({ file, range, objective: { definition, analysis, guess } }: ReportedObjective) {
  const conditions = [analysis.condition, guess?.says ?? null];
  return {
    file,
    span: range,
    name: definition.name,
    kind: definition.kind,
    dialect: definition.dialect,
    parameters: Object.fromEntries(
      knownParameters(definition).map(({ key, parameter }) => [key, parameterJson(parameter)]),
    ),
    verdict: analysis.verdict,
    reason: analysis.reason,
    condition: analysis.verdict === 'conditional' ? joined(conditions) : null,
    guess: guess ? guessJson(guess) : null,
    bound: analysis.bound,
    minimum: analysis.minimum,
    gap: analysis.gap,
    certifiedWithin: analysis.certifiedWithin,
    samplingError: analysis.samplingError,
    rank: analysis.rank,
    temperatureLimit: analysis.temperatureLimit,
    similarities: analysis.similarities,
    classes: definition.parameters.classes?.value ?? null,
    remedies: analysis.remedies,
  };
}

function joined(conditions: readonly (string | null)[]): string | null {
  const known = conditions.filter((condition) => condition !== null);
  return known.length === 0 ? null : known.join('; ');
}

function guessJson({ because, assumption, verdict, reason, headline, changes }: Guess) {
  return { because, assumption, verdict, reason, headline, changes };
}

/** The content of a data file is in the file: its name and shape stand for what is no single number. */
function parameterJson({ value, origin, file }: Parameter<unknown>) {
  if (!file || value === null || typeof value === 'number') return { value, origin };
  const { path, rows, columns, read = null, leftOut = [], distinct = null } = file;
  return { value: { file: path, rows, columns, read, leftOut, distinct }, origin };
}

function findingJson({ file, range, finding }: ReportedFinding) {
  const { rule, severity, message } = finding;
  return { file, span: range, rule, severity, message, url: rulePage(rule) };
}

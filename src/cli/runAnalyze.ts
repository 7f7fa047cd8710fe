/** The command `analyze`: analyses, prints, and says by its exit code what was found. */
import type { Severity } from '../language/finding';
import { analyzeTargets, type Report } from './analyzeTargets';
import type { AnalyzeCommand, FailLevel } from './arguments';
import { writeJson } from './jsonReport';
import { loadLanguage, mathematicsWithin } from './language';
import { createPaint, printable } from './terminal';
import { writeText } from './textReport';

export interface Surroundings {
  readonly cwd: string;
  readonly stdout: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown };
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where the wasm files of the parser are. */
  readonly wasmFolder: string;
}

export async function runAnalyze(command: AnalyzeCommand, surroundings: Surroundings): Promise<number> {
  const { cwd, stdout, stderr, environment, wasmFolder } = surroundings;
  const language = await loadLanguage(wasmFolder);
  const mathematics = mathematicsWithin(command.timeLimit);
  const settings = {
    severity: {},
    ...(command.largestFile === null ? {} : { largestDataFile: 1e6 * command.largestFile }),
  };
  const report = await analyzeTargets({ language, mathematics, settings }, command.paths, cwd);
  stdout.write(
    command.format === 'json'
      ? writeJson(report)
      : writeText(report, createPaint(stdout.isTTY === true, environment)),
  );
  for (const { file, because } of report.unread)
    stderr.write(`objective-lens: cannot read ${printable(file)}: ${printable(because)}\n`);
  for (const { file, because } of report.skipped)
    stderr.write(`objective-lens: skipped ${printable(file)}: ${printable(because)}\n`);
  return exitCode(report, command.failOn);
}

const RANKS: Readonly<Record<Severity, number>> = { information: 1, warning: 2, error: 3 };

/** Input that could not be read comes first: of an incomplete report nobody should conclude that all is well. */
function exitCode({ findings, unread, files, skipped }: Report, failOn: FailLevel): number {
  if (unread.length > 0 || (files === 0 && skipped.length > 0)) return 2;
  if (failOn === 'never') return 0;
  return findings.some(({ finding }) => RANKS[finding.severity] >= RANKS[failOn]) ? 1 : 0;
}

/** Reads a checkout as the command line does, but without the mathematics: what is asked is whether it was understood. */
import { join } from 'node:path';
import { analyzeTargets } from '../../src/cli/analyzeTargets';
import { createPositions } from '../../src/cli/positions';
import { readText } from '../../src/cli/readText';
import { NO_ANSWER } from '../../src/geometry/analysis';
import type { LanguageService } from '../../src/language/languageService';
import type { Observed, ObservedFinding, ObservedObjective } from './compare';

/** `folder` is absolute. */
export async function observe(folder: string, language: LanguageService): Promise<Observed> {
  const files: string[] = [];
  const watching: LanguageService = {
    ...language,
    analyze(document, context) {
      files.push(document.path);
      return language.analyze(document, context);
    },
  };
  const mathematics = () => Promise.resolve(NO_ANSWER);
  const report = await analyzeTargets({ language: watching, mathematics }, ['.'], folder);
  const objectives: ObservedObjective[] = [];
  for (const { file, objective, range } of report.objectives) {
    const { definition } = objective;
    const text = await readText(join(folder, file));
    const head = text.kind === 'text' ? createPositions(text.text)(definition.headSpan) : range;
    const line = head.start.line + 1;
    const lastLine = Math.max(head.end.line, range.end.line) + 1;
    objectives.push({ file, line, lastLine, definition });
  }
  const findings = report.findings.map(
    ({ file, range, finding: { rule, message } }): ObservedFinding => ({
      file,
      line: range.start.line + 1,
      rule,
      message,
    }),
  );
  return { files, objectives, findings };
}

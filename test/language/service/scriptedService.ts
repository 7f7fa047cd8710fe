import { createLanguageService } from '../../../src/language/createLanguageService';
import type { AnalysisContext, DocumentAnalysis, Mathematics } from '../../../src/language/languageService';
import { EMPTY_PROJECT } from '../../../src/language/project';
import type { BrokenObjective, Reading } from '../../../src/language/reading';
import type { Definition } from '../../../src/objective/definition';
import { analysisOf, definitionOf, literal } from '../explanation/samples';

export const REALIZABLE = analysisOf({ verdict: 'realizable', reason: 'exact', rank: 2 });

/** `a: 0.5` is a definition, `a!` a broken one, a line without either stops the reading. */
function readLines(text: string): Reading {
  const definitions: Definition[] = [];
  const broken: BrokenObjective[] = [];
  let incompleteBecause: string | null = null;
  let start = 0;
  for (const line of text.split('\n')) {
    const span = { start, end: start + line.length };
    start += line.length + 1;
    const [, name, mark, temperature] = /^(\w+)(: |!)([\d.]*)$/.exec(line) ?? [];
    const headSpan = { start: span.start, end: span.start + (name?.length ?? 0) };
    if (mark === ': ')
      definitions.push(
        definitionOf(
          'weighted',
          { temperature: { ...literal(Number(temperature)), span }, weights: literal([[1]]) },
          { name, span, headSpan },
        ),
      );
    else if (mark === '!')
      broken.push({ name, kind: 'weighted', span, headSpan, because: `${name} is broken` });
    else if (line !== '') incompleteBecause = 'the text stops making sense';
    if (incompleteBecause !== null) break;
  }
  return { definitions, broken, findings: [], incompleteBecause };
}

export function serviceOf(mathematics: Mathematics = async () => REALIZABLE) {
  const asked: Definition[] = [];
  const service = createLanguageService({
    accepts: (path) => path.endsWith('.txt'),
    read: ({ text }) => readLines(text),
    parsePython: () => {
      throw new Error('These texts are no Python.');
    },
    forget: () => undefined,
  });
  const analyze = (text: string, context: Partial<AnalysisContext> = {}) =>
    service.analyze(
      { uri: 'file:///a.txt', path: 'a.txt', text },
      {
        project: EMPTY_PROJECT,
        settings: { severity: {} },
        previous: null,
        signal: new AbortController().signal,
        mathematics: (definition, signal) => {
          asked.push(definition);
          return mathematics(definition, signal);
        },
        ...context,
      },
    );
  return { service, analyze, asked };
}

export const shown = (result: DocumentAnalysis) =>
  result.objectives.map(
    ({ definition, staleBecause }) => `${definition.name}${staleBecause === null ? '' : ' (stale)'}`,
  );

/** Reads the objectives of a Python file: every call that builds a loss that a dialect knows. */
import type { Definition, Parameters } from '../../objective/definition';
import type { Finding } from '../finding';
import type { PythonCall, PythonFile } from '../parsers/pythonFile';
import type { BrokenObjective, Reading } from '../reading';
import { FindingList } from './findingList';
import { TEMPERATURE } from './inline/numbers';
import { LossArguments } from './lossArguments';
import type { LossClass } from './lossClass';
import { lossOf } from './pythonLosses';

export function readPythonObjectives(file: PythonFile, text: string): Reading {
  const definitions: Definition[] = [];
  const broken: BrokenObjective[] = [];
  const findings: Finding[] = [];
  for (const site of file.calls) {
    const loss = lossOf(site, file);
    if (!loss) continue;
    const reports = new FindingList();
    const definition = readDefinition(site, loss, file, reports);
    findings.push(...reports.findings);
    const because = site.whole ? reports.firstError?.message : `The call of ${loss.name} is not complete.`;
    if (because === undefined) definitions.push(definition);
    else broken.push(withoutValues(definition, because));
  }
  return { definitions, broken, findings, incompleteBecause: explainStranded(file, text) };
}

function readDefinition(
  site: PythonCall,
  loss: LossClass,
  file: PythonFile,
  findings: FindingList,
): Definition {
  const args = new LossArguments(loss, site, file, findings);
  const own = loss.readOwn?.(args) ?? { parameters: {} };
  const standing = { origin: 'default of the library', span: null } as const;
  const parameters: Parameters = {
    temperature: loss.temperature
      ? args.number(loss.temperature, TEMPERATURE)
      : { value: null, origin: 'unresolved', span: null },
    similarity: { value: loss.similarity, ...standing },
    views: { value: { count: 2, tied: true }, ...standing },
    balance: { value: { anchors: false, denominators: false }, ...standing },
    ...own.parameters,
  };
  return {
    name: site.target ?? loss.name,
    kind: own.kind ?? loss.kind,
    dialect: loss.dialect,
    span: site.call.span,
    headSpan: site.call.calleeSpan,
    positives: loss.positives,
    parameters,
  };
}

function withoutValues({ name, kind, span, headSpan }: Definition, because: string): BrokenObjective {
  return { name, kind, span, headSpan, because };
}

/** Only an error that holds the name of a loss can hide one. */
function explainStranded({ stranded }: PythonFile, text: string): string | null {
  const [first] = stranded;
  if (!first) return null;
  const line = text.slice(0, first.start).split('\n').length;
  return `A syntax error on line ${line} hides what ${text.slice(first.start, first.end)} is called with.`;
}

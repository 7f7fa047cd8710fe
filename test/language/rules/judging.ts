import type { Analysis } from '../../../src/geometry/analysis';
import { analyze } from '../../../src/geometry/analyze';
import { explain } from '../../../src/language/explanation/explain';
import type { Finding } from '../../../src/language/finding';
import { judge, settle } from '../../../src/language/rules/registry';
import type { Definition } from '../../../src/objective/definition';
import { type ObjectiveSketch, sketch } from '../../support/definitions';

export const judged = (definition: Definition, analysis: Analysis) =>
  settle(judge({ definition, analysis, explanation: explain(definition, analysis), staleBecause: null }), {
    severity: {},
  });
export const findingsFor = (written: ObjectiveSketch) => {
  const definition = sketch(written);
  return judged(definition, analyze(definition));
};
export const brief = (findings: readonly Finding[]) =>
  findings.map(({ rule, severity }) => `${severity} ${rule}`);

/** Reads the losses that were found in a config: whole ones, and those that their author has to mend first. */
import type { BrokenObjective, Reading } from '../../reading';
import { FindingList } from '../findingList';
import { reportFloatsAsStrings } from './floatAsString';
import { type FoundLoss, readConfigLoss } from './readConfigLoss';

export function readLosses(losses: readonly FoundLoss[], text: string): Reading {
  const readings = losses.map((loss) => readOne(loss, text));
  return {
    definitions: readings.flatMap(({ definitions }) => definitions),
    broken: readings.flatMap(({ broken }) => broken),
    findings: readings.flatMap(({ findings }) => findings),
    incompleteBecause: null,
  };
}

export function brokenLoss({ found, identified }: FoundLoss, because: string): BrokenObjective {
  const { name, span, headSpan } = found;
  return { name, kind: identified.loss.kind, span, headSpan, because };
}

function readOne(loss: FoundLoss, text: string): Pick<Reading, 'definitions' | 'broken' | 'findings'> {
  const reports = new FindingList();
  const parameters = loss.identified.loss.parameters.map(({ name }) => name);
  reportFloatsAsStrings(loss.found.given, parameters, text, reports);
  // What Python will not get as a number would be called wrong in two ways.
  const definition = reports.firstError ? null : readConfigLoss(loss, text, reports);
  const { findings, firstError } = reports;
  if (definition && !firstError) return { definitions: [definition], broken: [], findings };
  return { definitions: [], broken: [brokenLoss(loss, firstError?.message ?? '')], findings };
}

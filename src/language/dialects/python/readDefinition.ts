/** Reads the definition of one loss from the call that builds it. */
import type { Definition, Parameters } from '../../../objective/definition';
import type { Remark } from '../../../objective/remarks';
import type { PythonCall } from '../../parsers/python/file';
import type { FindingList } from '../findingList';
import type { Identified } from './identify';
import { calledWithoutLabels } from './inRepository/unlabelled';
import { LossArguments } from './lossArguments';
import type { LossClass } from './lossClass';
import type { Program } from './program/program';
import { readTemperature } from './temperature';

export function readDefinition(
  site: PythonCall,
  identified: Identified,
  program: Program,
  findings: FindingList,
): Definition {
  const { loss } = identified;
  const { entry } = program.modules;
  const call = site.call();
  const args = new LossArguments(loss, call, { scope: site.scope, module: entry }, program, findings);
  const own = loss.readOwn?.(args) ?? { parameters: {} };
  const { temperature, remarks } = readTemperature(identified, args);
  const unlabelled = loss.labels ? calledWithoutLabels(site, loss.labels, program) : null;
  const needsLabels = loss.kind === 'supcon' || loss.kind === 'y-aware';
  const kind = own.kind ?? (unlabelled && needsLabels ? 'info-nce' : loss.kind);
  const all: readonly Remark[] = [
    ...(unlabelled ? [] : (own.remarks ?? [])),
    ...remarks,
    ...baseRemarks(loss, temperature.value, args),
    ...(unlabelled ? [{ kind: 'called-without-labels', span: unlabelled, meant: loss.kind } as const] : []),
    ...(loss.what && kind === loss.kind
      ? [{ kind: 'not-weighted-infonce', span: call.calleeSpan, what: loss.what } as const]
      : []),
  ];
  return {
    name: site.target() ?? loss.name,
    kind,
    dialect: loss.dialect,
    span: call.span,
    headSpan: call.calleeSpan,
    positives: own.positives ?? loss.positives,
    // Without labels there is nothing for a kernel to compare.
    parameters: { ...standing(loss), temperature, ...(unlabelled ? {} : own.parameters) },
    ...(all.length > 0 ? { remarks: all } : {}),
  };
}

function standing(loss: LossClass): Omit<Parameters, 'temperature'> {
  const place = { origin: 'default of the library', span: null } as const;
  return {
    similarity: { value: loss.similarity, ...place },
    views: { value: { count: loss.views ?? 2, tied: true }, ...place },
    balance: { value: { anchors: false, denominators: false }, ...place },
  };
}

/** The loss times τ/τ_base: a factor other than 1 changes how strongly it pulls, not where to. */
function baseRemarks(
  { base, parameters }: LossClass,
  temperature: number | null,
  args: LossArguments,
): readonly Remark[] {
  if (base === undefined || !parameters.some(({ name }) => name === base)) return [];
  const value = args.plain(base);
  const factor = typeof value === 'number' && value > 0 && temperature !== null ? temperature / value : null;
  if (factor !== null && Math.abs(factor - 1) < 1e-12) return [];
  const formula = `temperature/${base}`;
  return [{ kind: 'scaled-loss', span: args.spanOf(base) ?? args.span, factor, formula }];
}

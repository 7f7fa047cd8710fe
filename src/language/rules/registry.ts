/** All rules by their id, and the judging of objectives by them under the user's settings. */
import type { Finding, RuleId, Severity } from '../finding';
import type { AnalyzedObjective, Settings } from '../languageService';
import { asymmetric } from './asymmetric';
import { bandwidthIsVariance } from './bandwidth-is-variance';
import { classImbalanceRule } from './class-imbalance';
import { columnNormalisedWeights } from './column-normalised-weights';
import { decoupled } from './decoupled';
import { dimension } from './dimension';
import { droppedTemperature } from './dropped-temperature';
import { floatAsString } from './float-as-string';
import { inactiveObjective, isInactive } from './inactive-objective';
import { invalidValue } from './invalid-value';
import { lossScale } from './loss-scale';
import { minorityCollapse } from './minority-collapse';
import { missingData } from './missing-data';
import { notEuclidean } from './not-euclidean';
import { notSpherical } from './not-spherical';
import { notWeightedInfonce } from './not-weighted-infonce';
import { radius } from './radius';
import type { Rule } from './rule';
import { totalCollapse } from './total-collapse';
import { unbounded } from './unbounded';
import { unknownArgument } from './unknown-argument';
import { unlabelledSupcon } from './unlabelled-supcon';
import { viewSplittingRule } from './view-splitting';
import { zeroWeight } from './zero-weight';

export const RULES: Readonly<Record<RuleId, Rule>> = {
  'zero-weight': zeroWeight,
  unbounded,
  decoupled,
  'total-collapse': totalCollapse,
  asymmetric,
  'not-euclidean': notEuclidean,
  'not-spherical': notSpherical,
  radius,
  dimension,
  'minority-collapse': minorityCollapse,
  'class-imbalance': classImbalanceRule,
  'view-splitting': viewSplittingRule,
  'inactive-objective': inactiveObjective,
  'unlabelled-supcon': unlabelledSupcon,
  'dropped-temperature': droppedTemperature,
  'bandwidth-is-variance': bandwidthIsVariance,
  'column-normalised-weights': columnNormalisedWeights,
  'loss-scale': lossScale,
  'not-weighted-infonce': notWeightedInfonce,
  'float-as-string': floatAsString,
  'unknown-argument': unknownArgument,
  'invalid-value': invalidValue,
  'missing-data': missingData,
};

/**
 * What all rules say about an objective; severities are still those of harm. Of one that trains nothing only that is
 * said.
 */
export function judge(objective: AnalyzedObjective): Finding[] {
  if (isInactive(objective.definition.remarks)) return [inactiveObjective.check?.(objective) ?? []].flat();
  return Object.values(RULES).flatMap((rule) => rule.check?.(objective) ?? []);
}

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2 };

/** Applies the user's severities, those of readers' findings too, and sorts by place, the most severe first. */
export function settle(findings: readonly Finding[], settings: Settings): Finding[] {
  return findings
    .flatMap((finding) => {
      const setting = settings.severity[finding.rule] ?? finding.severity;
      return setting === 'off' ? [] : [{ ...finding, severity: setting }];
    })
    .sort(
      (a, b) =>
        a.span.start - b.span.start || RANKS[a.severity] - RANKS[b.severity] || (a.rule < b.rule ? -1 : 1),
    );
}

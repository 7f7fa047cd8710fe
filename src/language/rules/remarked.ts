/** Rules about how a loss is written or called: each speaks of one kind of remark that its reader has made. */
import type { Remark } from '../../objective/remarks';
import type { Finding, Fix, RuleId, Severity } from '../finding';
import type { AnalyzedObjective } from '../languageService';
import { type Rule, wholeSentences } from './rule';

export type RemarkOf<K extends Remark['kind']> = Extract<Remark, { kind: K }>;

export interface Said {
  readonly severity: Severity;
  /** The most useful first: what does not fit stays away. */
  readonly sentences: readonly string[];
  readonly fix?: Fix | null;
}

/** A rule that tells what a remark of one kind will do, or nothing where it does nothing. */
export function ruleOfRemark<K extends Remark['kind']>(
  id: RuleId,
  defaultSeverity: Severity,
  kind: K,
  say: (remark: RemarkOf<K>, objective: AnalyzedObjective) => Said | null,
): Rule {
  const isOfKind = (remark: Remark): remark is RemarkOf<K> => remark.kind === kind;
  return {
    id,
    defaultSeverity,
    check(objective): Finding | null {
      const remark = objective.definition.remarks?.find(isOfKind);
      const said = remark ? say(remark, objective) : null;
      if (!remark || !said) return null;
      const { severity, sentences, fix } = said;
      const finding = { rule: id, severity, message: wholeSentences(sentences), span: remark.span };
      return fix ? { ...finding, fix } : finding;
    },
  };
}

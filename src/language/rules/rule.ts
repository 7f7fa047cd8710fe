/** The shape of a rule: one thing that an analysed objective can be told, with how much it matters. */

import type { Finding, RuleId, Severity } from '../finding';
import type { AnalyzedObjective } from '../languageService';

export interface Rule {
  /** File name, settings key and anchor in rules.md. */
  readonly id: RuleId;
  /** The severity of full harm; `check` may say less, and the user's setting replaces both. */
  readonly defaultSeverity: Severity;
  /** Null for rules about the text itself: their findings are made where the text is read. */
  readonly check: ((objective: AnalyzedObjective) => Finding | null) | null;
}

/** Editors show some three lines; what does not fit stands in the hover. */
const LONGEST_MESSAGE = 300;

/** As many whole sentences as there is space for; the first in any case. */
export function wholeSentences(sentences: readonly string[]): string {
  let message = sentences[0];
  for (const sentence of sentences.slice(1))
    if (message.length + 1 + sentence.length <= LONGEST_MESSAGE) message = `${message} ${sentence}`;
  return message;
}

/** A finding about the whole objective, underlined at the words that name it. */
export function findingAtHead(
  rule: RuleId,
  severity: Severity,
  { definition }: AnalyzedObjective,
  sentences: readonly string[],
): Finding {
  return { rule, severity, message: wholeSentences(sentences), span: definition.headSpan };
}

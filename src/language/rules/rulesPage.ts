/** Where each rule is explained: one place for the command line and for editors that have no page of their own. */
import type { RuleId } from '../finding';

/** The rules' page in the project's repository; a test compares it with package.json. */
export const RULES_PAGE =
  'https://github.com/objective-lens/objective-lens/blob/main/src/language/rules/rules.md';

/** A rule's section: its heading is its id, so the anchor is too. */
export const rulePage = (rule: RuleId, page: string = RULES_PAGE) => `${page}#${rule}`;

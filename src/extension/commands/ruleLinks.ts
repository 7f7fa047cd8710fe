/**
 * Links to rules. An address of a file inside the extension opens as text, if at all; as a command it opens the
 * rendered page, on a desktop and in a browser alike.
 */
import { SHOW_RULE_COMMAND } from '../commandIds';

export const ruleCommand = (rule: string) =>
  `command:${SHOW_RULE_COMMAND}?${encodeURIComponent(JSON.stringify([rule]))}`;

/** Turns a hover's links into the rules' page, `…/rules.md#radius`, into commands; other links stay. */
export function withRuleCommands(markdown: string, page: string): string {
  return markdown.replaceAll(/\]\(([^()\s#]+)#([a-z-]+)\)/g, (link, address: string, rule: string) =>
    address === page ? `](${ruleCommand(rule)})` : link,
  );
}

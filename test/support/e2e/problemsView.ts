/** VS Code's Problems view: what the extension found, with the codes of its rules. */
import type { Locator } from 'playwright-core';
import { readRows } from './virtualList';
import type { Workbench } from './workbench';

export interface Problem {
  readonly file: string;
  readonly message: string;
  readonly rule: string;
  /** Counts from 1, as shown. */
  readonly line: number;
}

export class ProblemsView {
  constructor(private readonly workbench: Workbench) {}

  async open(): Promise<void> {
    await this.workbench.runCommand('Problems: Focus on Problems View');
    await this.list().waitFor();
  }

  /** All problems that Objective Lens reports, with the file under which each stands. */
  async read(): Promise<Problem[]> {
    await this.filter('');
    const problems: Problem[] = [];
    let file = '';
    for (const { text, level } of await readRows(this.list())) {
      if (level === 1) file = text;
      else problems.push(parseProblem(file, text));
    }
    return problems;
  }

  /** The first problem whose message holds the words; the view is filtered by them. */
  async row(words: string): Promise<Locator> {
    await this.filter(words);
    const row = this.list().locator('.monaco-list-row[aria-level="2"]', { hasText: words }).first();
    await row.waitFor();
    return row;
  }

  /** Link from a problem's code to the page of its rule. */
  async ruleLink(words: string): Promise<Locator> {
    return (await this.row(words)).locator('a.monaco-link');
  }

  private async filter(words: string): Promise<void> {
    await this.workbench.page.locator('.part.panel .viewpane-filter input').fill(words);
  }

  private list(): Locator {
    return this.workbench.page.locator('.markers-panel .monaco-list').first();
  }
}

/** A row's text is the message, then the source, the rule and the place, with nothing between where the rule is a link. */
function parseProblem(file: string, text: string): Problem {
  const match = /^(.*?)\s*Objective Lens\(?([a-z-]+)\)?\s*\[Ln (\d+), Col \d+\]$/s.exec(text);
  if (match === null) throw new Error(`A row of the Problems view that is not ours: ${text}`);
  const [, message, rule, line] = match;
  return { file, message, rule, line: Number(line) };
}

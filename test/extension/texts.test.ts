/** What the extension says in sentences. */
import { describe, expect, it } from 'vitest';
import { ruleCommand, withRuleCommands } from '../../src/extension/commands/ruleLinks';
import { documentStatus, workspaceSummary } from '../../src/extension/texts';
import type { AnalyzeWorkspaceResult } from '../../src/protocol/serverMessages';
import { summary } from './summaries';

const result = (change: Partial<AnalyzeWorkspaceResult>): AnalyzeWorkspaceResult => ({
  files: 12,
  analyzed: 12,
  objectives: 3,
  inconsistent: 1,
  findings: 4,
  cancelled: false,
  ...change,
});

describe('the summary of a workspace analysis', () => {
  it.each([
    [{}, 'Objective Lens: analyzed 12 files: 3 objectives, 1 inconsistent, 4 findings in the Problems view.'],
    [
      { files: 1, analyzed: 1, objectives: 1, inconsistent: 0, findings: 1 },
      'Objective Lens: analyzed 1 file: 1 objective, not inconsistent, 1 finding in the Problems view.',
    ],
    [
      { inconsistent: 0, findings: 0 },
      'Objective Lens: analyzed 12 files: 3 objectives, none inconsistent, 0 findings in the Problems view.',
    ],
    [
      { analyzed: 5, cancelled: true },
      'Objective Lens: analysis cancelled after 5 of 12 files. So far: 3 objectives, 1 inconsistent.',
    ],
    [
      { analyzed: 0, objectives: 0, inconsistent: 0, findings: 0, cancelled: true },
      'Objective Lens: analysis cancelled after 0 of 12 files. No objective was found so far.',
    ],
  ])('of %j', (change, text) => {
    expect(workspaceSummary(result(change))).toBe(text);
  });

  it('says what is looked for where nothing was found', () => {
    expect(workspaceSummary(result({ objectives: 0, inconsistent: 0, findings: 0 }))).toMatch(
      /SupCon.*loss of your own.*objective-lens\.yaml/,
    );
    expect(workspaceSummary(result({ files: 0, analyzed: 0, objectives: 0 }))).toContain(
      'no Python files, notebooks, configs or objective files',
    );
  });
});

it.each([
  [[], 'No objectives'],
  [['degenerate'], '1 objective'],
  [['inconsistent', 'realizable', 'inconsistent'], '3 objectives, 2 inconsistent'],
] as const)('the status of a document with %j', (verdicts, text) => {
  expect(documentStatus(verdicts.map((verdict) => summary({ verdict })))).toBe(text);
});

describe('links to rules', () => {
  const page = 'file:///home/me/.vscode/extensions/objective-lens/dist/rules.md';

  it('become commands where they lead into the rules page', () => {
    expect(withRuleCommands(`see [radius](${page}#radius).`, page)).toBe(
      'see [radius](command:objectiveLens.showRule?%5B%22radius%22%5D).',
    );
    expect(ruleCommand('not-euclidean')).toBe('command:objectiveLens.showRule?%5B%22not-euclidean%22%5D');
  });

  it.each(['[a](https://rules.example/page#radius)', '[a](command:x)', `${page}#radius`, 'plain (#radius)'])(
    'stay otherwise: %s',
    (markdown) => {
      expect(withRuleCommands(markdown, page)).toBe(markdown);
    },
  );
});

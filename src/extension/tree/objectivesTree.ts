/** The Objectives view: every objective of the workspace under its verdict; a click leads to its source. */
import {
  type Disposable,
  EventEmitter,
  MarkdownString,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { ObjectiveSummary } from '../../protocol/objectives';
import { REVEAL_SOURCE_COMMAND } from '../commandIds';
import type { ObjectiveIndex } from '../objectiveIndex';
import { counted } from '../texts';
import { groupObjectives, type ObjectiveGroup, rowDescription } from './objectiveGroups';
import { verdictIcon } from './verdictIcons';

export const OBJECTIVES_VIEW = 'objectiveLens.objectives';

type Node =
  | { readonly kind: 'group'; readonly group: ObjectiveGroup }
  | { readonly kind: 'objective'; readonly objective: ObjectiveSummary };

/** Milliseconds for which changes are gathered: a scan reports many documents at once. */
const REFRESH_PAUSE = 80;

export function createObjectivesTree(index: ObjectiveIndex): Disposable {
  const changed = new EventEmitter<undefined>();
  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => (node.kind === 'group' ? groupItem(node.group) : objectiveItem(node.objective)),
    getChildren: (node) => {
      if (!node) return groupObjectives(index.all()).map((group) => ({ kind: 'group', group }));
      if (node.kind === 'objective') return [];
      return node.group.objectives.map((objective) => ({ kind: 'objective', objective }));
    },
  };
  const view = window.createTreeView(OBJECTIVES_VIEW, { treeDataProvider: provider, showCollapseAll: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = '';
  const refresh = () => {
    timer = undefined;
    // A row that is built anew under the pointer loses the click, so the tree stays when it would look the same.
    const next = JSON.stringify(groupObjectives(index.all()));
    if (next === shown) return;
    shown = next;
    changed.fire(undefined);
    const inconsistent = index.all().filter(({ verdict }) => verdict === 'inconsistent').length;
    view.badge =
      inconsistent === 0
        ? undefined
        : { value: inconsistent, tooltip: `${counted(inconsistent, 'objective')} inconsistent` };
  };
  const subscription = index.onChange(() => {
    timer ??= setTimeout(refresh, REFRESH_PAUSE);
  });
  return {
    dispose() {
      clearTimeout(timer);
      subscription.dispose();
      view.dispose();
      changed.dispose();
    },
  };
}

function groupItem({ verdict, label, meaning, objectives }: ObjectiveGroup): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  // The same id each time keeps a group folded while its objectives change.
  item.id = verdict;
  item.description = String(objectives.length);
  item.tooltip = meaning;
  item.iconPath = verdictIcon(verdict);
  item.contextValue = 'group';
  return item;
}

function objectiveItem(objective: ObjectiveSummary): TreeItem {
  const item = new TreeItem(objective.name, TreeItemCollapsibleState.None);
  item.id = objective.id;
  item.description = rowDescription(objective);
  item.tooltip = tooltip(objective);
  item.iconPath = verdictIcon(objective.verdict);
  item.contextValue = 'objective';
  item.command = { title: 'Reveal Source', command: REVEAL_SOURCE_COMMAND, arguments: [objective.id] };
  return item;
}

/** Names come from files that nobody vouches for, so they are appended as text and never as Markdown. */
function tooltip({
  name,
  kind,
  dialect,
  headline,
  uri,
  range,
  staleBecause,
}: ObjectiveSummary): MarkdownString {
  const place = `${workspace.asRelativePath(Uri.parse(uri))}:${range.start.line + 1}`;
  const text = new MarkdownString('**').appendText(name).appendMarkdown('**\n\n').appendText(headline);
  text.appendMarkdown('\n\n').appendText(`${kind} · ${dialect}`);
  text.appendMarkdown('\n\n').appendText(place);
  if (staleBecause !== null)
    text.appendMarkdown('\n\n').appendText(`Of the last text that could be read: ${staleBecause}`);
  return text;
}

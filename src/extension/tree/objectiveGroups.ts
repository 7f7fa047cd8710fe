/** The Objectives tree as data: grouped by verdict, what needs attention first. */
import type { ObjectiveSummary } from '../../protocol/objectives';
import type { Verdict } from '../../protocol/panelMessages';

export interface ObjectiveGroup {
  readonly verdict: Verdict;
  readonly label: string;
  /** What the verdict means for training. */
  readonly meaning: string;
  /** In the order of their files, then of their lines. */
  readonly objectives: readonly ObjectiveSummary[];
}

const GROUPS: readonly Omit<ObjectiveGroup, 'objectives'>[] = [
  {
    verdict: 'inconsistent',
    label: 'Inconsistent',
    meaning: 'No embedding can have the similarities that these objectives ask for.',
  },
  {
    verdict: 'degenerate',
    label: 'Degenerate',
    meaning:
      'The weights alone do not define a geometry: class sizes, the unit sphere or training time decide it.',
  },
  {
    verdict: 'conditional',
    label: 'Conditional',
    meaning: 'The verdict depends on a value that is not known before the run.',
  },
  {
    verdict: 'undecided',
    label: 'Undecided',
    meaning: 'The analysis could not decide these; each says why.',
  },
  {
    verdict: 'realizable',
    label: 'Realizable',
    meaning: 'An embedding exists that has exactly the similarities these objectives ask for.',
  },
];

/** Groups without objectives are left out. */
export function groupObjectives(objectives: readonly ObjectiveSummary[]): ObjectiveGroup[] {
  const ordered = [...objectives].sort(byPlace);
  return GROUPS.map((group) => ({
    ...group,
    objectives: ordered.filter(({ verdict }) => verdict === group.verdict),
  })).filter((group) => group.objectives.length > 0);
}

/** What a row says beside the name: the headline without the verdict, which the group has said. */
export function rowDescription({ headline, verdict, staleBecause }: ObjectiveSummary): string {
  const rest = headline.startsWith(verdict)
    ? headline.slice(verdict.length).replace(/^(:| ·)\s*/, '')
    : headline;
  return staleBecause === null ? rest : ['as last read', rest].filter((part) => part !== '').join(' · ');
}

function byPlace(a: ObjectiveSummary, b: ObjectiveSummary): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  const [from, to] = [a.range.start, b.range.start];
  return from.line - to.line || from.character - to.character;
}

/** Which files of a workspace an objective's data may stand in, the most fitting first. */
import type { FoundData } from '../data/candidateFiles';
import { readTableHead } from '../data/tableHead';
import { type Asker, fileFit } from '../language/binding/fittingNames';
import type { DataCandidate, DataCandidates } from '../protocol/dataMessages';
import type { BindingTask } from './bindingTask';

/** Rows of a list that is still looked through. */
const MOST_SHOWN = 300;
/** Files whose columns are looked at; the others are ranked by their names. */
const MOST_OPENED = 40;
/** Bytes: of these formats a file is read as a whole before anything is known of it. */
const LARGEST_WHOLE = 20_000_000;

export async function dataCandidates(
  task: BindingTask,
  found: FoundData,
  signal: AbortSignal,
): Promise<DataCandidates> {
  const { key } = task.need;
  const asker: Asker = { key, document: task.path, text: task.document.snapshot.getText() };
  const all = listed(task, found);
  const first = ranked(all, asker).slice(0, MOST_SHOWN);
  const opened: DataCandidate[] = [];
  for (const [place, candidate] of first.entries()) {
    signal.throwIfAborted();
    opened.push(place < MOST_OPENED ? await withColumns(task, candidate) : candidate);
  }
  return {
    objective: task.objective.definition.name,
    key,
    target: task.target,
    candidates: ranked(opened, asker),
    left: all.length - first.length,
  };
}

/** Whatever cannot be read stays in the list, with the reason. */
function listed({ need, path: own, target }: BindingTask, found: FoundData): DataCandidate[] {
  const none = { columns: [], classes: null, problem: null } as const;
  const isOwn = (path: string) => path === own || path === target;
  return [
    ...found.files
      .filter(({ path }) => !isOwn(path))
      .map(({ path, bytes }) => ({ ...none, path, isFolder: false, bytes })),
    ...(need.key === 'classes' ? found.folders : []).map(({ path, classes }) => ({
      ...none,
      path,
      isFolder: true,
      bytes: null,
      classes,
    })),
    ...found.unreadable.map(({ path, because }) => ({
      ...none,
      path,
      isFolder: false,
      bytes: null,
      problem: because,
    })),
  ];
}

function ranked(candidates: readonly DataCandidate[], asker: Asker): DataCandidate[] {
  return candidates
    .map((candidate) => ({
      candidate,
      fit: fileFit({ ...candidate, isBroken: candidate.problem !== null }, asker),
    }))
    .sort((a, b) => b.fit - a.fit || (a.candidate.path < b.candidate.path ? -1 : 1))
    .map(({ candidate }) => candidate);
}

async function withColumns(
  { openDataFile, largest }: BindingTask,
  candidate: DataCandidate,
): Promise<DataCandidate> {
  const { path, isFolder, bytes, problem } = candidate;
  if (isFolder || problem !== null) return candidate;
  if (bytes !== null && bytes > largest) return { ...candidate, problem: tooLarge(bytes, largest) };
  if (/\.json$/i.test(path) && bytes !== null && bytes > LARGEST_WHOLE) return candidate;
  const file = await openDataFile(path);
  if (file.kind !== 'file')
    return { ...candidate, problem: file.kind === 'refused' ? file.because : 'it has just vanished' };
  const head = await file.within((source) => readTableHead(path, source));
  if (head.kind === 'failed') return { ...candidate, problem: head.because };
  if (head.kind === 'changed') return candidate;
  return head.value.kind === 'unreadable'
    ? { ...candidate, problem: head.value.because }
    : { ...candidate, columns: head.value.names.slice(0, MOST_NAMES) };
}

/** Names of columns that fit below a file's name. */
const MOST_NAMES = 40;

/** Half a sentence about a file above the limit of the settings. */
export function tooLarge(bytes: number, largest: number): string {
  const megabytes = (size: number) => Math.round(size / 1e6).toLocaleString('en');
  return `it has ${megabytes(bytes)} MB, and the limit is ${megabytes(largest)} MB. Raise the setting \`objectiveLens.data.largestFile\``;
}

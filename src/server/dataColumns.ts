/** What a data file holds that an objective's data may be taken from, each column with a preview. */
import { type ClassFolder, classesOfFolders } from '../data/classFolder';
import type { ColumnSummary } from '../data/columnSummary';
import { summarizeTable } from '../data/summarizeTable';
import { dataChoices, dataFilters } from '../language/binding/dataChoices';
import { drawBlocks, histogramOfClasses } from '../objective/histogram';
import type { DataColumn, DataColumns } from '../protocol/dataMessages';
import type { BindingTask } from './bindingTask';
import { tooLarge } from './dataCandidates';
import { Refusal } from './refusal';

export async function dataColumns(
  task: BindingTask,
  path: string,
  signal: AbortSignal,
): Promise<DataColumns> {
  const { openDataFile, largest, need } = task;
  const file = await openDataFile(path);
  if (file.kind === 'missing') throw new Refusal(`${path} is not there any more. Choose another file.`);
  if (file.kind === 'refused') throw new Refusal(`${path} is not read: ${file.because}.`);
  if (file.kind === 'folder') return ofFolder(path, file.folders);
  if (file.size > largest) throw new Refusal(`${path} is not read: ${tooLarge(file.size, largest)}.`);
  const read = await file.within((bytes) => summarizeTable(path, bytes, signal));
  if (read.kind === 'changed') throw new Refusal(`${path} changed while it was read. Try once more.`);
  if (read.kind === 'failed') throw new Refusal(`${path} cannot be read: ${read.because}.`);
  const summary = read.value;
  if (summary.kind === 'unreadable') throw new Refusal(`${path} cannot be read: ${summary.because}.`);
  return {
    rows: summary.rows,
    columns: dataChoices(need.key, summary.columns, summary.rows).map(
      ({ column, weight, summary: held, problem }) => shown({ column, weight, problem }, held),
    ),
    skipped: summary.skipped,
    filters: need.key === 'weights' ? [] : dataFilters(summary.columns),
  };
}

function shown(
  choice: Pick<DataColumn, 'column' | 'weight' | 'problem'>,
  { holds, missing, distinct, low, high, width, blocks }: Omit<ColumnSummary, 'column'>,
): DataColumn {
  return { ...choice, holds, missing, distinct, low: finite(low), high: finite(high), width, blocks };
}

/** Messages between processes have no infinities. */
const finite = (value: number | null) => (value !== null && Number.isFinite(value) ? value : null);

function ofFolder(path: string, folders: readonly ClassFolder[]): DataColumns {
  const reading = classesOfFolders(folders, null);
  if (reading.kind !== 'classes')
    throw new Refusal(
      `${path} cannot be read: ${reading.kind === 'unreadable' ? reading.because : 'it holds no classes'}.`,
    );
  const { classes } = reading;
  const sizes = classes.map(({ count }) => count);
  const column: DataColumn = {
    column: null,
    weight: null,
    holds: 'words',
    missing: 0,
    distinct: classes.length,
    low: sizes.reduce((least, size) => Math.min(least, size)),
    high: sizes.reduce((most, size) => Math.max(most, size)),
    width: null,
    blocks: drawBlocks(histogramOfClasses([...classes].sort((a, b) => b.count - a.count))),
    problem: null,
  };
  return { rows: sizes.reduce((sum, size) => sum + size, 0), columns: [column], skipped: 0, filters: [] };
}

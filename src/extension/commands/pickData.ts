/** The steps of "Bind Data…" in which the user chooses: a file, columns of it, what is a class, and which rows count. */
import { type QuickPickItem, window } from 'vscode';
import type {
  BoundBins,
  DataBindingAsk,
  DataCandidate,
  DataCandidates,
  DataColumn,
  DataColumns,
} from '../../protocol/dataMessages';
import { counted } from '../texts';
import {
  candidateText,
  columnName,
  columnsPlaceholder,
  columnsTitle,
  columnText,
  filesPlaceholder,
  filesTitle,
  rowsTitle,
} from './bindingTexts';
import {
  binChoices,
  binsTitle,
  canBeBinned,
  EDGES_PROMPT,
  joinable,
  readEdges,
  severalText,
  severalTitle,
} from './binningTexts';

interface Row<T> extends QuickPickItem {
  readonly chosen: T;
}

/** A file, or the wish to look further; undefined when the user chooses none. */
export async function pickFile(
  data: DataCandidates,
  canLookFurther: boolean,
): Promise<DataCandidate | 'further' | undefined> {
  const rows: Row<DataCandidate | 'further'>[] = data.candidates.map((candidate) => ({
    ...candidateText(candidate),
    chosen: candidate,
  }));
  if (canLookFurther)
    rows.push({
      label: '$(search) Look also where .gitignore says not to…',
      description: data.left === 0 ? '' : `${counted(data.left, 'more file')} not shown`,
      alwaysShow: true,
      chosen: 'further',
    });
  const picked = await window.showQuickPick(rows, {
    title: filesTitle(data),
    placeHolder: filesPlaceholder(data),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return picked?.chosen;
}

/** Columns that cannot be taken are shown with the reason, and choosing one of them asks again. */
export async function pickColumns(
  candidates: DataCandidates,
  path: string,
  data: DataColumns,
): Promise<readonly DataColumn[] | undefined> {
  const rows: Row<DataColumn | 'several'>[] = data.columns.map((column) => ({
    ...columnText(column, data.rows),
    chosen: column,
  }));
  const several = joinable(candidates.key, data.columns);
  if (several.length > 0) rows.push({ ...severalText(candidates.key, several), chosen: 'several' });
  for (;;) {
    const picked = await window.showQuickPick(rows, {
      title: columnsTitle(candidates),
      placeHolder: columnsPlaceholder(candidates.key, path, data),
      matchOnDetail: true,
      ignoreFocusOut: true,
    });
    if (!picked) return undefined;
    const { chosen } = picked;
    if (chosen === 'several') return pickSeveral(candidates, several, data.rows);
    if (chosen.problem === null) return [chosen];
    await window.showWarningMessage(
      `${columnName(chosen)} cannot be taken: ${chosen.problem}. Choose another column.`,
      {
        modal: true,
      },
    );
  }
}

async function pickSeveral(
  candidates: DataCandidates,
  columns: readonly DataColumn[],
  rows: number,
): Promise<readonly DataColumn[] | undefined> {
  const choices = columns.map((column): Row<DataColumn> => ({ ...columnText(column, rows), chosen: column }));
  const picked = await window.showQuickPick(choices, {
    title: severalTitle(candidates),
    placeHolder: 'In their order here; the first number of a vector is of the first column',
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return picked && picked.length > 0 ? picked.map(({ chosen }) => chosen) : undefined;
}

/** Null where each value is a class; undefined when the user chooses nothing. */
export async function pickBins(
  candidates: DataCandidates,
  column: DataColumn,
): Promise<BoundBins | null | undefined> {
  if (!canBeBinned(candidates.key, column)) return null;
  const picked = await window.showQuickPick(binChoices(column), {
    title: binsTitle(candidates),
    placeHolder: `What a class is among the numbers of ${columnName(column)}`,
    ignoreFocusOut: true,
  });
  if (picked?.bins !== 'ask') return picked?.bins;
  const typed = await window.showInputBox({
    title: binsTitle(candidates),
    prompt: EDGES_PROMPT,
    ignoreFocusOut: true,
    validateInput(text) {
      const read = readEdges(text);
      return 'problem' in read ? read.problem : null;
    },
  });
  const read = typed === undefined ? null : readEdges(typed);
  return read && 'bins' in read ? read.bins : undefined;
}

/** Null for all rows; undefined when the user chooses nothing. */
export async function pickRows(
  candidates: DataCandidates,
  { rows, filters }: DataColumns,
  columns: readonly DataColumn[],
): Promise<DataBindingAsk['where'] | undefined> {
  const choices = filters
    .filter((filter) => columns.every(({ column }) => column !== filter.column))
    .flatMap((filter) =>
      filter.values.map(
        ({ name, count }): Row<DataBindingAsk['where']> => ({
          label: `Only ${filter.column} = ${name}`,
          description: `${count.toLocaleString('en')} rows`,
          chosen: { column: filter.column, value: name },
        }),
      ),
    );
  if (choices.length === 0) return null;
  const all: Row<DataBindingAsk['where']> = {
    label: 'All rows',
    description: `${rows.toLocaleString('en')} rows`,
    chosen: null,
  };
  const picked = await window.showQuickPick([all, ...choices], {
    title: rowsTitle(candidates),
    placeHolder: 'Rows that the loss is trained on',
    ignoreFocusOut: true,
  });
  return picked?.chosen;
}

/** The steps of "Bind Data…" in which the user chooses: a file, a column of it, and which of its rows count. */
import { type QuickPickItem, window } from 'vscode';
import type {
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
export async function pickColumn(
  candidates: DataCandidates,
  path: string,
  data: DataColumns,
): Promise<DataColumn | undefined> {
  const rows = data.columns.map(
    (column): Row<DataColumn> => ({ ...columnText(column, data.rows), chosen: column }),
  );
  for (;;) {
    const picked = await window.showQuickPick(rows, {
      title: columnsTitle(candidates),
      placeHolder: columnsPlaceholder(candidates.key, path, data),
      matchOnDetail: true,
      ignoreFocusOut: true,
    });
    if (!picked || picked.chosen.problem === null) return picked?.chosen;
    const { chosen } = picked;
    await window.showWarningMessage(
      `${columnName(chosen)} cannot be taken: ${chosen.problem}. Choose another column.`,
      {
        modal: true,
      },
    );
  }
}

/** Null for all rows; undefined when the user chooses nothing. */
export async function pickRows(
  candidates: DataCandidates,
  { rows, filters }: DataColumns,
  column: DataColumn,
): Promise<DataBindingAsk['where'] | undefined> {
  const choices = filters
    .filter((filter) => filter.column !== column.column)
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

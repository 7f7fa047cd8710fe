/** Answers the questions behind "Bind Data…": which files there are, what one holds, and which edit binds it. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type BindingEdit, writeInObjectiveFile, writeInProjectFile } from '../language/binding/writeBinding';
import type { DataAsk, DataBindingEdit } from '../protocol/dataMessages';
import { type DataBindingNeeds, taskOf } from './bindingTask';
import { dataCandidates } from './dataCandidates';
import { dataColumns } from './dataColumns';
import type { DataAnswers } from './dataQuestions';
import { rangeOf } from './ranges';
import { Refusal } from './refusal';
import { createSearchRules } from './searchRules';
import { uriBelow } from './uris';

export function createDataAnswers(needs: DataBindingNeeds): DataAnswers {
  const searchRules = createSearchRules(needs.projects, needs.settings);
  return {
    async candidates({ id, ignored }, signal) {
      const task = taskOf(needs, id);
      const rules = await searchRules(task.rootUri);
      const searched = { ...rules, ignoreFiles: rules.ignoreFiles && !ignored };
      const found = await needs.host.findData(task.rootUri, searched, signal);
      return dataCandidates(task, found, signal);
    },
    columns: ({ id, path }, signal) => dataColumns(taskOf(needs, id), path, signal),
    binding: (ask) => bindingEdit(needs, ask),
  };
}

async function bindingEdit(needs: DataBindingNeeds, ask: DataAsk<'binding'>): Promise<DataBindingEdit> {
  const task = taskOf(needs, ask.id);
  const uri = uriBelow(task.rootUri, task.target);
  const { text, version, isNew } = await present(needs, uri, task.rootUri);
  const file = await task.openDataFile(ask.path);
  if (file.kind !== 'file' && file.kind !== 'folder')
    throw new Refusal(`${ask.path} is not there any more, or cannot be read. Choose another file.`);
  const data = {
    key: task.need.key,
    path: ask.path,
    isFolder: file.kind === 'folder',
    columns: ask.columns,
    weight: ask.weight,
    bins: ask.bins,
    where: ask.where,
  };
  const written: BindingEdit =
    task.need.place === 'project-file'
      ? writeInProjectFile(text, task.path, data)
      : writeInObjectiveFile(text, task.path, task.objective.definition.name, data);
  if (written.kind === 'refused') throw new Refusal(written.because);
  const { span, text: newText } = written.edit;
  const range = rangeOf(span, TextDocument.create(uri, 'plaintext', 0, text));
  return { uri: needs.open.editorUri(uri) ?? uri, version, isNew, range, newText };
}

/** The text as the editor shows it, else as the disk has it; '' for a file that is yet to be. */
async function present({ host, open }: DataBindingNeeds, uri: string, rootUri: string) {
  const snapshot = open.snapshot(uri);
  if (snapshot) return { text: snapshot.getText(), version: snapshot.version, isNew: false };
  const file = await host.readText(uri, rootUri);
  if (file.kind === 'skipped') throw new Refusal(`The binding cannot be written to ${uri}: ${file.because}`);
  return { text: file.kind === 'text' ? file.text : '', version: null, isNew: file.kind === 'missing' };
}

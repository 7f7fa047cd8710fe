/** The work of binding data to one objective: what it lacks, and which files it is about. */
import type { OpenDataFile } from '../data/dataFile';
import { type DataNeed, dataNeed } from '../language/binding/dataNeed';
import { LARGEST_DATA_FILE } from '../language/dataFiles';
import { PROJECT_FILE } from '../language/project';
import type { AnalysisQueue } from './analysisQueue';
import type { AskedObjective } from './askedObjective';
import type { ServerHost } from './host';
import { findObjective, uriOfObjective } from './objectiveViews';
import type { OpenDocuments } from './openDocuments';
import type { Projects } from './projects';
import { Refusal } from './refusal';
import type { SettingsStore } from './settingsStore';
import type { WorkspaceRoots } from './workspaceRoots';

export interface DataBindingNeeds {
  readonly host: ServerHost;
  readonly open: OpenDocuments;
  readonly queue: AnalysisQueue;
  readonly roots: WorkspaceRoots;
  readonly projects: Projects;
  readonly settings: SettingsStore;
}

/** An objective that data are bound to, with where it stands and what it lacks. */
export interface BindingTask extends AskedObjective {
  readonly need: DataNeed;
  readonly rootUri: string;
  /** Of the objective's file, below the root. */
  readonly path: string;
  /** Of the file that the binding is written to. */
  readonly target: string;
  readonly openDataFile: OpenDataFile;
  /** Bytes of the largest data file that is read. */
  readonly largest: number;
}

export function taskOf({ host, queue, roots, settings }: DataBindingNeeds, id: string): BindingTask {
  const uri = uriOfObjective(id);
  const document = queue.last(uri);
  const objective = document && findObjective(document, id);
  if (!document || !objective)
    throw new Refusal(
      'This objective is not known any more: its file has changed or was closed. Choose it in the Objectives view.',
    );
  const { rootUri, path } = roots.placeOf(uri);
  if (rootUri === null)
    throw new Refusal(
      `${objective.definition.name} stands in a file of no open folder, so there is no ${PROJECT_FILE} to bind its data in. Save the file in a folder that is open, or open its folder.`,
    );
  const need = dataNeed(objective.definition);
  if (need.kind === 'none') throw new Refusal(need.because);
  return {
    id,
    document,
    objective,
    need,
    rootUri,
    path,
    target: need.place === 'project-file' ? PROJECT_FILE : path,
    openDataFile: host.dataFiles(rootUri),
    largest: settings.now().largestDataFile ?? LARGEST_DATA_FILE,
  };
}

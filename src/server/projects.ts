/** The project file of each workspace root, read when first needed and again after each change. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { EMPTY_PROJECT, PROJECT_FILE, type Project } from '../language/project';
import { readProjectFile } from '../language/projectFile';
import { uriBelow } from './uris';

export interface Projects {
  /** The project of a root; of documents outside every root, the empty one. */
  of(rootUri: string | null): Promise<Project>;
  /** The root whose project file this is, or null. */
  rootOfFile(uri: string): string | null;
  /** Makes the next asker read the file anew. */
  changed(rootUri: string): void;
}

export interface ProjectNeeds {
  roots(): readonly string[];
  /** The present text of the file, open or on the disk; null when there is none. */
  read(uri: string, rootUri: string): Promise<TextDocument | null>;
}

export function createProjects(needs: ProjectNeeds): Projects {
  const loading = new Map<string, Promise<Project>>();
  const lastGood = new Map<string, Project>();

  const load = async (rootUri: string): Promise<Project> => {
    const snapshot = await needs.read(uriBelow(rootUri, PROJECT_FILE), rootUri);
    if (!snapshot) return EMPTY_PROJECT;
    const { project, findings } = readProjectFile(snapshot.getText());
    // A half-typed file must not take the data away from every objective: what it said last still holds.
    if (project === EMPTY_PROJECT && findings.length > 0) return lastGood.get(rootUri) ?? project;
    lastGood.set(rootUri, project);
    return project;
  };

  return {
    of(rootUri) {
      if (rootUri === null) return Promise.resolve(EMPTY_PROJECT);
      const known = loading.get(rootUri);
      if (known) return known;
      const project = load(rootUri);
      loading.set(rootUri, project);
      // A failure is the asker's to report; the next asker tries again.
      project.catch(() => loading.delete(rootUri));
      return project;
    },
    rootOfFile: (uri) => needs.roots().find((root) => uriBelow(root, PROJECT_FILE) === uri) ?? null,
    changed: (rootUri) => void loading.delete(rootUri),
  };
}

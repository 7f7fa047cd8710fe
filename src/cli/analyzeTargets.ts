/** Runs the language service over all targets and collects what a report prints. */
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dataFilesBelow } from '../data/openDataFile';
import type { Finding } from '../language/finding';
import type { AnalyzedObjective, LanguageService, Mathematics, Settings } from '../language/languageService';
import { EMPTY_PROJECT, PROJECT_FILE, type Project } from '../language/project';
import { readProjectFile } from '../language/projectFile';
import { createPositions, type Range } from './positions';
import { readText } from './readText';
import { filesOf, findTarget, slashes, type Target, type Unread } from './targets';

export interface ReportedObjective {
  readonly file: string;
  readonly range: Range;
  readonly objective: AnalyzedObjective;
}

export interface ReportedFinding {
  readonly file: string;
  readonly range: Range;
  readonly finding: Finding;
}

export interface Report {
  /** Number of files that were analysed. */
  readonly files: number;
  readonly objectives: readonly ReportedObjective[];
  readonly findings: readonly ReportedFinding[];
  /** What should have been read and could not be. */
  readonly unread: readonly Unread[];
  /** What was left alone on purpose. */
  readonly skipped: readonly Unread[];
}

/** In the order of the given paths; a file that two of them hold is analysed once. */
export async function analyzeTargets(
  { language, mathematics, settings = { severity: {} } }: Shared,
  paths: readonly string[],
  cwd: string,
): Promise<Report> {
  const collected: Collected = { files: new Set(), objectives: [], findings: [], unread: [], skipped: [] };
  const projects = new Map<string, Project>();
  for (const path of paths) {
    const target = await findTarget(path, cwd);
    if ('because' in target) {
      collected.unread.push(target);
      continue;
    }
    const project = projects.get(target.root) ?? (await readProject(target));
    projects.set(target.root, project);
    await analyzeTarget({ language, mathematics, settings, cwd, project, target, collected });
  }
  return { ...collected, files: collected.files.size };
}

/** What all targets are analysed with. */
interface Shared extends Pick<Work, 'language' | 'mathematics'> {
  readonly settings?: Settings;
}

interface Collected {
  readonly files: Set<string>;
  readonly objectives: ReportedObjective[];
  readonly findings: ReportedFinding[];
  readonly unread: Unread[];
  readonly skipped: Unread[];
}

interface Work {
  readonly language: LanguageService;
  readonly mathematics: Mathematics;
  readonly settings: Settings;
  readonly cwd: string;
  readonly project: Project;
  readonly target: Target;
  readonly collected: Collected;
}

async function readProject({ root, hasProjectFile }: Target): Promise<Project> {
  if (!hasProjectFile) return EMPTY_PROJECT;
  const file = await readText(join(root, PROJECT_FILE));
  return file.kind === 'text' ? readProjectFile(file.text).project : EMPTY_PROJECT;
}

async function analyzeTarget(work: Work): Promise<void> {
  const { target, project, language, collected, cwd } = work;
  const name = (path: string) => slashes(relative(cwd, join(target.root, path))) || '.';
  // What is wrong in the project file changes every verdict below it, whichever path was named.
  if (target.hasProjectFile) await analyzeFile(work, PROJECT_FILE, name(PROJECT_FILE));
  for await (const { kind, path, because } of filesOf(target, project.exclude, language.accepts)) {
    if (kind === 'file') await analyzeFile(work, path, name(path));
    else (kind === 'unread' ? collected.unread : collected.skipped).push({ file: name(path), because });
  }
}

async function analyzeFile(
  { language, mathematics, settings, project, target, collected }: Work,
  path: string,
  name: string,
): Promise<void> {
  const absolute = resolve(target.root, path);
  if (collected.files.has(absolute)) return;
  const file = await readText(absolute);
  if (file.kind === 'unread') {
    collected.unread.push({ file: name, because: file.because });
    return;
  }
  collected.files.add(absolute);
  const uri = pathToFileURL(absolute).href;
  const { objectives, findings } = await language.analyze(
    { uri, path, text: file.text },
    {
      project,
      settings,
      mathematics,
      openDataFile: dataFilesBelow(target.root),
      previous: null,
      signal: new AbortController().signal,
    },
  );
  language.forget(uri);
  const range = createPositions(file.text);
  for (const objective of objectives)
    collected.objectives.push({ file: name, range: range(objective.definition.span), objective });
  for (const finding of findings)
    collected.findings.push({ file: name, range: range(finding.span), finding });
}

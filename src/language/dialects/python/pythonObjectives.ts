/** Reads the objectives of a Python file: every call that builds or computes a loss that a dialect knows. */
import type { Definition } from '../../../objective/definition';
import { NamedFiles, NO_FILES } from '../../dataFiles';
import type { Finding } from '../../finding';
import type { PythonCall, PythonFile } from '../../parsers/python/file';
import type { PythonParser } from '../../parsers/python/parser';
import type { BrokenObjective, Reading } from '../../reading';
import type { NamedSources } from '../../sourceFiles';
import { customNames, type DescribedCalls, describedCalls } from '../custom/customCalls';
import type { CustomLoss } from '../custom/customLoss';
import { lossAtCall } from '../custom/describedLoss';
import { FindingList } from '../findingList';
import { withActivity } from './activity/inactive';
import { builtCalls } from './builtCalls';
import { candidateCalls, mayBeLoss } from './candidates';
import { described, type Identified, identify, identifyCallee } from './identify';
import { passedCalls } from './passedCalls';
import type { GivenOption } from './program/givenOptions';
import { withLoaderBatch } from './program/loaderBatch';
import { Modules } from './program/modules';
import { Program } from './program/program';
import { withProgramData } from './program/programData';
import { readDefinition } from './readDefinition';
import { builtModels } from './writtenOut/modelClass';
import { writtenOut } from './writtenOut/writtenOut';

export interface PythonDocument {
  readonly uri: string;
  readonly path: string;
  readonly text: string;
  /** The line of an offset in words, where the text is put together from parts. */
  readonly lineAt?: (offset: number) => string;
  /** Loss classes that the project file describes. */
  readonly dialects?: readonly CustomLoss[];
}

export function readPythonObjectives(
  { uri, path, text, dialects = [], lineAt }: PythonDocument,
  python: PythonParser,
  sources: NamedSources,
  files: NamedFiles = new NamedFiles(path, NO_FILES),
): Reading {
  const entry = { path, file: python.parse(uri, text) };
  const program = new Program(new Modules(entry, sources, (closed) => python.parseClosed(closed)));
  const losses = readLosses(program, dialects, files);
  return {
    definitions: losses.flatMap(({ definition, because }) => (because === null ? [definition] : [])),
    broken: losses.flatMap(({ definition, because }) =>
      because === null ? [] : [withoutValues(definition, because)],
    ),
    findings: once([...describedCalls(entry.file).findings, ...losses.flatMap(({ findings }) => findings)]),
    incompleteBecause: explainStranded(entry.file, lineAt),
    dataRequests: files.wanted,
  };
}

/** What is wrong in a class is found at each of its calls. */
const once = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(
    ({ span, message }, i) =>
      findings.findIndex((one) => one.span.start === span.start && one.message === message) === i,
  );

/** One loss that a program builds or computes. */
export interface ReadLoss {
  readonly site: PythonCall;
  readonly identified: Identified;
  readonly definition: Definition;
  readonly findings: readonly Finding[];
  /** Why the definition cannot be analysed, or null. */
  readonly because: string | null;
  /** Of a program that is read for one command: the options that the loss was read with. */
  readonly options: readonly GivenOption[];
}

/** In the order of the text of the program's entry. */
export function readLosses(
  program: Program,
  dialects: readonly CustomLoss[],
  files: NamedFiles = new NamedFiles(program.modules.entry.path, NO_FILES),
): readonly ReadLoss[] {
  const { entry, given } = program.modules;
  const { file } = entry;
  const found = [...commentedCalls(describedCalls(file), program), ...lossCalls(program, dialects)];
  return inOrder(found).map(({ site, identified }) => {
    const reports = new FindingList();
    given?.begin();
    const own = withActivity(readDefinition(site, identified, program, reports), site, file);
    const read = withLoaderBatch(own, program);
    const options = given?.used ?? [];
    const definition = withProgramData(read, site, identified.loss, program, files);
    const because = site.whole
      ? (reports.firstError?.message ?? null)
      : `The call of ${identified.loss.name} is not complete.`;
    return { site, identified, definition, findings: reports.findings, because, options };
  });
}

interface LossCall {
  readonly site: PythonCall;
  readonly identified: Identified;
}

function lossCalls(program: Program, dialects: readonly CustomLoss[]): readonly LossCall[] {
  const { entry } = program.modules;
  const { file } = entry;
  const own = customNames(file.text, dialects);
  const isLoss = (name: string) => own.has(name) || mayBeLoss(name);
  const built = builtCalls(file, program).flatMap(({ site, callee }) => {
    const place = { scope: site.scope, module: entry };
    const identified = identifyCallee(callee, site.call(), place, program, dialects);
    return identified ? [{ site, identified }] : [];
  });
  const written = [...candidateCalls(file, isLoss), ...passedCalls(file, isLoss)].flatMap((site) => {
    const place = { scope: site.scope, module: entry };
    const identified = identify(site.call(), place, program, dialects);
    return identified && !isInside(site, identified, file) && !isRestored(site, file)
      ? [{ site, identified }]
      : [];
  });
  return [...written, ...built, ...builtModels(program), ...writtenOut(program)];
}

function commentedCalls({ calls }: DescribedCalls, program: Program): readonly LossCall[] {
  return calls.map(({ site, description }) => {
    const call = site.call();
    const callee = program.callee(call, { scope: site.scope, module: program.modules.entry });
    return { site, identified: described(lossAtCall(description, callee, call.callee, program)) };
  });
}

/** Of a call that is found twice the first counts: what a comment says of it. */
function inOrder(found: readonly LossCall[]): readonly LossCall[] {
  const places = found.map(({ site: { span } }) => `${span.start}-${span.end}`);
  return found
    .filter((_, i) => places.indexOf(places[i]) === i)
    .sort((a, b) => a.site.span.start - b.site.span.start);
}

/** A trained model is read from a file, and not trained. */
const isRestored = ({ span }: PythonCall, { text }: PythonFile): boolean =>
  /^\s*\.load_from_checkpoint\(/.test(text.slice(span.end, span.end + 60));

/** A loss that computes itself with a function of its own is one loss, told where it is built. */
function isInside({ span }: PythonCall, { definition }: Identified, { scopes, text }: PythonFile): boolean {
  if (!definition) return false;
  return scopes.some(
    ({ kind, span: around }) =>
      kind === 'class' &&
      around.start < span.start &&
      span.end <= around.end &&
      LOSS_CLASS.test(text.slice(around.start, around.start + 200)),
  );
}

const LOSS_CLASS = /^class\s+\w*(?:Loss|Criterion|NCE|X[Ee]nt)\w*/;

export function withoutValues({ name, kind, span, headSpan }: Definition, because: string): BrokenObjective {
  return { name, kind, span, headSpan, because };
}

/** Only an error that holds the name of a loss can hide one. */
function explainStranded(
  { stranded, text }: PythonFile,
  lineAt: PythonDocument['lineAt'] = (offset) => `line ${text.slice(0, offset).split('\n').length}`,
): string | null {
  const first = stranded.find(({ name }) => mayBeLoss(name));
  if (!first) return null;
  return `A syntax error on ${lineAt(first.span.start)} hides what ${first.name} is called with.`;
}

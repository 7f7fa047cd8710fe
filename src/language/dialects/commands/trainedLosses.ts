/** The losses that a script trains with when it is started with some options: its own, and those of what it calls. */
import type { Span } from '../../../objective/definition';
import type { PythonCall, PythonFile } from '../../parsers/python/file';
import type { NamedSources } from '../../sourceFiles';
import { mayHoldCustomLoss } from '../custom/customCalls';
import type { CustomLoss } from '../custom/customLoss';
import { isSkipped } from '../python/activity/skipped';
import { mayHoldLoss } from '../python/mentions';
import type { GivenOptions } from '../python/program/givenOptions';
import type { ProgramModule } from '../python/program/meaning';
import { Modules } from '../python/program/modules';
import { lookUp } from '../python/program/names';
import { Program } from '../python/program/program';
import { type ReadLoss, readLosses } from '../python/pythonObjectives';
import type { CommandFlag } from './flags';
import type { FoundScript } from './scriptPlaces';

export interface ScriptSurroundings {
  readonly sources: NamedSources;
  readonly dialects: readonly CustomLoss[];
  readonly parse: (text: string) => PythonFile;
}

export interface TrainedLoss extends ReadLoss {
  /** The module that it stands in. */
  readonly path: string;
}

export function trainedLosses(
  { path, text }: FoundScript,
  given: GivenOptions<CommandFlag>,
  { sources, dialects, parse }: ScriptSurroundings,
): readonly TrainedLoss[] {
  const script = { path, file: parse(text) };
  const read = (module: ProgramModule) => {
    const program = new Program(new Modules(module, sources, parse, given, script));
    return { program, losses: runningLosses(program, given, dialects) };
  };
  const own = read(script);
  const known = own.losses.map(({ site }) => site.span.start);
  const called = [...calledDefinitions(own.program, known)].filter(([{ file }]) =>
    mayHoldLosses(file.text, dialects),
  );
  const others = called.flatMap(([module, spans]) =>
    read(module).losses.filter(({ site }) => spans.some((span) => isInside(site.span, span))),
  );
  return [...own.losses, ...others];
}

const mayHoldLosses = (text: string, dialects: readonly CustomLoss[]) =>
  mayHoldLoss(text) || mayHoldCustomLoss(text, dialects);

function runningLosses(
  program: Program,
  given: GivenOptions<CommandFlag>,
  dialects: readonly CustomLoss[],
): readonly TrainedLoss[] {
  return readLosses(program, dialects).flatMap((loss) => {
    given.begin();
    const { remarks } = loss.definition;
    const isIdle = isSkipped(loss.site, program) || remarks?.some(({ kind }) => kind === 'inactive');
    const options = [...loss.options, ...given.used];
    return isIdle ? [] : [{ ...loss, options, path: program.modules.entry.path }];
  });
}

const isInside = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end;

/** Calls of a script that are followed. */
const MOST_CALLS = 1000;

/** Where the classes and functions stand that the script calls from other modules; `losses` are calls that are told. */
function calledDefinitions(program: Program, losses: readonly number[]): ReadonlyMap<ProgramModule, Span[]> {
  const { entry } = program.modules;
  const { file } = entry;
  const places = new Map<ProgramModule, Span[]>();
  const sites = file.calledNames.flatMap((name) => file.callsNamed(name)).slice(0, MOST_CALLS);
  for (const site of sites) {
    const isWanted = !losses.includes(site.span.start) && isImported(site, program);
    const found = isWanted ? calledElsewhere(site, program) : null;
    if (found) places.set(found.module, [...(places.get(found.module) ?? []), found.span]);
  }
  return places;
}

/** Told by its first name alone: most calls of a script are of libraries, or of what it makes itself. */
function isImported(site: PythonCall, { modules }: Program): boolean {
  const { file } = modules.entry;
  const [first] = site.call().callee;
  const bindings = first === undefined ? [] : lookUp(first, site.scope, file);
  if (bindings.length === 0) return file.starImports.length > 0;
  return bindings.some(
    (one) => one.kind === 'import' && modules.find(one.path, modules.entry).kind === 'module',
  );
}

function calledElsewhere(site: PythonCall, program: Program): { module: ProgramModule; span: Span } | null {
  const { entry } = program.modules;
  const callee = program.callee(site.call(), { scope: site.scope, module: entry });
  if ((callee.kind !== 'class' && callee.kind !== 'function') || callee.module === entry) return null;
  if (isSkipped(site, program)) return null;
  return { module: callee.module, span: callee.definition.span };
}

/** The objectives that a script has when one command runs it, as far as the command's options make them what they are. */
import type { Span } from '../../../objective/definition';
import type { PythonFile } from '../../parsers/python/file';
import type { Reading } from '../../reading';
import type { NamedSources } from '../../sourceFiles';
import type { CustomLoss } from '../custom/customLoss';
import { isSkipped } from '../python/activity/skipped';
import { GivenOptions } from '../python/program/givenOptions';
import { Modules } from '../python/program/modules';
import { Program } from '../python/program/program';
import { type ReadLoss, readLosses, withoutValues } from '../python/pythonObjectives';
import { atCommand } from './atCommand';
import type { CommandFlag } from './flags';
import type { FoundScript } from './scriptPlaces';

export interface CommandPlace {
  /** The whole command. */
  readonly span: Span;
  /** The words that name the script. */
  readonly headSpan: Span;
}

/** A command, and the script that it runs. */
export interface RunningPlace extends CommandPlace {
  readonly script: string;
}

export interface ScriptSurroundings {
  readonly sources: NamedSources;
  readonly dialects: readonly CustomLoss[];
  readonly parse: (text: string) => PythonFile;
}

export type CommandReading = Pick<Reading, 'definitions' | 'broken' | 'findings'>;

/** What a command changes: all else is told where the script has it. */
export function commandObjectives(
  script: FoundScript,
  flags: readonly CommandFlag[],
  place: CommandPlace,
  around: ScriptSurroundings,
): CommandReading {
  const given = new GivenOptions(flags);
  const without = new Map(
    trainedLosses(script, new GivenOptions<CommandFlag>([]), around).map((loss) => [startOf(loss), loss]),
  );
  const readings = trainedLosses(script, given, around).flatMap((loss) => {
    const changed = atCommand(loss, without.get(startOf(loss)) ?? null, given, {
      ...place,
      script: script.path,
    });
    return changed ? [{ ...changed, because: loss.because }] : [];
  });
  return {
    definitions: readings.flatMap(({ definition, because }) => (because === null ? [definition] : [])),
    broken: readings.flatMap(({ definition, because, findings }) =>
      because === null ? [] : [withoutValues(definition, findings[0]?.message ?? because)],
    ),
    findings: readings.flatMap(({ findings }) => findings),
  };
}

const startOf = ({ site }: ReadLoss) => site.span.start;

/** Losses that the script trains with when it is started with these options. */
function trainedLosses(
  { path, text }: FoundScript,
  given: GivenOptions<CommandFlag>,
  { sources, dialects, parse }: ScriptSurroundings,
): readonly ReadLoss[] {
  const program = new Program(new Modules({ path, file: parse(text) }, sources, parse, given));
  return readLosses(program, dialects).flatMap((loss) => {
    given.begin();
    const isIdle =
      isSkipped(loss.site, program) || loss.definition.remarks?.some(({ kind }) => kind === 'inactive');
    return isIdle ? [] : [{ ...loss, options: [...loss.options, ...given.used] }];
  });
}

/** The objectives that a script has when one command runs it, as far as the command's options make them what they are. */
import { NOTHING_READ, type Reading } from '../../reading';
import { GivenOptions } from '../python/program/givenOptions';
import { withoutValues } from '../python/pythonObjectives';
import { atCommand, type RunningPlace } from './atCommand';
import type { CommandFlag } from './flags';
import type { FoundScript } from './scriptPlaces';
import { type ScriptSurroundings, type TrainedLoss, trainedLosses } from './trainedLosses';

export type CommandReading = Pick<Reading, 'definitions' | 'broken' | 'findings'>;

/** What a command changes: all else is told where the script has it. */
export function commandObjectives(
  script: FoundScript,
  flags: readonly CommandFlag[],
  place: Pick<RunningPlace, 'span' | 'headSpan'>,
  around: ScriptSurroundings,
): CommandReading {
  const given = new GivenOptions(flags);
  const trained = trainedLosses(script, given, around);
  if (trained.length === 0) return NOTHING_READ;
  const plain = trainedLosses(script, new GivenOptions<CommandFlag>([]), around);
  const without = new Map(plain.map((loss) => [placeOf(loss), loss]));
  const readings = trained.flatMap((loss) => {
    const running = { ...place, script: script.path };
    const changed = atCommand(loss, without.get(placeOf(loss)) ?? null, given, running);
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

const placeOf = ({ path, site }: TrainedLoss) => `${path}:${site.span.start}`;

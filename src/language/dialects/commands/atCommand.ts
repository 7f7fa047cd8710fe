/** Tells a loss of a script where a command makes it what it is: values that the command gives stand in the command. */
import type { Definition, Parameter, Parameters, Span } from '../../../objective/definition';
import type { Remark } from '../../../objective/remarks';
import type { Finding } from '../../finding';
import type { GivenOptions } from '../python/program/givenOptions';
import type { ReadLoss } from '../python/pythonObjectives';
import type { CommandFlag } from './flags';

/** A command, and the script that it runs. */
export interface RunningPlace {
  /** The whole command. */
  readonly span: Span;
  /** The words that name the script. */
  readonly headSpan: Span;
  readonly script: string;
}

type Given = GivenOptions<CommandFlag>;

export interface AtCommand {
  readonly definition: Definition;
  readonly findings: readonly Finding[];
}

/** Null when the loss is what it is without the command's options: then the script tells it. */
export function atCommand(
  loss: ReadLoss,
  without: ReadLoss | null,
  given: Given,
  place: RunningPlace,
): AtCommand | null {
  const used = loss.options as readonly CommandFlag[];
  const findings = newFindings(loss, without, given, place);
  if (!isChanged(loss, without, used, given) && findings.length === 0) return null;
  const { definition } = loss;
  const parameters = movedParameters(definition.parameters, used, given);
  const span = parameters.temperature.span ?? place.headSpan;
  const remarks = newRemarks(definition, without?.definition ?? null, span);
  const { remarks: _, classesOfProgram: classes, ...rest } = definition;
  return {
    definition: {
      ...rest,
      ...place,
      parameters,
      ...(classes ? { classesOfProgram: moved(classes, used, given) } : {}),
      ...(remarks.length > 0 ? { remarks } : {}),
    },
    findings,
  };
}

function isChanged(
  { definition }: ReadLoss,
  without: ReadLoss | null,
  used: readonly CommandFlag[],
  given: Given,
): boolean {
  const { kind, positives, parameters } = definition;
  if (Object.values(parameters).some((parameter: Parameter<unknown>) => given.givenAs(parameter.origin)))
    return true;
  // A config that the command names tells its objective itself.
  if (used.some(({ value }) => CONFIG.test(value ?? ''))) return false;
  if (without?.definition.kind !== kind || without.definition.positives !== positives) return true;
  if (valuesOf(definition) !== valuesOf(without.definition)) return true;
  // A name, of the loss or of a way to train, chooses; a number that is no value of the loss does not.
  return used.some(({ value, isKnown }) => !isKnown || (value !== null && Number.isNaN(Number(value))));
}

const CONFIG = /\.(?:ya?ml|json|toml|py)$/i;

const valuesOf = ({ parameters, classesOfProgram, guess }: Definition) =>
  JSON.stringify([
    Object.values(parameters).map(({ value }: Parameter<unknown>) => value),
    classesOfProgram?.value,
    guess?.classes,
  ]);

function movedParameters(parameters: Parameters, used: readonly CommandFlag[], given: Given): Parameters {
  const entries = Object.entries(parameters).map(([name, parameter]) => [
    name,
    moved(parameter as Parameter<unknown>, used, given),
  ]);
  return Object.fromEntries(entries) as Parameters;
}

/** A value that the command gives stands in it; all others stand in the script, or nowhere. */
function moved<T>(parameter: Parameter<T>, used: readonly CommandFlag[], given: Given): Parameter<T> {
  const flag = given.givenAs(parameter.origin);
  if (flag) return { ...parameter, origin: flag.origin, span: flag.span };
  const [open, ...others] = used.filter(({ isKnown }) => !isKnown);
  // What the command does not tell is missed by its own words.
  const isOpen = parameter.value === null && parameter.missing !== undefined && open && others.length === 0;
  return isOpen ? { ...parameter, span: open.span, missing: open.words } : { ...parameter, span: null };
}

/** What the options cause; that they leave out the labels is what their author asked for. */
function newRemarks(definition: Definition, without: Definition | null, span: Span): readonly Remark[] {
  const words = (remark: Remark) => JSON.stringify({ ...remark, span: null });
  const known = new Set(without?.remarks?.map(words));
  return (definition.remarks ?? [])
    .filter((remark) => remark.kind !== 'called-without-labels' && !known.has(words(remark)))
    .map((remark) => ({ ...remark, span }));
}

const DEFAULT = /default of --([\w-]+)/g;

function newFindings(
  { findings }: ReadLoss,
  without: ReadLoss | null,
  given: Given,
  { headSpan }: RunningPlace,
): readonly Finding[] {
  const known = new Set(without?.findings.map(({ message }) => message));
  return findings
    .filter(({ message }) => !known.has(message))
    .map(({ rule, severity, message }) => {
      const flags = [...message.matchAll(DEFAULT)].flatMap(
        ([origin]) => given.givenAs(origin as 'literal') ?? [],
      );
      return {
        rule,
        severity,
        span: flags[0]?.span ?? headSpan,
        message: message.replace(DEFAULT, (origin, name: string) =>
          given.givenAs(origin as 'literal') ? `--${name}` : origin,
        ),
      };
    });
}

/** Options that a command gives to a program: they stand in place of the defaults that the program declares. */
import type { Origin } from '../../../../objective/definition';
import type { CommandLineOption } from './commandLine';
import { type Meaning, type Scalar, scalar, unknown } from './meaning';

export interface GivenOption {
  /** With its dashes: `--temp`. */
  readonly name: string;
  /** What is given; null for a switch, and for what only running the command would tell. */
  readonly value: string | null;
  readonly isKnown: boolean;
}

/**
 * All options of one command. A value that was given keeps the origin of the option's default, since that is what it
 * replaces; whoever shows it asks `givenAs` for where it stands in the command.
 */
export class GivenOptions<T extends GivenOption = GivenOption> {
  private readonly asked = new Set<T>();
  private readonly byOrigin = new Map<Origin, T>();

  constructor(private readonly options: readonly T[]) {}

  /** What the command makes of an option; null where its default holds. */
  valueOf(option: CommandLineOption, otherwise: Scalar | undefined, words: string): Meaning | null {
    const origin: Origin = `default of --${option.flag}`;
    const given = this.options.findLast(({ name }) => option.names.includes(name));
    if (!given)
      return /^store_(?:true|false)$/.test(option.action ?? '') && otherwise === undefined
        ? scalar(option.action === 'store_false', origin)
        : null;
    this.asked.add(given);
    this.byOrigin.set(origin, given);
    const value = valueGiven(given, option, otherwise);
    return value === undefined ? unknown(words) : scalar(value, origin);
  }

  /** Forgets which options were asked for. */
  begin(): void {
    this.asked.clear();
  }

  /** Options that the program asked for since `begin`. */
  get used(): readonly T[] {
    return [...this.asked];
  }

  /** The option that a value of this origin comes from; null when the command does not give it. */
  givenAs(origin: Origin): T | null {
    return this.byOrigin.get(origin) ?? null;
  }
}

/** Undefined where nobody can tell. */
function valueGiven(
  { value, isKnown }: GivenOption,
  { action, type, takesSeveral }: CommandLineOption,
  otherwise: Scalar | undefined,
): Scalar | undefined {
  if (!isKnown || takesSeveral) return undefined;
  if (action === 'store_true' || action === 'store_false') return action === 'store_true';
  if (value === null) return undefined;
  const isText = type === 'str' || (type === null && typeof otherwise === 'string');
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (!isText && Number.isFinite(number)) return number;
  if (/^(?:true|false)$/i.test(value) && !isText && type !== 'bool') return /^true$/i.test(value);
  return type === 'float' || type === 'int' || type === 'bool' ? undefined : value;
}

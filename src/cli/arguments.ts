/** Reads the command line's arguments; what is wrong with them is a sentence. */
import { parseArgs } from 'node:util';
import type { Severity } from '../language/finding';

const FORMATS = ['text', 'json'] as const;
const DESIGN_FORMATS = ['objective', 'pytorch', 'json'] as const;
const FAIL_LEVELS = ['error', 'warning', 'information', 'never'] as const;
export type FailLevel = Severity | 'never';

export interface AnalyzeCommand {
  readonly kind: 'analyze';
  readonly paths: readonly string[];
  readonly format: (typeof FORMATS)[number];
  /** A run that finds the harmless only must not break a build: errors fail it unless more is asked for. */
  readonly failOn: FailLevel;
  /** Seconds that one objective may take; null for no limit. */
  readonly timeLimit: number | null;
  /** Megabytes of the largest data file that is read; null for the usual limit. */
  readonly largestFile: number | null;
}

export interface DesignCommand {
  readonly kind: 'design';
  readonly path: string;
  readonly format: (typeof DESIGN_FORMATS)[number];
  /** Null where the target's own counts. */
  readonly temperature: number | null;
}

export type Command =
  | AnalyzeCommand
  | DesignCommand
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'misused'; readonly because: string };

const OPTIONS = {
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  temperature: { type: 'string' },
  'time-limit': { type: 'string' },
  'largest-file': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

type OptionName = 'format' | 'fail-on' | 'temperature' | 'time-limit' | 'largest-file';
type Options = { readonly [K in OptionName]?: string };

const COMMANDS: Readonly<Record<string, (paths: readonly string[], options: Options) => Command>> = {
  analyze: analyzeCommand,
  design: designCommand,
};
const SEE_HELP = 'Run objective-lens --help to see what there is.';

export function parseCommand(args: readonly string[]): Command {
  // Before the options: those of an unknown command are unknown too, but are not what is wrong.
  const [first] = args;
  if (first !== undefined && !first.startsWith('-') && !(first in COMMANDS)) return unknownCommand(first);
  const parsed = parse(args);
  if (typeof parsed === 'string') return misused(parsed);
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [command, ...paths] = positionals;
  if (command === undefined)
    return misused(`a command is missing: objective-lens analyze [path...]. ${SEE_HELP}`);
  return COMMANDS[command]?.(paths, values) ?? unknownCommand(command);
}

function analyzeCommand(paths: readonly string[], options: Options): Command {
  if (options.temperature !== undefined) return misused(foreignOption('temperature', 'analyze'));
  const { format: wantedFormat = 'text', 'fail-on': wantedLevel = 'error' } = options;
  const format = oneOf(FORMATS, wantedFormat);
  if (format === null) return misused(unavailable('format', wantedFormat, FORMATS));
  const failOn = oneOf(FAIL_LEVELS, wantedLevel);
  if (failOn === null) return misused(unavailable('fail-on', wantedLevel, FAIL_LEVELS));
  const timeLimit = positive(options['time-limit']);
  if (Number.isNaN(timeLimit)) return misused(notAboveZero('time-limit', options['time-limit'], 10));
  const largestFile = positive(options['largest-file']);
  if (Number.isNaN(largestFile)) return misused(notAboveZero('largest-file', options['largest-file'], 5000));
  return { kind: 'analyze', paths: paths.length > 0 ? paths : ['.'], format, failOn, timeLimit, largestFile };
}

function designCommand(paths: readonly string[], options: Options): Command {
  for (const option of ['fail-on', 'time-limit', 'largest-file'] as const)
    if (options[option] !== undefined) return misused(foreignOption(option, 'design'));
  const [path] = paths;
  if (path === undefined || paths.length > 1)
    return misused(`design takes one target file: objective-lens design target.yaml. ${SEE_HELP}`);
  const { format: wantedFormat = 'objective' } = options;
  const format = oneOf(DESIGN_FORMATS, wantedFormat);
  if (format === null) return misused(unavailable('format', wantedFormat, DESIGN_FORMATS));
  const temperature = positive(options.temperature);
  if (Number.isNaN(temperature)) return misused(notAboveZero('temperature', options.temperature, 0.1));
  return { kind: 'design', path, format, temperature };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // Node's own words name the option; anything but an error about arguments is a fault.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      return `${error.message.split('. ')[0]}. ${SEE_HELP}`;
    throw error;
  }
}

/** Null where nothing is written, NaN where that is no number above 0. */
function positive(written: string | undefined): number | null {
  if (written === undefined) return null;
  const value = Number(written);
  return value > 0 && Number.isFinite(value) ? value : Number.NaN;
}

const notAboveZero = (option: string, written: string | undefined, example: number) =>
  `--${option} ${written} is no number above 0, for example --${option} ${example}.`;

function oneOf<T extends string>(known: readonly T[], given: string): T | null {
  return known.find((one) => one === given) ?? null;
}

function unavailable(option: string, given: string, known: readonly string[]): string {
  return `--${option} ${given} is not available in this version; there is ${known.join(', ')}.`;
}

const foreignOption = (option: string, command: string) =>
  `--${option} is no option of ${command}. ${SEE_HELP}`;

const unknownCommand = (name: string) =>
  misused(`there is no command "${name}", only ${Object.keys(COMMANDS).join(' and ')}. ${SEE_HELP}`);

const misused = (because: string): Command => ({ kind: 'misused', because });

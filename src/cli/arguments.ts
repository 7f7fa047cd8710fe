/** Reads the command line's arguments; what is wrong with them is a sentence. */
import { parseArgs } from 'node:util';
import type { Severity } from '../language/finding';

export const FORMATS = ['text', 'json'] as const;
export type Format = (typeof FORMATS)[number];

const FAIL_LEVELS = ['error', 'warning', 'information', 'never'] as const;
export type FailLevel = Severity | 'never';

export interface AnalyzeCommand {
  readonly kind: 'analyze';
  readonly paths: readonly string[];
  readonly format: Format;
  /** A run that finds the harmless only must not break a build: errors fail it unless more is asked for. */
  readonly failOn: FailLevel;
}

export type Command =
  | AnalyzeCommand
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'misused'; readonly because: string };

const OPTIONS = {
  format: { type: 'string', default: 'text' },
  'fail-on': { type: 'string', default: 'error' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

const SEE_HELP = 'Run objective-lens --help to see what there is.';

export function parseCommand(args: readonly string[]): Command {
  // Before the options: those of an unknown command are unknown too, but are not what is wrong.
  const [first] = args;
  if (first !== undefined && !first.startsWith('-') && first !== 'analyze')
    return misused(`there is no command "${first}", only analyze. ${SEE_HELP}`);
  const parsed = parse(args);
  if (typeof parsed === 'string') return misused(parsed);
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [command, ...paths] = positionals;
  if (command === undefined)
    return misused(`a command is missing: objective-lens analyze [path...]. ${SEE_HELP}`);
  if (command !== 'analyze') return misused(`there is no command "${command}", only analyze. ${SEE_HELP}`);
  const format = oneOf(FORMATS, values.format);
  if (format === null) return misused(unavailable('format', values.format, FORMATS));
  const failOn = oneOf(FAIL_LEVELS, values['fail-on']);
  if (failOn === null) return misused(unavailable('fail-on', values['fail-on'], FAIL_LEVELS));
  return { kind: 'analyze', paths: paths.length > 0 ? paths : ['.'], format, failOn };
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

function oneOf<T extends string>(known: readonly T[], given: string): T | null {
  return known.find((one) => one === given) ?? null;
}

function unavailable(option: string, given: string, known: readonly string[]): string {
  return `--${option} ${given} is not available in this version; there is ${known.join(', ')}.`;
}

const misused = (because: string): Command => ({ kind: 'misused', because });

/** Options of the command line: argparse, absl flags, click, and the dataclasses of Hugging Face's parser. */
import type { CallNode, PythonCall } from '../../../parsers/python/file';
import type { ValueNode } from '../../../values';
import type { Located, ProgramModule } from './meaning';

export interface CommandLineOption {
  /** `--temp` without its dashes. */
  readonly flag: string;
  /** Null when the option has no default. */
  readonly otherwise: Located | null;
  /** As they are typed, with their dashes. */
  readonly names: readonly string[];
  /** `store_true`; null for an option that takes a value. */
  readonly action: string | null;
  /** `float`, as it is declared; null where it is not. */
  readonly type: string | null;
  /** Whether it takes a list of values. */
  readonly takesSeveral: boolean;
}

/** The option whose value a program reads as `args.name`, as the module declares it; the last of several. */
export function optionNamed(name: string, module: ProgramModule): CommandLineOption | null {
  const { file } = module;
  let found: CommandLineOption | null = null;
  for (const site of file.callsNamed('add_argument'))
    if (mentions(name, site, module)) found = argparseOption(name, site, module) ?? found;
  for (const call of file.calledNames.filter((called) => called.startsWith('DEFINE_')))
    for (const site of file.callsNamed(call)) found = flagOption(name, site, module) ?? found;
  for (const site of file.callsNamed('set_defaults')) {
    const otherwise = keyword(site.call(), name);
    if (otherwise) found = { ...(found ?? plainOption(name, null)), otherwise: at(otherwise, site, module) };
  }
  return found;
}

/** `@click.option("--temp", default=0.07)`: the parameter of the function below it. */
export function decoratedOption(
  name: string,
  decorators: readonly ValueNode[],
  scope: number,
  module: ProgramModule,
): CommandLineOption | null {
  for (const decorator of decorators) {
    if (decorator.kind !== 'call' || decorator.callee.at(-1) !== 'option') continue;
    const flag = flagFor(name, texts(decorator));
    const otherwise = keyword(decorator, 'default');
    if (flag !== null)
      return { ...declared(flag, decorator), otherwise: otherwise && { node: otherwise, scope, module } };
  }
  return null;
}

/** Whether a declaration is worth reading: there may be hundreds. */
function mentions(name: string, { span }: PythonCall, { file }: ProgramModule): boolean {
  const words = file.text.slice(span.start, span.end);
  return words.includes(name) || words.includes(name.replaceAll('_', '-'));
}

function argparseOption(name: string, site: PythonCall, module: ProgramModule): CommandLineOption | null {
  const call = site.call();
  const names = texts(call);
  const dest = keyword(call, 'dest');
  const long = names.find((text) => text.startsWith('--')) ?? names[0];
  const flag =
    dest?.kind === 'string'
      ? dest.value === name
        ? long?.replace(/^-+/, '')
        : undefined
      : flagFor(name, names);
  if (flag === undefined || flag === null) return null;
  const otherwise = keyword(call, 'default');
  return { ...declared(flag, call), otherwise: otherwise && at(otherwise, site, module) };
}

/** What a declaration says of its option beside the default. */
function declared(flag: string, call: CallNode): Omit<CommandLineOption, 'otherwise'> {
  const [action, type] = [keyword(call, 'action'), keyword(call, 'type')];
  return {
    flag,
    names: texts(call).filter((text) => text.startsWith('-')),
    action: action?.kind === 'string' ? action.value : null,
    type: type?.kind === 'name' ? (type.path.at(-1) ?? null) : null,
    takesSeveral: keyword(call, 'nargs') !== null,
  };
}

/** An option of which nothing is known but its name and its type. */
export const plainOption = (flag: string, type: string | null): Omit<CommandLineOption, 'otherwise'> => ({
  flag,
  names: [`--${flag}`, `-${flag}`],
  action: null,
  type,
  takesSeveral: false,
});

/** `flags.DEFINE_float("temperature", 0.1, "…")`. */
function flagOption(name: string, site: PythonCall, module: ProgramModule): CommandLineOption | null {
  const call = site.call();
  const positional = call.arguments.filter((argument) => argument.name === null);
  const first = keyword(call, 'name') ?? positional[0]?.value;
  if (first?.kind !== 'string' || first.value !== name) return null;
  const otherwise = keyword(call, 'default') ?? positional[1]?.value ?? null;
  const type = /^DEFINE_(float|integer|string|bool)/.exec(call.callee.at(-1) ?? '')?.[1] ?? null;
  const known = plainOption(name, type === null ? null : FLAG_TYPES[type]);
  return { ...known, otherwise: otherwise && at(otherwise, site, module) };
}

/** Python's types for absl's flags; of a flag that is true or false any word says which. */
const FLAG_TYPES: Readonly<Record<string, string | null>> = {
  float: 'float',
  integer: 'int',
  string: 'str',
  bool: null,
};

/** The first long option names the attribute, with `_` for `-`; a short one only where there is no long one. */
function flagFor(name: string, names: readonly string[]): string | null {
  const first = names.find((text) => text.startsWith('--')) ?? names[0];
  const flag = first?.replace(/^-+/, '');
  return flag?.replaceAll('-', '_') === name ? flag : null;
}

const texts = (call: CallNode) =>
  call.arguments.flatMap(({ name, value }) =>
    name === null && value.kind === 'string' ? [value.value] : [],
  );

const keyword = (call: CallNode, name: string) =>
  call.arguments.find((argument) => argument.name === name)?.value ?? null;

const at = (node: ValueNode, { scope }: PythonCall, module: ProgramModule): Located => ({
  node,
  scope,
  module,
});

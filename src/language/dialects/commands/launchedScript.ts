/** The Python program that a command starts, however it is launched, and what stands behind it. */
import type { Span } from '../../../objective/definition';
import type { ShellWord } from '../../parsers/shellCommands';

export interface LaunchedScript {
  /** Paths that it may have, below the folder where the command runs; the first that exists counts. */
  readonly paths: readonly string[];
  /** The words that name it. */
  readonly span: Span;
  readonly rest: readonly ShellWord[];
}

const LAUNCHER = /^(?:python[\d.]*w?|pypy\d*|torchrun|accelerate|deepspeed|horovodrun|uv|ipython)$/;
/** Modules that start another program: `python -m torch.distributed.launch train.py`. */
const LAUNCHING_MODULE =
  /^(?:torch\.distributed\.(?:launch|run)|torch\.utils\.bottleneck|accelerate\.commands\.launch|deepspeed\S*|coverage|pdb|cProfile|kernprof|debugpy)$/;
/** What only shows words runs none of them. */
const SHOWS = /^(?:echo|printf|alias|cat|git|pip\d?|conda|mamba|ls|vim?|nano|code|chmod|rm|cp|mv)$/;

/** Null when the command starts no Python script that can be named. */
export function launchedScript(words: readonly ShellWord[]): LaunchedScript | null {
  const first = words.findIndex(({ text }) => !/^(?:[$%>]|[A-Za-z_]\w*=.*)$/s.test(text));
  if (first < 0 || SHOWS.test(baseName(words[first].text))) return null;
  const launcher = words.findIndex(({ text }) => LAUNCHER.test(baseName(text)));
  const start = launcher >= 0 ? launcher + 1 : first;
  if (launcher < 0 && !isScript(words[first])) return null;
  for (let at = start; at < words.length; at++) {
    const word = words[at];
    if (word.text === '-c') return null;
    const module = word.text === '-m' || word.text === '--module' ? words[at + 1] : undefined;
    if (module && LAUNCHING_MODULE.test(module.text)) at++;
    else if (module) return module.isKnown ? named(pathsOfModule(module.text), module, words, at + 2) : null;
    else if (isScript(word)) return word.isKnown ? named([word.text], word, words, at + 1) : null;
  }
  return null;
}

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

const isScript = ({ text }: ShellWord) => /^[^-\s=][^\s=]*\.py$/.test(text);

function pathsOfModule(name: string): readonly string[] {
  if (!/^\w+(?:\.\w+)*$/.test(name)) return [];
  const path = name.replaceAll('.', '/');
  return [path, `src/${path}`].flatMap((one) => [`${one}.py`, `${one}/__main__.py`]);
}

function named(
  paths: readonly string[],
  { span }: ShellWord,
  words: readonly ShellWord[],
  from: number,
): LaunchedScript {
  return { paths, span, rest: words.slice(from) };
}

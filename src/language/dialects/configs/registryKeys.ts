/**
 * Keys of the project's own registry in a config, `criterion: { name: MyKey }`: the class that the repository's Python has
 * under the key, looked for in the files where people keep their losses.
 */
import type { CallNode } from '../../parsers/python/file';
import { identifyCallee } from '../python/identify';
import type { ProgramModule } from '../python/program/meaning';
import { Modules } from '../python/program/modules';
import { Program } from '../python/program/program';
import type { PythonSources, Target } from './targetClass';

const FILES =
  `losses.py loss.py losses/__init__.py loss/__init__.py tools/losses.py utils/losses.py utils/loss.py
  models/losses.py models/loss.py criterion.py criterions.py registry.py losses/registry.py losses/builder.py train.py
  main.py`.split(/\s+/);
/** Folders above the config that a package may stand in. */
const MOST_FOLDERS = 3;

/** Names of frameworks' losses that are no contrast, and would only cost a search. */
const STOCK =
  /^(?:nn\.|torch\.nn\.)?(?:\w*cross_?entropy\w*|w?b?ce\w*|\w*(?:mse|l1|l2|focal|dice|triplet|smooth|hinge|huber|iou|arc_?face)\w*|kl\w*|nll\w*)$/i;

export const mayBeKey = (name: string): boolean => /^[A-Za-z][\w.-]{1,60}$/.test(name) && !STOCK.test(name);

/** Null where no registry that can be seen has a contrastive loss under the key. */
export function identifyKey(key: string, call: CallNode, python: PythonSources): Target | null {
  const { path: config, sources, parse, dialects } = python;
  const entry = { path: `${config}.py`, file: parse('') };
  const program = new Program(new Modules(entry, sources, parse));
  for (const path of candidates(config)) {
    const text = sources.text(path);
    if (!text || !(text.includes(key) || /regist/i.test(text))) continue;
    const module = moduleAt(path, program, entry);
    if (!module) continue;
    for (const registry of registriesIn(module)) {
      const callee = program.meaning({ node: keyed(registry, key), scope: 0, module });
      if (callee.kind !== 'class' && callee.kind !== 'library') continue;
      const identified = identifyCallee(
        callee,
        { ...call, callee: [key] },
        { scope: 0, module: entry },
        program,
        dialects,
      );
      return identified && { identified, program };
    }
  }
  return null;
}

function candidates(config: string): readonly string[] {
  const folder = config.split('/').slice(0, -1);
  const above = folder.map((_, i) => folder.slice(0, i + 1).join('/')).slice(0, MOST_FOLDERS);
  return ['', 'src', ...above].flatMap((base) =>
    FILES.map((file) => (base === '' ? file : `${base}/${file}`)),
  );
}

/** As an import of it by its path from the root would find it. */
function moduleAt(path: string, { modules }: Program, from: ProgramModule): ProgramModule | null {
  const parts = path.replace(/(?:\/__init__)?\.py$/, '').split('/');
  const found = modules.find(parts, from);
  return found.kind === 'module' && found.module.path === path ? found.module : null;
}

/** Names of maps at the top of a module, and of what decorates its classes; the usual name where a function does. */
function registriesIn({ file }: ProgramModule): readonly string[] {
  const maps = file.scopes[0].names.filter((name) => /^[A-Z][A-Z\d_]*$|loss|criteri|regist/i.test(name));
  const decorating = [...file.text.matchAll(/@(?:\w+\.)*?(\w+)\.\w*regist\w*/gi)].map(([, name]) => name);
  return [...new Set([...maps, ...decorating, 'LOSSES'])];
}

function keyed(registry: string, key: string) {
  const span = { start: 0, end: 0 };
  const of = { kind: 'name', path: [registry], span } as const;
  return { kind: 'subscript', of, key: { kind: 'string', value: key, span }, span } as const;
}

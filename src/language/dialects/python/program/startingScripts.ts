/** Scripts that people start a program with: what imports a module says how it is built, and with which options. */
import type { ProgramModule } from './meaning';
import type { Modules } from './modules';

const NAMES =
  'main train run pretrain main_pretrain run_pretrain options opts args arguments parser config utils/options'.split(
    ' ',
  );

/** Beside the module, in the folder above, and at the root of the workspace. */
export function startingScripts(module: ProgramModule, modules: Modules): readonly ProgramModule[] {
  const folder = module.path.split('/').slice(0, -1);
  const folders = [folder, folder.slice(0, -1), []];
  const paths = folders.flatMap((parts) => NAMES.map((name) => [...parts, `${name}.py`].join('/')));
  return [...new Set(paths)].flatMap((path) => modules.at(path, module) ?? []);
}

/** The modules of a program: the file at hand and what it imports from the workspace, loaded when asked for. */
import type { PythonFile } from '../../../parsers/python/file';
import type { NamedSources } from '../../../sourceFiles';
import type { GivenOptions } from './givenOptions';
import type { ProgramModule } from './meaning';

/** Modules that one file is read with, and imports from it to the farthest. */
const MOST_MODULES = 60;
const FARTHEST = 6;

/** Packages that are never part of a workspace that uses them: looking for them would only cost time. */
const OUTSIDE = new Set(
  `torch torchvision numpy math os sys time json yaml argparse typing dataclasses functools collections itertools re
  copy random logging pathlib abc enum warnings datetime shutil pickle hashlib contextlib tqdm PIL cv2 sklearn scipy
  pandas matplotlib tensorflow keras tensorboard tensorboardX tensorboard_logger wandb omegaconf hydra absl
  transformers datasets timm pytorch_lightning lightning torchmetrics einops apex jax flax optax click toml tomllib
  __future__ unittest pytest kornia faiss`.split(/\s+/),
);

export type FoundModule =
  | { readonly kind: 'module'; readonly module: ProgramModule; readonly rest: readonly string[] }
  /** A file has to be opened first: the next reading knows. */
  | { readonly kind: 'unopened' }
  | { readonly kind: 'outside' };

export class Modules {
  private readonly loaded = new Map<string, ProgramModule | null>();
  private readonly distance = new Map<string, number>();

  constructor(
    readonly entry: ProgramModule,
    private readonly sources: NamedSources,
    private readonly parse: (text: string) => PythonFile,
    /** Of a program that is read for one command: what the command gives. */
    readonly given: GivenOptions | null = null,
    /** The script that the command starts, where it is not the entry itself. */
    readonly script: ProgramModule = entry,
  ) {
    for (const module of [entry, script]) {
      this.loaded.set(module.path, module);
      this.distance.set(module.path, 0);
    }
  }

  get all(): readonly ProgramModule[] {
    return [...this.loaded.values()].flatMap((module) => module ?? []);
  }

  /** The text of another file; undefined when it has to be opened first. */
  text(path: string): string | null | undefined {
    return this.sources.text(path);
  }

  /** The module that the first parts of an import path name, seen from a module; the rest are names in it. */
  find(path: readonly string[], from: ProgramModule): FoundModule {
    const [first = ''] = path;
    const dots = /^\.+/.exec(first)?.[0].length ?? 0;
    if (dots === 0 && OUTSIDE.has(first)) return { kind: 'outside' };
    const parts = dots === 0 ? path : [first.slice(dots), ...path.slice(1)].filter((part) => part !== '');
    const folders = dots > 0 ? [ancestor(from.path, dots)] : this.foldersFor(from);
    let unopened = false;
    for (const count of lengths(parts))
      for (const folder of folders) {
        if (folder === null) continue;
        const found = this.load([...folder, ...parts.slice(0, count)], from);
        if (found === undefined) unopened = true;
        else if (found && !unopened) return { kind: 'module', module: found, rest: parts.slice(count) };
      }
    return unopened ? { kind: 'unopened' } : { kind: 'outside' };
  }

  /** A module of this name in the folder of a package. */
  submodule(name: string, of: ProgramModule): ProgramModule | null {
    if (!of.path.endsWith('__init__.py')) return null;
    return this.load([...folderOf(of.path), name], of) ?? null;
  }

  /** The module in this file, which nobody need import. */
  at(path: string, from: ProgramModule): ProgramModule | null {
    return this.loadFile(path, (this.distance.get(from.path) ?? 0) + 1) ?? null;
  }

  /** Where absolute imports may begin: the script's own folder, the root, and packages around the module. */
  private foldersFor(from: ProgramModule): readonly string[][] {
    const folders = [folderOf(from.path), folderOf(this.entry.path), folderOf(this.script.path), [], ['src']];
    for (let folder = folderOf(from.path); folder.length > 1; folder = folder.slice(0, -1))
      folders.push(folder.slice(0, -1));
    const seen = new Set<string>();
    return folders.filter((folder) => !seen.has(folder.join('/')) && seen.add(folder.join('/')));
  }

  /** Undefined when one of the files has to be opened first. */
  private load(parts: readonly string[], from: ProgramModule): ProgramModule | null | undefined {
    if (parts.length === 0) return null;
    const folder = parts.join('/');
    const distance = (this.distance.get(from.path) ?? 0) + 1;
    if (distance > FARTHEST) return null;
    const file = this.loadFile(`${folder}.py`, distance);
    const package_ = file ? null : this.loadFile(`${folder}/__init__.py`, distance);
    return file ?? package_ ?? (file === undefined || package_ === undefined ? undefined : null);
  }

  private loadFile(path: string, distance: number): ProgramModule | null | undefined {
    const known = this.loaded.get(path);
    if (known !== undefined) return known;
    if (this.loaded.size > MOST_MODULES && !this.loaded.has(path)) return null;
    const text = this.sources.text(path);
    if (text === undefined) return undefined;
    const module = text === null ? null : { path, file: this.parse(text) };
    if (module) {
      this.loaded.set(path, module);
      this.distance.set(path, distance);
    }
    return module;
  }
}

/** `from a.b import C`: C is rather a name in a/b than a module. */
function lengths(parts: readonly string[]): readonly number[] {
  const all = parts.length;
  const shorter = Array.from({ length: Math.max(0, all - 2) }, (_, i) => all - 2 - i);
  const isName = /^[A-Z]/.test(parts.at(-1) ?? '');
  return [...(isName ? [all - 1] : [all, all - 1]), ...shorter, ...(isName && all === 1 ? [1] : [])].filter(
    (n) => n > 0,
  );
}

const folderOf = (path: string) => path.split('/').slice(0, -1);

/** The folder that leading dots mean; null where they lead out of the workspace. */
function ancestor(path: string, dots: number): string[] | null {
  const folder = folderOf(path);
  return dots - 1 > folder.length ? null : folder.slice(0, folder.length - (dots - 1));
}

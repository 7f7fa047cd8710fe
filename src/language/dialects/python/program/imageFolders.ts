/** Image folders that a program opens: `ImageFolder("data/train")`, one sub-folder a class. Counted where the workspace has them. */
import type { NamedFiles } from '../../../dataFiles';
import type { ClassHint } from '../../../guesses/guessedClasses';
import type { CallNode } from '../../../parsers/python/file';
import { FindingList } from '../../findingList';
import { readFileValue } from '../../inline/fileValue';
import { classesFromData } from '../../inline/tableValues';
import type { Program } from './program';

const NAMES = ['ImageFolder', 'DatasetFolder', 'ImageFolderInstance'];
const REQUEST = { from: 'folder', endings: null } as const;

/** Those that are named for training first. `files` are named relative to the file at hand. */
export function folderHints(program: Program, files: NamedFiles): ClassHint[] {
  const { entry } = program.modules;
  const paths = NAMES.flatMap((name) =>
    entry.file.callsNamed(name).flatMap(({ call, scope }) => pathGiven(call(), scope, program) ?? []),
  );
  const training = paths.filter((path) => /train/i.test(path));
  const others = paths.filter((path) => !/train|val|test/i.test(path));
  for (const path of [...training, ...others]) {
    const hint = folderHint(path, entry.path, files);
    if (hint) return [hint];
  }
  return [];
}

function pathGiven(call: CallNode, scope: number, program: Program): string | null {
  const given = call.arguments.find(
    ({ name, unpacks }) => name === 'root' || (name === null && unpacks === 'none'),
  );
  if (!given) return null;
  const resolved = program.resolve({ node: given.value, scope, module: program.modules.entry });
  return resolved.kind === 'known' && resolved.value.kind === 'string' ? resolved.value.value : null;
}

/** A program's paths are relative to where it is started: beside it, or at the root. Our own are beside the file. */
function folderHint(path: string, document: string, files: NamedFiles): ClassHint | null {
  const up = '../'.repeat(document.split('/').length - 1);
  for (const name of up === '' ? [path] : [path, `${up}${path}`]) {
    const file = { kind: 'file', name, span: NOWHERE, columns: [], request: REQUEST } as const;
    const { value: classes } = readFileValue(file, files, classesFromData, new FindingList());
    if (!classes || classes.length < 2) continue;
    const counts = classes.map(({ count }) => count);
    const [low, high] = [Math.min(...counts), Math.max(...counts)];
    const sizes = low === high ? `${low}` : `${low} to ${high}`;
    return {
      kind: 'sizes',
      guess: {
        because: `the code opens ImageFolder(…) of ${path}`,
        assumption: `if it is trained on the ${classes.length} classes of ${sizes} pictures in ${path}`,
        title: `Use the ${classes.length} classes in ${path}`,
        classes,
        written: { folder: name },
      },
    };
  }
  return null;
}

const NOWHERE = { start: 0, end: 0 };

/** A program without a name in it: where the values of configs are read as Python would get them. */
import type { PythonFile } from '../../../parsers/python/file';
import { NamedSources, NO_SOURCES } from '../../../sourceFiles';
import { Modules } from './modules';
import { Program } from './program';

const NO_NAMES: PythonFile = {
  text: '',
  scopes: [
    {
      kind: 'module',
      parent: null,
      span: { start: 0, end: 0 },
      definition: null,
      names: [],
      bindingsOf: () => [],
      attributesOf: () => [],
    },
  ],
  calledNames: [],
  callsNamed: () => [],
  indexedCalls: [],
  pairs: [],
  passedNames: [],
  starImports: [],
  partAssignments: () => [],
  stranded: [],
};

export function emptyProgram(): Program {
  const entry = { path: '', file: NO_NAMES };
  return new Program(new Modules(entry, new NamedSources(NO_SOURCES), () => NO_NAMES));
}

/** Sketches as objective files, with the changes of a remedy made in them as an author would make them. */
import type { Remedy } from '../../src/geometry/analysis';
import { keysOf } from '../../src/language/dialects/objectiveKeys';
import type { Definition, ObjectiveFileKind } from '../../src/objective/definition';
import type { ObjectiveSketch } from './definitions';
import { read } from './pythonReader';

/** The definition that the language room reads; keys of other kinds are left out, as an author would take them out. */
export function readChanged(written: ObjectiveSketch, changes: Remedy['changes']): Definition {
  const keys = Object.entries(written).map(([key, value]) => [
    key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    value,
  ]);
  const file: Record<string, unknown> = { ...Object.fromEntries(keys), ...changes };
  const known = keysOf(file.objective as ObjectiveFileKind);
  // A matrix of weights takes the place of what weights were made of.
  const replaced = changes.weights === undefined ? [] : ['labels', 'features'];
  const kept = Object.entries(file).filter(([key]) => known.includes(key) && !replaced.includes(key));
  const { definitions, findings } = read('changed.objective.json', JSON.stringify(Object.fromEntries(kept)));
  if (findings.length > 0) throw new Error(findings.map(({ message }) => message).join('\n'));
  return definitions[0];
}

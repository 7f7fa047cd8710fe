/** Reads ordered classes that shall stand along an arc. */
import { arcWish } from '../../geometry/remedy/design/arcWish';
import type { Wish } from '../../geometry/remedy/design/designObjective';
import type { FindingList } from '../dialects/findingList';
import { findEntry, reportUnknownKeys } from '../dialects/inline/entries';
import { rejectValue } from '../dialects/inline/inlineValue';
import { readNumber } from '../dialects/inline/numbers';
import type { MapEntry, ValueNode } from '../values';
import { classNameOf, MOST_CLASSES, readNamedClasses } from './readClassNames';

const ARC = {
  what: 'a map of `classes`, in their order, and `degrees`',
  example: 'arc: { classes: [mild, moderate, severe], degrees: 120 }',
};
const DEGREES = {
  what: 'an angle above 0 and at most 180',
  example: ARC.example,
  accepts: (x: number) => x > 0 && x <= 180,
  because:
    'It is the angle between the first class and the last; beyond a half circle they would come nearer again.',
};

export function readArc(entries: readonly MapEntry[], findings: FindingList): Wish | null {
  const { value } = findEntry(entries, 'arc')!;
  if (value.kind !== 'map') {
    rejectValue(value, 'arc', ARC, findings);
    return null;
  }
  reportUnknownKeys(value.entries, ['classes', 'degrees'], '`arc`', findings);
  const names = readNames(value, findings);
  const written = findEntry(value.entries, 'degrees');
  if (!written)
    findings.invalid(
      value.span,
      `\`arc\` does not say its \`degrees\`. Write, for example, \`${ARC.example}\`.`,
    );
  const degrees = written ? readNumber(written.value, 'degrees', DEGREES, findings) : null;
  if (names === null || degrees?.kind !== 'value') return null;
  const classes = readNamedClasses(entries, names, findings);
  return classes === null ? null : { classes, similarities: arcWish(names.length, degrees.value) };
}

function readNames(arc: ValueNode & { kind: 'map' }, findings: FindingList): string[] | null {
  const entry = findEntry(arc.entries, 'classes');
  const items = entry?.value.kind === 'list' ? entry.value.items : [];
  const names = items.flatMap((item) => classNameOf(item) ?? []);
  if (names.length < 2 || names.length !== items.length || names.length > MOST_CLASSES) {
    findings.invalid(
      entry?.value.span ?? arc.span,
      `\`classes\` of \`arc\` must be a list of 2 to ${MOST_CLASSES} class names, in their order. Write, for example, \`${ARC.example}\`.`,
    );
    return null;
  }
  const repeated = names.findIndex((name, i) => names.indexOf(name) !== i);
  if (repeated < 0) return names;
  findings.invalid(
    items[repeated].span,
    `The class "${names[repeated]}" stands on the arc twice; every class has one place.`,
  );
  return null;
}

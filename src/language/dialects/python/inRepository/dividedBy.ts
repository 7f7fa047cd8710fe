/** The temperature of a function without an argument for it: what its code divides the similarities by. */
import type { Located, Meaning } from '../program/meaning';
import type { Program, Resolved } from '../program/program';
import { bareCode } from '../writtenOut/bareCode';
import { scalingIn } from '../writtenOut/scaling';
import { nodeOf } from '../writtenOut/scalingNode';

/** One over the temperature is told as such. */
export interface Divided {
  readonly resolved: Resolved;
  readonly inverse: boolean;
}

export function dividedBy(
  { definition, module }: Extract<Meaning, { kind: 'function' }>,
  call: Located,
  program: Program,
): Divided | null {
  const { start, end } = definition.span;
  const scaling = scalingIn(bareCode(module.file.text.slice(start, end)));
  if (!scaling) return null;
  const node = nodeOf(scaling, start + scaling.start);
  const method = module.file.scopes[definition.scope].kind === 'class';
  const activation = { module, body: definition.body, call, method };
  const resolved = program.resolve({ node, scope: definition.body, module }, activation);
  return { resolved, inverse: scaling.inverse };
}

/** The same of a class that keeps its temperature in some object: `scores / self.opt.nce_T`. */
export function dividedInClass(
  { definition, module }: Extract<Meaning, { kind: 'instance' }>,
  program: Program,
): Divided | null {
  const { file } = module;
  const { start, end } = definition.span;
  const scaling = scalingIn(bareCode(file.text.slice(start, end)));
  if (!scaling?.words.includes('.')) return null;
  const at = start + scaling.start;
  const around = file.scopes.flatMap(({ definition: one }) =>
    one && one.span.start <= at && at < one.span.end ? [one] : [],
  );
  const innermost = around.toSorted((a, b) => b.span.start - a.span.start)[0];
  if (!innermost) return null;
  const resolved = program.resolve({ node: nodeOf(scaling, at), scope: innermost.body, module });
  return { resolved, inverse: scaling.inverse };
}

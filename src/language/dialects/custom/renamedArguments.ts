/** The arguments of a call under the names that a library's class has for them. */
import type { LossArguments } from '../python/lossArguments';

/** Whatever is asked for by a library's name is looked up, and told of, by the name that the call's class has. */
export function renamedArguments(args: LossArguments, renamed: (name: string) => string): LossArguments {
  const own: Partial<LossArguments> = {
    node: (name) => args.node(renamed(name)),
    spanOf: (name) => args.spanOf(renamed(name)),
    resolve: (name) => args.resolve(renamed(name)),
    meaning: (name) => args.meaning(renamed(name)),
    plain: (name) => args.plain(renamed(name)),
    number: (name, range) => args.number(renamed(name), range),
    leftOut: (name, read) => args.leftOut(renamed(name), read),
    reject: (name, resolved, expected) => args.reject(renamed(name), resolved, expected),
  };
  return Object.assign(Object.create(args) as LossArguments, own);
}

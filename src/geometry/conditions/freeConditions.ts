/** What a single view, or free views, change in a condition: one constant of the similarities is free. */
import type { Definition } from '../../objective/definition';
import { conditional, type Decision } from '../verdict/decision';

/**
 * With a weight for every pair, any labels or features reach the bound at a low enough temperature, or at any by
 * distances and dot products, given one dimension fewer than there are items; what tied views reach stays reached.
 * Decisions that used the values, or that zero weights force, stand. Source: [Vock2026], [Cailliez1983].
 */
export function freeCondition(definition: Definition, tied: Decision): Decision {
  const { views, labels, features, similarity } = definition.parameters;
  if (views.value === null || (views.value.tied && views.value.count > 1)) return tied;
  const { condition } = tied;
  if (condition === null || tied.verdict !== 'conditional' || condition.startsWith('degenerate')) return tied;
  if ((labels?.value ?? null) !== null || condition.startsWith('it depends on the kernel')) return tied;
  const what = features === undefined || definition.kind !== 'x-clr' ? 'labels' : 'features';
  const room = `given one dimension fewer than there are ${views.value.count > 1 ? 'views' : 'samples'}`;
  if ((similarity.value ?? 'cosine') !== 'cosine')
    return conditional(`realizable for any ${what} that are not all the same, ${room}`);
  const cause = views.value.count > 1 ? 'free views' : 'a single view';
  const beyond = `with ${cause} any ${what} reach the bound at a low enough temperature, ${room}`;
  return conditional(
    condition.startsWith('realizable iff')
      ? `${condition.replace('realizable iff', 'realizable if')}; ${beyond}`
      : beyond,
  );
}

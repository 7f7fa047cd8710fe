/** Which objectives have an optimum that class sizes decide. */
import type { Definition } from '../../objective/definition';

/** Whether the objective contrasts classes, and nobody has said how large they are. */
export function lacksClasses({ kind, positives, parameters }: Definition): boolean {
  if ((parameters.classes?.value ?? null) !== null || (parameters.samples?.value ?? null) !== null)
    return false;
  switch (kind) {
    case 'supcon':
    case 'soft-supcon':
    case 'balanced-supcon':
      return true;
    // Each positive in a softmax of its own: with labels they are those of a class.
    case 'info-nce':
      return positives === 'softmax-per-positive';
    default:
      return false;
  }
}

/** One of the objectives that are compared: its name and verdict above its picture. */
import type { ObjectiveView } from '../../../src/protocol/panelMessages';
import { button } from '../../widgets';
import { displayText, element } from '../dom';
import { verdictBadge } from '../verdictBadge';
import { createComparePicture, type Reference } from './comparePicture';
import type { Turning } from './turning';

export interface CompareCard {
  readonly root: HTMLElement;
  /** Answers what was drawn, for the next card to lie over; the given reference where nothing was. */
  show(view: ObjectiveView, title: string, reference: Reference | null): Reference | null;
}

/** Without `onRemove` it is the objective that the others are compared with. */
export function createCompareCard(
  turning: Turning,
  onRemove: ((view: ObjectiveView) => void) | null,
): CompareCard {
  let shown: ObjectiveView | null = null;
  const picture = createComparePicture(turning);
  const name = element('h3', {});
  const verdict = element('p', { className: 'verdict-line' });
  const empty = element('p', { className: 'empty' }, 'No geometry is drawn for this objective.');
  const away =
    onRemove === null ? null : button('Remove', 'compare-remove', () => shown !== null && onRemove(shown));
  return {
    root: element(
      'article',
      { className: 'compare-card', testId: 'compare-card' },
      element('div', { className: 'section-head' }, name, away?.root ?? null),
      verdict,
      picture.root,
      empty,
    ),
    show(view, title, reference) {
      shown = view;
      name.textContent = displayText(title);
      verdict.replaceChildren(verdictBadge(view.summary.verdict, 'compare-verdict'));
      const { geometry } = view.analysis;
      picture.root.hidden = geometry === null;
      empty.hidden = geometry !== null;
      if (geometry === null) return reference;
      const drawn = picture.show(title, geometry, reference);
      return reference ?? drawn;
    },
  };
}

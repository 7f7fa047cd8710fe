/** What comes nearest to the wish: its matrix, in words, and as a picture. */
import type { DesignController } from '../../design/designController';
import type { DesignState } from '../../design/designState';
import { cellText, markOf, outcomeText } from '../../design/designText';
import { createComparePicture, type Reference } from '../compare/comparePicture';
import { createTurning } from '../compare/turning';
import { displayText, element } from '../dom';
import { createSquareGrid } from './squareGrid';

export interface DesignOutcome {
  readonly matrix: HTMLElement;
  readonly words: HTMLElement;
  readonly picture: HTMLElement;
  show(state: DesignState): void;
}

export function createDesignOutcome(design: DesignController): DesignOutcome {
  const grid = createSquareGrid({
    label: 'Nearest cosines that points have',
    testId: 'design-nearest',
    isEditable: false,
    onSelect: design.select,
  });
  const words = element('p', {
    className: 'design-outcome',
    testId: 'design-outcome',
    attributes: { role: 'status' },
  });
  const none = element('p', { className: 'empty' }, 'This wish has no objective.');
  const picture = createComparePicture(createTurning());
  let drawn: DesignState['answer'] = null;
  /** The next picture lies over the last one, so that points glide instead of jumping. */
  let last: Reference | null = null;

  function draw({ answer }: DesignState): void {
    if (answer === null || answer === drawn) return;
    drawn = answer;
    const { geometry } = answer.designed.analysis;
    picture.root.hidden = geometry === null;
    if (geometry === null) return;
    const isSame = last?.points.every(({ name }, place) => name === geometry.points[place]?.name);
    last = picture.show('the design', geometry, isSame ? last : null);
  }
  return {
    matrix: element('div', {}, grid.root, none),
    words,
    picture: picture.root,
    show(state) {
      const { answer, refused, failure } = state;
      const isShown = answer !== null && refused === null;
      grid.root.hidden = !isShown;
      none.hidden = isShown || state.pending;
      picture.root.hidden = !isShown;
      words.textContent = displayText(outcomeText(state));
      words.classList.toggle('refused', refused !== null || failure !== null);
      if (!isShown) return;
      draw(state);
      const { target, designed } = answer;
      grid.show({
        names: target.classes.map(({ name }) => name),
        values: designed.similarities,
        selected: state.selected,
        colors: last?.model.colors ?? null,
        label: (row, column) => cellText(state, target, row, column),
        mark: (row, column) => markOf(state, row, column),
      });
    },
  };
}

/** Class sizes: typed one by one, or bent into a long tail by its largest class and its imbalance. */
import {
  imbalance,
  largest,
  longTail,
  type NamedSize,
  parseSizes,
  readClasses,
  writeClasses,
} from '../../whatIf/classSizes';
import { rounded, scaleAround } from '../../whatIf/logScale';
import { textField } from '../../widgets';
import { element } from '../dom';
import type { Control, OnValue } from './control';
import { readPositive } from './readNumber';
import { createSlider } from './slider';

/** More sizes than this are not typed one by one. */
const MOST_TYPED = 40;

export function createClassesControl(onValue: OnValue): Control {
  let shown: readonly NamedSize[] = [];
  const put = (sizes: readonly number[]) => onValue(writeClasses(sizes, shown));
  const bend = (max: number, ratio: number) => {
    if (shown.length > 1) put(longTail(shown.length, Math.max(1, Math.round(max)), Math.max(1, ratio)));
  };
  const typed = () => {
    const sizes = parseSizes(list.value());
    list.setProblem(typeof sizes === 'string' ? sizes : null);
    if (typeof sizes !== 'string') put(sizes);
  };
  const list = textField('Class sizes', 'what-if-classes', '', typed, false, 'for example 5000, 500, 50');
  list.root.classList.add('wide');
  const ratio = createSlider(
    'Largest over smallest class',
    'what-if-imbalance',
    (text) => readPositive(text),
    (value) => bend(largest(shown), value),
  );
  const max = createSlider(
    'Samples of the largest class',
    'what-if-largest',
    (text) => readPositive(text),
    (value) => bend(value, imbalance(shown)),
  );
  const bent = element(
    'div',
    { className: 'long-tail' },
    element('span', { className: 'hint' }, 'Largest class'),
    max.root,
    element('span', { className: 'hint' }, 'Largest ÷ smallest'),
    ratio.root,
  );
  return {
    root: element('div', { className: 'classes-control' }, list.root, bent),
    show({ value, inFile, problem }) {
      const sizes = readClasses(value) ?? [];
      shown = sizes;
      bent.hidden = sizes.length < 2;
      const isShort = sizes.length <= MOST_TYPED;
      list.show(isShort ? sizes.map(({ size }) => size).join(', ') : '');
      list.setHint(
        isShort ? 'for example 5000, 500, 50' : `${sizes.length} classes; type sizes to replace them`,
      );
      list.setProblem(problem?.message ?? null);
      if (sizes.length < 2) return;
      const filed = readClasses(inFile) ?? sizes;
      max.show(largest(sizes), scaleAround({ from: 10, to: 10_000 }, [largest(filed)]), []);
      ratio.show(rounded(imbalance(sizes)), scaleAround({ from: 1, to: 1000 }, []), []);
    },
  };
}

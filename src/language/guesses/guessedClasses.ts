/** Makes one guess of the hints that a text holds about its classes; where they contradict each other there is none. */

import type { ClassSize, DataGuess } from '../../objective/definition';
import { longTailSizes } from '../dialects/inline/longTail';
import { knownDataset, longTailedCifar } from './knownDatasets';

/** Something in a text that tells how many classes there are. */
export type ClassHint =
  /** `num_classes = 100`. */
  | { readonly kind: 'count'; readonly classes: number; readonly name: string; readonly because: string }
  /** `--dataset cifar10`, `CIFAR10(…)`. */
  | { readonly kind: 'dataset'; readonly dataset: string; readonly because: string }
  /** `IMBALANCECIFAR100(imb_factor=0.02)`, in a program that does not say that its loss is trained on it. */
  | { readonly kind: 'sizes'; readonly guess: DataGuess };

/** Samples of a class where nothing tells: of equal classes their size moves no geometry. */
const ANY_SIZE = 500;
/** Fewer are no classification, and more are not looked at. */
const FEWEST = 2;
const MOST = 1000;

/**
 * Levels from the plainest hints to the vaguest. One that contradicts itself tells nothing; levels that contradict one
 * another leave no guess.
 */
export function guessClasses(levels: readonly (readonly ClassHint[])[]): DataGuess | null {
  const guesses = levels.flatMap((hints) => agreedGuess(hints) ?? []);
  const counts = new Set(guesses.map(({ classes }) => classes.length));
  return counts.size === 1 ? guesses[0] : null;
}

/** A dataset's name says more than a number of classes. */
function agreedGuess(hints: readonly ClassHint[]): DataGuess | null {
  const named = [
    ...hints.filter(({ kind }) => kind !== 'count'),
    ...hints.filter(({ kind }) => kind === 'count'),
  ];
  const guesses = named.flatMap((hint) => guessOf(hint) ?? []);
  const counts = new Set(guesses.map(({ classes }) => classes.length));
  return counts.size === 1 ? guesses[0] : null;
}

function guessOf(hint: ClassHint): DataGuess | null {
  switch (hint.kind) {
    case 'sizes':
      return hint.guess;
    case 'dataset':
      return longTailed(hint.dataset, hint.because) ?? datasetGuess(hint.dataset, hint.because);
    default:
      return countGuess(hint.classes, hint.name, hint.because);
  }
}

function countGuess(classes: number, name: string, because: string): DataGuess | null {
  if (!Number.isInteger(classes) || classes < FEWEST || classes > MOST) return null;
  const assumption = `if the ${classes} classes that ${name} names are balanced`;
  return balanced(classes, ANY_SIZE, { because, assumption });
}

function datasetGuess(name: string, because: string): DataGuess | null {
  const known = knownDataset(name);
  if (!known) return null;
  const { title, classes, each } = known;
  const assumption = `if it is trained on the ${classes} balanced classes of ${title}`;
  return balanced(classes, each, { because, assumption });
}

/** What its published experiments begin with; code that says another factor is looked into before. */
const USUAL_FACTOR = 0.01;

function longTailed(name: string, because: string): DataGuess | null {
  const known = longTailedCifar(name);
  if (!known) return null;
  const assumption = `if it is trained on CIFAR-${known.classes}-LT with imbalance factor ${USUAL_FACTOR}`;
  return longTailGuess({ ...known, factor: USUAL_FACTOR }, { because, assumption });
}

type Words = Pick<DataGuess, 'because' | 'assumption'>;

function balanced(classes: number, each: number, words: Words): DataGuess {
  return {
    ...longTailGuess({ classes, max: each, factor: 1 }, words),
    title: `Use ${classes} balanced classes`,
  };
}

export function longTailGuess(
  { classes, max, factor }: { readonly classes: number; readonly max: number; readonly factor: number },
  words: Words,
): DataGuess {
  return {
    ...words,
    title: `Use ${classes} long-tailed classes`,
    classes: sizesAsClasses(longTailSizes(classes, max, factor)),
    written: { 'long-tail': { classes, max, factor } },
  };
}

/** Under the names that our own files give to classes without one. */
export function sizesAsClasses(sizes: readonly number[]): ClassSize[] {
  return sizes.map((count, i) => ({ name: `class ${i + 1}`, count }));
}

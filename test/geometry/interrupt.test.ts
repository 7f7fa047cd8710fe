/** An interrupt at any moment still gives a sound answer, which says that it is not the whole one. */
import { describe, expect, test } from 'vitest';
import { type Analysis, NO_ANSWER } from '../../src/geometry/analysis';
import { analyze } from '../../src/geometry/analyze';
import { isStoppedEarly } from '../../src/geometry/interrupt';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { expectSound } from '../support/finite';
import { noise } from '../support/noise';

const longTail = (classes: number) =>
  Array.from({ length: classes }, (_, i) => Math.floor(500 * 0.01 ** (i / (classes - 1))));
const scattered = (count: number) => Array.from({ length: count }, (_, i) => [...noise(2, i + 1)]);

const CASES: Readonly<Record<string, ObjectiveSketch>> = {
  'an imbalanced SupCon': { objective: 'supcon', classes: longTail(60), temperature: 0.1 },
  'too few dimensions': { objective: 'supcon', classes: longTail(12), temperature: 0.1, dimension: 3 },
  'labels on a line': {
    objective: 'y-aware',
    kernel: 'gaussian',
    labels: longTail(40),
    bandwidth: 30,
    temperature: 0.1,
  },
  'broken triangles': {
    objective: 'y-aware',
    kernel: { exponent: 3 },
    labels: scattered(150),
    bandwidth: 0.5,
    temperature: 0.1,
  },
  'hundreds of labels': {
    objective: 'y-aware',
    kernel: { exponent: 1.5 },
    labels: scattered(450),
    bandwidth: 0.5,
    temperature: 0.01,
  },
  'thousands of labels': {
    objective: 'y-aware',
    kernel: 'laplacian',
    labels: scattered(2500),
    bandwidth: 5,
    temperature: 0.1,
  },
  'labels on a sphere': {
    objective: 'y-aware',
    kernel: 'gaussian',
    labels: scattered(3000),
    bandwidth: 0.3,
    temperature: 0.1,
  },
  batches: { objective: 'supcon', classes: longTail(12), temperature: 0.1, batch: 32 },
  'a Euclidean similarity': {
    objective: 'y-aware',
    kernel: 'gaussian',
    labels: scattered(12),
    bandwidth: 0.5,
    temperature: 0.1,
    similarity: 'negative-euclidean',
    dimension: 1,
  },
};

function interruptedAt(poll: number) {
  let polls = 0;
  return { isRaised: () => ++polls > poll, polls: () => polls };
}

/** What is told is true of the whole answer: the same verdict or none, and a minimum that its certificate covers. */
function expectHonest(early: Analysis, whole: Analysis): void {
  expectSound(early);
  if (early.verdict !== 'undecided')
    expect([early.verdict, early.reason]).toEqual([whole.verdict, whole.reason]);
  if (early.minimum === null || whole.minimum === null) return;
  const rounding = 1e-9 * Math.max(1, Math.abs(whole.minimum));
  if (whole.method === 'certified')
    expect(early.minimum).toBeGreaterThanOrEqual(whole.minimum - (whole.certifiedWithin ?? 0) - rounding);
  if (early.certifiedWithin !== null)
    expect(early.minimum - early.certifiedWithin).toBeLessThanOrEqual(whole.minimum + rounding);
}

describe.each(Object.entries(CASES))('%s', (_, written) => {
  const whole = analyze(sketch(written));

  test.each([0, 1, 3, 10, 40, 200])('interrupted after %i questions', (poll) => {
    expectHonest(analyze(sketch(written), { interrupt: interruptedAt(poll) }), whole);
  });

  test('interrupted from the start says so, unless nothing was left to do', () => {
    const early = analyze(sketch(written), { interrupt: interruptedAt(0) });
    const told = ({ verdict, undecidedBecause, gap, certifiedWithin }: Analysis) =>
      JSON.stringify([verdict, undecidedBecause, gap, certifiedWithin]);
    const isWhole = told(early) === told(whole);
    expect(isStoppedEarly(early)).toBe(!isWhole);
  });

  test('asks, and is not stopped by the question', () => {
    const { isRaised, polls } = interruptedAt(Number.POSITIVE_INFINITY);
    const undisturbed = analyze(sketch(written), { interrupt: { isRaised } });
    expect(polls()).toBeGreaterThan(0);
    expect(isStoppedEarly(undisturbed)).toBe(false);
  });
});

test('an answer that knows nothing was not stopped', () => expect(isStoppedEarly(NO_ANSWER)).toBe(false));

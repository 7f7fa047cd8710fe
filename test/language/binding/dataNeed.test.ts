import { describe, expect, it } from 'vitest';
import { dataNeed, waitsForData } from '../../../src/language/binding/dataNeed';
import type { Definition, Parameters } from '../../../src/objective/definition';

const SPAN = { start: 0, end: 1 };
const of = <T>(value: T) => ({ value, origin: 'literal', span: SPAN }) as const;

function definition(change: Partial<Definition>, parameters: Partial<Parameters> = {}): Definition {
  return {
    name: 'criterion',
    kind: 'supcon',
    dialect: 'supcontrast',
    span: SPAN,
    headSpan: SPAN,
    positives: 'one-softmax',
    parameters: {
      temperature: of(0.1),
      similarity: of('cosine' as const),
      views: of({ count: 2, tied: true }),
      balance: of({ anchors: false, denominators: false }),
      ...parameters,
    },
    ...change,
  };
}
const BOUND = {
  value: null,
  origin: 'unresolved',
  span: null,
  missing: 'a.csv in objective-lens.yaml',
} as const;

describe('the data that an objective lacks', () => {
  it.each([
    { what: 'class sizes of a loss in code', made: definition({}), need: ['classes', 'project-file'] },
    {
      what: 'labels of an objective file',
      made: definition({ kind: 'y-aware', dialect: 'objective-file' }),
      need: ['labels', 'objective-file'],
    },
    { what: 'features', made: definition({ kind: 'x-clr' }), need: ['features', 'project-file'] },
    {
      what: 'weights of an objective file',
      made: definition({ kind: 'weighted', dialect: 'objective-file' }),
      need: ['weights', 'objective-file'],
    },
    {
      what: 'samples, by the sizes of their classes',
      made: definition({ kind: 'info-nce' }),
      need: ['classes', 'project-file'],
    },
    {
      what: 'what is bound to a file that is gone',
      made: definition({}, { classes: BOUND }),
      need: ['classes', 'project-file'],
    },
  ])('are $what', ({ made, need }) => {
    const [key, place] = need;
    expect(dataNeed(made)).toEqual({ kind: 'need', key, place });
  });

  it.each([
    {
      what: 'the code gives them',
      made: definition(
        {},
        { classes: { value: null, origin: 'unresolved', span: SPAN, missing: 'args.sizes' } },
      ),
      because: /from its own code \(args\.sizes\)/,
    },
    {
      what: 'only a number of samples is missing',
      made: definition({ kind: 'info-nce', dialect: 'objective-file' }),
      because: /samples: 256/,
    },
    {
      what: 'weights belong into an objective file',
      made: definition({ kind: 'weighted' }),
      because: /objective: weighted/,
    },
    { what: 'classes play no part', made: definition({ kind: 'clip' }), because: /whatever their class/ },
  ])('are not bound where $what', ({ made, because }) => {
    expect(dataNeed(made)).toEqual({ kind: 'none', because: expect.stringMatching(because) });
  });
});

it('waits for data only while data are what is missing, and a file can give them', () => {
  const sizes = of([{ name: 'a', count: 3 }]);
  const unresolved = { value: null, origin: 'unresolved', span: null, missing: 'args.t' } as const;
  expect(waitsForData(definition({}))).toBe(true);
  expect(waitsForData(definition({}, { classes: sizes }))).toBe(false);
  expect(waitsForData(definition({}, { classes: sizes, temperature: unresolved }))).toBe(false);
  expect(waitsForData(definition({ kind: 'clip' }))).toBe(false);
});

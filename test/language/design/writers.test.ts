/** What a design writes is read as it was meant: the objective file by the analysis, the lines of PyTorch by Python. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { analyze } from '../../../src/geometry/analyze';
import { type Design, designObjective, type Wish } from '../../../src/geometry/remedy/design/designObjective';
import { readDesignTarget } from '../../../src/language/design/designTarget';
import { writeObjective } from '../../../src/language/design/writeObjective';
import { writePytorch } from '../../../src/language/design/writePytorch';
import { python, read } from '../../support/pythonReader';

function design(wish: Wish, temperature: number): Design {
  const result = designObjective(wish, temperature);
  if (result.kind !== 'design') throw new Error(result.because);
  return result.design;
}

function expectReadBack(made: Design): void {
  const { definitions, findings } = read('made.objective.yaml', writeObjective(made, 'target.yaml'));
  expect(findings).toEqual([]);
  expect(definitions).toHaveLength(1);
  expect(definitions[0].parameters.classes?.value).toEqual(made.definition.parameters.classes?.value);
  const analysis = analyze(definitions[0]);
  expect(analysis).toMatchObject({ verdict: 'realizable', gap: 0, rank: made.rank });
  for (const [i, row] of analysis.similarities!.entries())
    for (const [j, s] of row.entries()) expect(Math.abs(s - made.cosines[i][j])).toBeLessThan(1e-9);
}

const NAMES = ['cat', 'no', 'a: b', '[x]', '"quoted"', 'two\nlines', '7', 'Füße 中文', '- item', '#', ''];

describe('the objective file', () => {
  test('keeps names of any kind', () => {
    const classes = NAMES.map((name, i) => ({ name, count: i + 1 }));
    const similarities = classes.map((_, i) => classes.map((_other, j) => (i === j ? 1 : 0.1)));
    const made = design({ classes, similarities }, 0.1);
    expectReadBack(made);
    const file = parse(writeObjective(made, 'a\nb.yaml')) as { classes: Record<string, number> };
    expect(Object.keys(file.classes).sort()).toEqual([...NAMES].sort());
  });

  test('has the optimum of the design, whatever the wish', () => {
    const cosine = fc.integer({ min: -100, max: 100 }).map((x) => x / 100);
    const wishes = fc
      .integer({ min: 2, max: 6 })
      .chain((n) =>
        fc.array(cosine, { minLength: n * n, maxLength: n * n }).map((entries) => ({ n, entries })),
      );
    fc.assert(
      fc.property(wishes, fc.constantFrom(0.03, 0.1, 0.7), ({ n, entries }, temperature) => {
        const similarities = Array.from({ length: n }, (_, i) =>
          Array.from({ length: n }, (_other, j) =>
            i === j ? 1 : entries[Math.min(i, j) * n + Math.max(i, j)],
          ),
        );
        if (similarities.flat().every((s) => s === 1)) return;
        const classes = similarities.map((_, i) => ({ name: `class ${i + 1}`, count: 1 + (i % 3) * 40 }));
        expectReadBack(design({ classes, similarities }, temperature));
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  test('writes small weights so that PyYAML takes them for numbers', () => {
    const classes = ['a', 'b'].map((name) => ({ name, count: 1 }));
    const text = writeObjective(
      design(
        {
          classes,
          similarities: [
            [1, -1],
            [-1, 1],
          ],
        },
        0.02,
      ),
      't.yaml',
    );
    for (const [power] of text.matchAll(/[\d.]+e-\d+/g)) expect(power).toMatch(/^\d+\.\d+e-\d+$/);
    expect(text).toMatch(/e-44/);
  });
});

describe('the lines of PyTorch', () => {
  const classes = NAMES.map((name) => ({ name, count: 1 }));
  const similarities = classes.map((_, i) => classes.map((_other, j) => (i === j ? 1 : -0.05)));
  const text = writePytorch(design({ classes, similarities }, 0.2));

  test('are Python, whatever the names', () => {
    const file = python.parse('file:///design.py', text);
    const calls = ['tensor', 'normalize', 'eye', 'designed_loss'].flatMap((name) => file.callsNamed(name));
    expect(file.stranded).toEqual([]);
    expect(calls.map(({ whole }) => whole)).toEqual([true, true, true]);
    expect(text.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1);
  });

  test('hold the cosines in single precision, and the temperature', () => {
    const rows = [...text.matchAll(/^ {4}\[(.*)\],$/gm)].map(([, row]) => row.split(', ').map(Number));
    expect(rows).toEqual(similarities);
    expect(text).toContain('temperature=0.2)');
  });
});

test('the example is a wish that points have', () => {
  const file = 'animals-and-vehicles.target.yaml';
  const text = readFileSync(join(import.meta.dirname, '../../../examples', file), 'utf8');
  const { wish, temperature, findings } = readDesignTarget(text, file);
  expect(findings).toEqual([]);
  const made = design(wish!, temperature!);
  expect(made.distance).toBeLessThan(1e-9);
  expect(made.rank).toBe(10);
  expectReadBack(made);
  const name = (i: number) => wish!.classes[i].name;
  expect([name(0), name(1), name(6)]).toEqual(['cat', 'dog', 'automobile']);
  expect(made.cosines[0][1]).toBe(0.8);
  expect(made.cosines[0][2]).toBe(0.4);
  expect(made.cosines[0][6]).toBe(-0.2);
});

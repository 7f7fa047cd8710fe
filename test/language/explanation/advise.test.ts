/** Advice in one line: what a remedy changes is told as its author would type it. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { explain } from '../../../src/language/explanation/explain';
import { type ObjectiveSketch, sketch } from '../../support/definitions';

const adviceFor = (written: ObjectiveSketch, dialect = 'objective-file') => {
  const definition = { ...sketch(written), dialect };
  return explain(definition, analyze(definition)).advice;
};

const SOFT: ObjectiveSketch = {
  objective: 'soft-supcon',
  classes: [6, 3, 1, 2],
  temperature: 0.5,
  across: 0.05,
};
const SUPCON: ObjectiveSketch = { objective: 'supcon', classes: [60, 6, 6], temperature: 0.5 };

describe('a remedy is told with what to type', () => {
  test.each<[string, ObjectiveSketch, string, string]>([
    ['a number', SOFT, 'objective-file', 'Lower the temperature to 0.445 (temperature: 0.445).'],
    ['an argument in Python', SOFT, 'nidl', 'Lower the temperature to 0.445 (temperature=0.445).'],
    [
      'another objective',
      SUPCON,
      'objective-file',
      'Use Soft SupCon with weight 0.0498 across classes (objective: soft-supcon, across: 0.0498).',
    ],
    [
      'what a library has no argument for',
      SUPCON,
      'supcontrast',
      'Use Soft SupCon with weight 0.0498 across classes.',
    ],
    [
      'a map',
      SUPCON,
      'objective-file',
      'Count every class once, as anchor and in denominators (balance: { anchors: true, denominators: true }).',
    ],
    [
      'a number that YAML libraries of Python would read as text',
      { ...SUPCON, temperature: 0.1 },
      'objective-file',
      'Use Soft SupCon with weight 3.06e-7 across classes (objective: soft-supcon, across: 3.06e-7).',
    ],
  ])('%s', (_, written, dialect, line) => expect(adviceFor(written, dialect)).toContain(line));
});

test('an unknown temperature is answered by the largest that fits', () => {
  const written = { ...SOFT, temperature: null };
  const [line] = adviceFor(written);
  expect(line).toContain('temperature: 0.445 is the largest that fits');
  expect(analyze(sketch({ ...written, temperature: 0.445 })).verdict).toBe('realizable');
  expect(analyze(sketch({ ...written, temperature: 0.446 })).verdict).toBe('inconsistent');
});

test('nothing is advised where nothing is wrong', () => {
  expect(adviceFor({ ...SOFT, across: 0.2 })).toEqual([]);
});

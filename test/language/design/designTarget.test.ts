/** Targets of a design: each way to write one, and for each mistake its place and what to write instead. */
import { describe, expect, test } from 'vitest';
import { readDesignTarget } from '../../../src/language/design/designTarget';
import { expectFindings, readCarets } from '../../support/carets';

const yaml = (text: string) => readDesignTarget(text, 'animals.target.yaml');
const namesOf = (text: string, file = 'animals.target.yaml') =>
  readDesignTarget(text, file).wish?.classes.map(({ name, count }) => `${name} ${count}`);

describe('ways to wish', () => {
  test('a matrix of similarities, in YAML, JSON and CSV', () => {
    const expected = [
      [1, 0.5],
      [0.5, 1],
    ];
    const texts = {
      'a.yaml': 'similarities: [[1, 0.5], [0.5, 1]]\nclasses: [cat, dog]\n',
      'a.json': '{ "similarities": [[1, 0.5], [0.5, 1]], "classes": ["cat", "dog"] }',
      'a.csv': '\uFEFF,cat,dog\r\ncat,1,0.5\r\ndog,0.5,1\r\n',
      'b.csv': '"cat";1;0.5\n"dog";0.5;1',
    };
    for (const [file, text] of Object.entries(texts)) {
      const { wish, findings } = readDesignTarget(text, file);
      expect(findings).toEqual([]);
      expect(wish?.similarities).toEqual(expected);
      expect(wish?.classes.map(({ name }) => name)).toEqual(['cat', 'dog']);
    }
  });

  test('a table whose diagonal is not all ones holds counts', () => {
    const { wish } = readDesignTarget('cat,"dog, wild"\n90,10\n20,80\n', 'confusion.csv');
    expect(wish?.classes.map(({ name }) => name)).toEqual(['cat', 'dog, wild']);
    expect(wish?.similarities[0][1]).toBeCloseTo(0.3 / 1.7, 15);
  });

  test('a hierarchy names its classes; sizes may be added in any order', () => {
    const text = 'hierarchy: [[cat, 7], [car]]\nheights: [0.8, 0.2]\ntemperature: 0.3\n';
    expect(namesOf(text)).toEqual(['cat 1', '7 1', 'car 1']);
    expect(yaml(text)).toMatchObject({ temperature: 0.3, findings: [] });
    expect(namesOf(`${text}classes: { car: 3, "7": 5, cat: 9 }\n`)).toEqual(['cat 9', '7 5', 'car 3']);
  });

  test('an arc, and sizes of a matrix without names', () => {
    expect(namesOf('arc: { classes: [mild, severe], degrees: 60 }\n')).toEqual(['mild 1', 'severe 1']);
    expect(namesOf('confusion: [[5, 1], [0, 4]]\nclasses: [60, 6]\n')).toEqual(['class 1 60', 'class 2 6']);
    expect(namesOf('confusion: [[5, 1], [0, 4]]\n')).toEqual(['class 1 1', 'class 2 1']);
  });
});

describe('mistakes', () => {
  test.each<[string, string]>([
    [
      'no way',
      'clases: [a, b]\n^^^^^^ unknown-argument: Did you mean\n^^^^^^ invalid-value: needs one of the keys similarities',
    ],
    [
      'two ways',
      'arc: { classes: [a, b], degrees: 9 }\nconfusion: [[1, 0], [0, 1]]\n^^^^^^^^^ invalid-value: stands beside `arc`',
    ],
    [
      'no square',
      'similarities: [[1, 0.5], [1]]\n                         ^^^ invalid-value: must be square',
    ],
    ['a word', 'similarities: [[1, x], [x, 1]]\n                   ^ invalid-value: holds the text "x"'],
    ['one class', 'similarities: [[1]]\n              ^^^^^ invalid-value: two classes or more'],
    [
      'a diagonal',
      'similarities: [[1, 0], [0, 2]]\n                           ^ invalid-value: itself has cosine 1',
    ],
    ['no cosine', 'similarities: [[1, 3], [3, 1]]\n                   ^ invalid-value: between −1 and 1'],
    [
      'one direction',
      'similarities: [[1, 0.5], [0.4, 1]]\n                   ^^^ invalid-value: in row 2, column 1 it is 0.4',
    ],
    [
      'too few names',
      'similarities: [[1, 0], [0, 1]]\nclasses: [a]\n         ^^^ invalid-value: names 1 classes',
    ],
    [
      'a name twice',
      'similarities: [[1, 0], [0, 1]]\nclasses: [a, a]\n         ^^^^^^ invalid-value: named twice',
    ],
    [
      'a negative count',
      'confusion: [[1, -2], [0, 1]]\n                ^^ invalid-value: counts are at least 0',
    ],
    ['an untested class', 'confusion: [[1, 2], [0, 0]]\n                     ^ invalid-value: only zeros'],
    [
      'classes never recognised',
      'confusion: [[0, 2], [3, 0]]\n             ^ invalid-value: ever recognised',
    ],
    ['no heights', 'hierarchy: [[a, b], [c]]\n^^^^^^^^^ invalid-value: `heights` is missing'],
    [
      'too few heights',
      'hierarchy: [[a, b], [c]]\nheights: [0.5]\n         ^^^^^ invalid-value: has 2 levels',
    ],
    ['a height', 'hierarchy: [a, b]\nheights: [5]\n          ^ invalid-value: cosine between'],
    [
      'a class in two groups',
      'hierarchy: [[a, b], [a]]\n                     ^ invalid-value: twice\nheights: [0.5, 0.1]',
    ],
    [
      'an empty place',
      'hierarchy: [[a, true], [c]]\n                ^^^^ invalid-value: nested lists\nheights: [0.5, 0.1]',
    ],
    [
      'a class that is not there',
      'hierarchy: [a, b]\nheights: [0.5]\nclasses: { a: 1, b: 2, c: 3 }\n         ^^^^^^^^^^^^^^^^^^^^ invalid-value: names "c"',
    ],
    [
      'a class without size',
      'hierarchy: [a, b]\nheights: [0.5]\nclasses: { a: 1 }\n         ^^^^^^^^ invalid-value: size of "b"',
    ],
    ['no degrees', 'arc: { classes: [a, b] }\n     ^^^^^^^^^^^^^^^^^^^ invalid-value: `degrees`'],
    [
      'too wide an arc',
      'arc: { classes: [a, b], degrees: 270 }\n                                 ^^^ invalid-value: at most 180',
    ],
    [
      'a temperature',
      'hierarchy: [a, b]\nheights: [0.5]\ntemperature: 0\n             ^ invalid-value: above 0',
    ],
    ['no map', '[1, 2]\n^^^^^^ invalid-value: is a map with one of the keys'],
    ['syntax', 'hierarchy: [a, b\nheights: [1]\n^ invalid-value: YAML syntax'],
  ])('%s', (_, marked) => {
    const { text, marks } = readCarets(marked);
    const { wish, findings } = yaml(text);
    expect(wish).toBeNull();
    expectFindings(text, findings, marks);
  });

  test('in a table are told at their cells', () => {
    const { findings } = readDesignTarget('cat,1,0.5\ndog,0.4,1\n', 'a.csv');
    expect(findings[0].span).toEqual({ start: 6, end: 9 });
    expect(findings[0].message).toContain('in row 2, column 1 it is 0.4');
  });

  test('an empty table is no target', () => {
    expect(readDesignTarget('\n\n', 'a.csv')).toMatchObject({
      wish: null,
      findings: [{ rule: 'invalid-value' }],
    });
  });
});

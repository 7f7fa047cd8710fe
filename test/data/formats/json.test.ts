/** JSON in the forms that people and pandas write, and JSON lines. */
import { describe, expect, it } from 'vitest';
import { type Asked, classesOf, numbersOf, readBytes, utf8 } from '../../support/dataFiles';

const read = (path: string, text: string, asked: Asked = {}) => readBytes(path, utf8(text), asked);

const FORMS: readonly (readonly [string, string, string])[] = [
  ['records', 'a.json', '[{"label":"cat","age":1.5},{"age":null,"label":"dog"},{"label":"cat","age":3}]'],
  ['columns', 'a.json', '{"label":["cat","dog","cat"],"age":[1.5,null,3]}'],
  [
    'what pandas writes',
    'a.json',
    '{"label":{"0":"cat","1":"dog","2":"cat"},"age":{"0":1.5,"1":null,"2":3}}',
  ],
  [
    'what Python writes for missing numbers',
    'a.json',
    '[{"label":"cat","age":1.5},{"label":"dog","age":NaN},{"label":"cat","age":3}]',
  ],
  ['lines', 'a.jsonl', '{"label":"cat","age":1.5}\n\n{"label":"dog","age":NaN}\n{"label":"cat","age":3}'],
  [
    'lines on Windows',
    'a.ndjson',
    '{"label":"cat","age":1.5}\r\n{"label":"dog"}\r\n{"label":"cat","age":3}\r\n',
  ],
];

describe.each(FORMS)('%s', (_, path, text) => {
  it('hold columns', async () => {
    expect(await classesOf(read(path, text, { take: 'classes', columns: ['label'] }))).toEqual({
      cat: 2,
      dog: 1,
    });
    const ages = await numbersOf(read(path, text, { columns: ['age'] }));
    expect([ages.values, ages.summary.read, ages.summary.leftOut]).toEqual([
      [1.5, 3],
      3,
      [{ kind: 'missing', because: 'no value in `age`', rows: 1 }],
    ]);
  });

  it('tell the columns that they have', async () => {
    expect(await read(path, text, { columns: ['agw'] })).toEqual({
      kind: 'no-column',
      column: 'agw',
      columns: ['label', 'age'],
    });
  });
});

it('a list is one column, and lists in a list are rows', async () => {
  expect(await numbersOf(read('y.json', '[1, 2.5, 4]'))).toMatchObject({
    dimensions: 1,
    values: [1, 2.5, 4],
  });
  expect(await numbersOf(read('y.json', '[[1, 2], [3, 4]]'))).toMatchObject({ rows: 2, columns: 2 });
  expect(await numbersOf(read('y.jsonl', '[1, 2]\n[3, 4]\n'))).toMatchObject({ values: [1, 2, 3, 4] });
  expect(await classesOf(read('y.json', '["b", "a", "b"]', { take: 'classes' }))).toEqual({ a: 1, b: 2 });
  expect(
    (await numbersOf(read('x.json', '[{"id":1,"x":[1,2]},{"id":2,"x":[3,4]}]', { columns: ['x'] }))).values,
  ).toEqual([1, 2, 3, 4]);
});

it('a row that is too short has a missing value, as in every other format', async () => {
  expect((await numbersOf(read('y.json', '[[1, 2], [3]]'))).values).toEqual([1, 2]);
});

it('a map from classes to numbers is what it says', async () => {
  expect(await classesOf(read('counts.json', '{"cat": 5000, "dog": 500}', { take: 'classes' }))).toEqual({
    cat: 5000,
    dog: 500,
  });
});

it.each([
  ['a.json', '{"label": ["cat"', {}, 'it is no JSON ('],
  ['a.json', '3', {}, 'it is no list of records'],
  ['a.json', '{"a":[1,2],"b":[1]}', { columns: ['a'] }, '`a` in it has 2 values, but `b` has 1'],
  ['a.jsonl', '{"a":1}\n{"a":\n', { columns: ['a'] }, 'line 2 is no JSON ('],
  ['a.jsonl', '{"a":1}\n{"a":"x"}\n', { columns: ['a'] }, 'line 2 holds `x` where a number should stand'],
  ['a.jsonl', '', {}, 'it is empty'],
  ['a.json', '[{"a":{"b":1}}]', { columns: ['a'] }, 'holds a map where a number should stand'],
])('%s: %j is refused', async (path, text, asked, because) => {
  expect(await read(path, text, asked)).toEqual({
    kind: 'unreadable',
    because: expect.stringContaining(because),
  });
});

/** Names of columns in the first line of a text table. */
import { expect, it } from 'vitest';
import { columnNames } from '../../src/data/columnNames';

it.each<[string, string, readonly string[]]>([
  ['a.csv', 'subject,age\n1,23\n', ['subject', 'age']],
  ['a.csv', '"subject" ; "age"\r\n1;23', ['subject', 'age']],
  ['a.tsv', 'subject\tage, in years\n', ['subject', 'age, in years']],
  ['a.csv', '# by hand\n\nage\n23\n', ['age']],
  ['a.csv', '\uFEFFage,sex\n', ['age', 'sex']],
  ['a.csv', '1,23\n2,24\n', []],
  ['a.csv', '', []],
  ['a.npy', 'subject,age\n', []],
])('%s of %j', (path, text, names) => {
  expect(columnNames(path, new TextEncoder().encode(text))).toEqual(names);
});

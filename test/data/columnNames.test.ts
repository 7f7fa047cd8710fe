/** Names of columns, for whoever is to choose among them. */
import { expect, it } from 'vitest';
import { columnNames } from '../../src/data/columnNames';
import { bytesInMemory } from '../../src/data/dataFile';

it.each<[string, string, readonly string[]]>([
  ['a.csv', 'subject,age\n1,23\n', ['subject', 'age']],
  ['a.csv', '"subject" ; "age"\r\n1;23', ['subject', 'age']],
  ['a.tsv', 'subject\tage, in years\n', ['subject', 'age, in years']],
  ['a.csv', '# by hand\n\nage\n23\n', ['age']],
  ['a.csv', '\uFEFFage,sex\n', ['age', 'sex']],
  ['a.csv', '1,23\n2,24\n', []],
  ['a.csv', '', []],
  ['a.npy', 'subject,age\n', []],
  ['a.json', '[{ "subject": 1 }, { "age": 23 }]', ['subject', 'age']],
  ['a.jsonl', '{ "subject": 1, "age": 23 }\n', ['subject', 'age']],
  ['a.txt', 'a.jpg 1\n', []],
  ['a.unknown', 'subject,age\n', []],
])('%s of %j', async (path, text, names) => {
  expect(await columnNames(path, bytesInMemory(new TextEncoder().encode(text)))).toEqual(names);
});

/** A config is parsed once for all the readings that follow each other, and forgotten behind others. */
import { expect, it } from 'vitest';
import { parsedOnce } from '../../../../src/language/dialects/configs/keptParses';
import { parseYamlDocuments } from '../../../../src/language/parsers/yamlParser';

it('a text is parsed again only when it, or its syntax, is another one, or it was not asked for lately', () => {
  const parsed: string[] = [];
  const ask = (syntax: string, text: string) =>
    parsedOnce(syntax, text, () => {
      parsed.push(`${syntax} ${text}`);
      return parseYamlDocuments(text, 'pyyaml');
    });
  const first = ask('yaml', 'a: 1');
  expect(ask('yaml', 'a: 1')).toBe(first);
  ask('json', 'a: 1');
  for (const text of ['b: 1', 'c: 1']) ask('yaml', text);
  expect(ask('yaml', 'a: 1')).toBe(first);
  for (const text of ['d: 1', 'e: 1', 'f: 1', 'g: 1']) ask('yaml', text);
  expect(ask('yaml', 'a: 1')).toEqual(first);
  expect(parsed).toEqual([
    'yaml a: 1',
    'json a: 1',
    ...['b', 'c', 'd', 'e', 'f', 'g', 'a'].map((key) => `yaml ${key}: 1`),
  ]);
});

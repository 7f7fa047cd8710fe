/** Files that the user chooses for the panel: small ones, of the asked kind, and text. */
import { describe, expect, it } from 'vitest';
import { textOfFile, tooLarge } from '../../src/extension/panel/chosenText';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a chosen file', () => {
  it('is its text, without a mark of its byte order', () => {
    expect(textOfFile('A.CSV', bytes('\ufeffa,b'), ['csv'])).toEqual({ text: 'a,b' });
  });

  it.each([
    [
      'another ending',
      textOfFile('a.exe', bytes('a'), ['csv', 'json']),
      /a\.exe ends in none of \.csv, \.json/,
    ],
    ['no text', textOfFile('a.csv', new Uint8Array([0xff, 0xfe, 0x41]), ['csv']), /UTF-8/],
    ['bytes of zero', textOfFile('a.csv', bytes('a\0b'), ['csv']), /UTF-8/],
    ['more than it said', textOfFile('a.csv', new Uint8Array(2 ** 20 + 1), ['csv']), /1\.0 MB/],
  ])('of %s is told in words', (_, read, words) => {
    expect('problem' in read && read.problem).toMatch(words);
  });

  it('is measured before it is read', () => {
    expect(tooLarge('a.csv', 2 ** 20)).toBeNull();
    expect(tooLarge('a.csv', 5 * 2 ** 20)).toMatch(/5\.0 MB; files of up to 1 MB/);
  });
});

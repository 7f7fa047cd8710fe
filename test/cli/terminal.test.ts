/** What a terminal is sent, and where offsets are. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPositions } from '../../src/cli/positions';
import { createPaint, printable } from '../../src/cli/terminal';

describe('colours', () => {
  test.each<[string, boolean, Record<string, string>, boolean]>([
    ['on a terminal', true, {}, true],
    ['not in a pipe', false, {}, false],
    ['not with NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['with an empty NO_COLOR', true, { NO_COLOR: '' }, true],
    ['not on a dumb terminal', true, { TERM: 'dumb' }, false],
  ])('%s', (_, isTerminal, environment, coloured) =>
    expect(createPaint(isTerminal, environment)('red', 'text')).toBe(
      coloured ? '\u001b[31mtext\u001b[0m' : 'text',
    ),
  );
});

test.each([
  ['plain – τ*', 'plain – τ*'],
  ['a\u001b[2Jb', 'a\ufffd[2Jb'],
  ['a\r\nb\u202ec', 'a\ufffd\ufffdb\ufffdc'],
])('%j is printable as %j', (text, expected) => expect(printable(text)).toBe(expected));

describe('positions', () => {
  test.each([
    ['', 0, 0, 0],
    ['ab', 2, 0, 2],
    ['a\nb', 2, 1, 0],
    ['a\r\nb', 3, 1, 0],
    ['a\r\nb', 2, 0, 2],
    ['a\rb', 2, 1, 0],
    ['\n\n', 2, 2, 0],
    ['𝜏x\ny', 4, 1, 0],
  ])('in %j at %d: line %d, character %d', (text, offset, line, character) =>
    expect(createPositions(text)({ start: offset, end: offset }).start).toEqual({ line, character }),
  );

  test('agree with counting', () => {
    const text = fc
      .array(fc.constantFrom('a', '\n', '\r\n', 'b𝜏'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(60), (written, at) => {
        const offset = Math.min(at, written.length);
        const lines = written.slice(0, offset).split(/\r\n|\n/);
        // Between the two halves of a line break one is still on its line.
        fc.pre(!(written[offset - 1] === '\r' && written[offset] === '\n'));
        expect(createPositions(written)({ start: 0, end: offset }).end).toEqual({
          line: lines.length - 1,
          character: lines[lines.length - 1].length,
        });
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

/** The question about many values: what of it is refused on arrival. */
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/protocol/decode';
import { MOST_CELLS, verdicts } from '../../src/protocol/requests/verdicts';

const cell = { verdict: 'realizable', reason: 'exact', gap: 0, problem: null };

describe('verdicts', () => {
  it.each<[string, unknown]>([
    ['a verdict', cell],
    ['a cell without one', { verdict: null, reason: null, gap: null, problem: 'no' }],
  ])('%s arrives as it was sent', (_, sent) => {
    expect(decode(verdicts.answer, { cells: [sent] })).toEqual({
      kind: 'message',
      message: { cells: [sent] },
    });
  });

  it.each<[string, unknown, string]>([
    ['a gap that is no number', { ...cell, gap: Number.NaN }, 'cells.0.gap'],
    ['an infinite gap', { ...cell, gap: Number.POSITIVE_INFINITY }, 'cells.0.gap'],
    ['a verdict of another version', { ...cell, verdict: 'perfect' }, 'cells.0.verdict'],
    ['a cell without its problem', { verdict: null, reason: null, gap: null }, 'cells.0.problem'],
  ])('%s is refused with its place', (_, sent, place) => {
    expect(decode(verdicts.answer, { cells: [sent] })).toMatchObject({
      kind: 'malformed',
      because: expect.stringContaining(place),
    });
  });

  it('refuses more cells than can be taken back in time, and values that are no numbers', () => {
    const asked = (cells: unknown) => decode(verdicts.ask, { id: 'a', changes: {}, cells }).kind;
    expect(asked(Array.from({ length: MOST_CELLS }, () => ({ temperature: 0.1 })))).toBe('message');
    expect(asked(Array.from({ length: MOST_CELLS + 1 }, () => ({ temperature: 0.1 })))).toBe('malformed');
    expect(asked([{ temperature: Number.NaN }])).toBe('malformed');
  });
});

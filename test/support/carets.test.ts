/** The helper that checks spans in other tests must itself be able to fail. */
import { describe, expect, it } from 'vitest';
import { expectFindings, readCarets } from './carets';

const MARKED = ['a: 1', '   ^ invalid-value: too small', 'b: 2'].join('\n');

describe('carets', () => {
  it('take their lines out of the text and point into the line above', () => {
    const { text, marks } = readCarets(MARKED);
    expect(text).toBe('a: 1\nb: 2');
    expect(marks).toEqual([{ span: { start: 3, end: 4 }, label: 'invalid-value: too small' }]);
  });

  it.each([
    { name: 'no finding', findings: [] },
    {
      name: 'another place',
      findings: [{ span: { start: 0, end: 1 }, rule: 'invalid-value', message: 'too small' }],
    },
    {
      name: 'another rule',
      findings: [{ span: { start: 3, end: 4 }, rule: 'radius', message: 'too small' }],
    },
    {
      name: 'another message',
      findings: [{ span: { start: 3, end: 4 }, rule: 'invalid-value', message: 'large' }],
    },
  ] as const)('reject $name', ({ findings }) => {
    const { text, marks } = readCarets(MARKED);
    const complete = findings.map((finding) => ({ severity: 'error' as const, ...finding }));
    expect(() => expectFindings(text, complete, marks)).toThrow();
  });
});

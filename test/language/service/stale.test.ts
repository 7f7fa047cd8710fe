/** The last good analysis while the text cannot be read. */
import { describe, expect, test } from 'vitest';
import { analysisOf } from '../explanation/samples';
import { serviceOf, shown } from './scriptedService';

describe('the last good analysis', () => {
  const reread = async (before: string, now: string) => {
    const { analyze } = serviceOf();
    return analyze(now, { previous: await analyze(before) });
  };

  test.each<[string, string, string, string[]]>([
    ['stays while its objective is broken', 'a: 1\nb: 1', 'a!\nb: 1', ['a (stale)', 'b']],
    ['follows its objective by name', 'a: 1\nb: 1', 'b!\na: 1', ['b (stale)', 'a']],
    ['follows its objective by place while the name is typed', 'a: 1\nb: 1', 'a: 1\nbx!', ['a', 'b (stale)']],
    [
      'stays for what comes after a syntax error',
      'a: 1\nb: 1\nc: 1',
      'a: 1\n???',
      ['a', 'b (stale)', 'c (stale)'],
    ],
    ['goes when its objective is gone', 'a: 1\nb: 1', 'a: 1', ['a']],
    ['goes when another stands in its place', 'a: 1', 'b: 1', ['b']],
    ['does not appear where there was none', 'a: 1', 'a: 1\nb!', ['a']],
    ['tells objectives of one name apart', 'a: 1\na: 2', 'a: 1\na!', ['a', 'a (stale)']],
    ['all stay when nothing can be read', 'a: 1\nb: 1', '?', ['a (stale)', 'b (stale)']],
  ])('%s', async (_, before, now, expected) => expect(shown(await reread(before, now))).toEqual(expected));

  test('moves to where the broken objective stands, without the places of its values', async () => {
    const [stale] = (await reread('b: 1', '\n\nb!')).objectives;
    expect(stale.definition.span).toEqual({ start: 2, end: 4 });
    expect(stale.definition.headSpan).toEqual({ start: 2, end: 3 });
    expect(stale.definition.parameters.temperature).toMatchObject({ value: 1, span: null });
    expect(stale.staleBecause).toBe('b is broken');
  });

  test('is clipped to a text that ends earlier', async () => {
    const result = await reread('a: 1\nb: 1', '?');
    for (const { definition, staleBecause } of result.objectives) {
      expect(definition.span.end).toBeLessThanOrEqual(1);
      expect(definition.span.start).toBeLessThanOrEqual(definition.span.end);
      expect(staleBecause).toBe('the text stops making sense');
    }
  });

  test('survives several broken texts, says the present reason, and gives no findings', async () => {
    const { analyze } = serviceOf(async () =>
      analysisOf({ verdict: 'degenerate', reason: 'total-collapse' }),
    );
    const first = await analyze('a: 1');
    const second = await analyze('?', { previous: first });
    const third = await analyze('a!', { previous: second });
    expect(shown(third)).toEqual(['a (stale)']);
    expect(third.objectives[0].staleBecause).toBe('a is broken');
    expect([first.findings.length, second.findings.length, third.findings.length]).toEqual([1, 0, 0]);
    expect(shown(await analyze('a: 1', { previous: third }))).toEqual(['a']);
  });
});

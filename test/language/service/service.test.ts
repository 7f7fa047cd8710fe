/** The language service: reading, failures, cancelling and remembering. */
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../src/geometry/analysis';
import { analysisOf } from '../explanation/samples';
import { REALIZABLE, serviceOf, shown } from './scriptedService';

describe('a text that can be read', () => {
  test('gives its objectives in order, explained', async () => {
    const { analyze } = serviceOf();
    const result = await analyze('a: 0.5\nb: 0.1');
    expect(shown(result)).toEqual(['a', 'b']);
    expect(result.objectives[0].explanation.headline).toBe('realizable · rank 2');
    expect(result.uri).toBe('file:///a.txt');
  });

  test('is judged under the settings', async () => {
    const collapse = analysisOf({ verdict: 'degenerate', reason: 'total-collapse' });
    const { analyze } = serviceOf(async () => collapse);
    expect((await analyze('a: 1')).findings).toMatchObject([
      { rule: 'total-collapse', severity: 'error', span: { start: 0, end: 1 } },
    ]);
    const settings = { severity: { 'total-collapse': 'off' } } as const;
    expect((await analyze('a: 1', { settings })).findings).toEqual([]);
  });

  test('accepts what its reader accepts', () => {
    const { service } = serviceOf();
    expect([service.accepts('a.txt'), service.accepts('a.py')]).toEqual([true, false]);
  });
});

describe('failures', () => {
  test('of the mathematics at one objective leave the others, and are told there', async () => {
    const { analyze } = serviceOf(async ({ name }) => {
      if (name === 'b') throw new Error('no convergence.');
      return REALIZABLE;
    });
    const result = await analyze('a: 1\nb: 2\nc: 3');
    expect(result.objectives.map(({ analysis }) => analysis.verdict)).toEqual([
      'realizable',
      'undecided',
      'realizable',
    ]);
    expect(result.objectives[1].explanation.because[0]).toContain('the calculation failed (no convergence)');
    expect(result.objectives[1].explanation.headline).toMatch(/^undecided: the calculation failed/);
    expect(result.findings).toEqual([]);
  });

  test('are tried again', async () => {
    let attempts = 0;
    const { analyze } = serviceOf(async () => {
      if (attempts++ === 0) throw new Error('out of memory');
      return REALIZABLE;
    });
    await analyze('a: 1');
    expect((await analyze('a: 1')).objectives[0].analysis.verdict).toBe('realizable');
  });
});

describe('cancelling', () => {
  const reason = new Error('a newer text');

  test('before anything is read', async () => {
    const { analyze, asked } = serviceOf();
    await expect(analyze('a: 1', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(asked).toEqual([]);
  });

  test('between two objectives', async () => {
    const controller = new AbortController();
    const { analyze, asked } = serviceOf(async () => {
      controller.abort(reason);
      return REALIZABLE;
    });
    await expect(analyze('a: 1\nb: 2', { signal: controller.signal })).rejects.toBe(reason);
    expect(asked.map(({ name }) => name)).toEqual(['a']);
  });

  test('while the mathematics runs, whatever it rejects with', async () => {
    const controller = new AbortController();
    const { analyze } = serviceOf(async () => {
      controller.abort(reason);
      throw new Error('worker ended');
    });
    await expect(analyze('a: 1', { signal: controller.signal })).rejects.toBe(reason);
  });
});

describe('answers are remembered by what was asked', () => {
  test('so that typing elsewhere costs nothing', async () => {
    const { analyze, asked } = serviceOf();
    await analyze('a: 1\nb: 2');
    await analyze('b: 2\nx: 1\na: 3');
    expect(asked.map(({ name }) => name)).toEqual(['a', 'b', 'a']);
  });

  test('up to a limit', async () => {
    const large: Analysis = analysisOf({
      similarities: Array.from({ length: 1000 }, () => []),
    });
    const { analyze, asked } = serviceOf(async () => large);
    for (const temperature of [1, 2, 3, 4, 5]) await analyze(`a: ${temperature}`);
    await analyze('a: 5');
    expect(asked.length).toBe(5);
    await analyze('a: 1');
    expect(asked.length).toBe(6);
  });
});

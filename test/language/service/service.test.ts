/** The language service: stale analyses, failures, cancelling and remembering, with a reader and mathematics that are scripted. */
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../src/geometry/analysis';
import { createLanguageService } from '../../../src/language/createLanguageService';
import type { AnalysisContext, DocumentAnalysis, Mathematics } from '../../../src/language/languageService';
import { EMPTY_PROJECT } from '../../../src/language/project';
import type { BrokenObjective, Reading } from '../../../src/language/reading';
import type { Definition } from '../../../src/objective/definition';
import { analysisOf, definitionOf, literal } from '../explanation/samples';

const REALIZABLE = analysisOf({ verdict: 'realizable', reason: 'exact', rank: 2 });

/** `a: 0.5` is a definition, `a!` a broken one, a line without either stops the reading. */
function readLines(text: string): Reading {
  const definitions: Definition[] = [];
  const broken: BrokenObjective[] = [];
  let incompleteBecause: string | null = null;
  let start = 0;
  for (const line of text.split('\n')) {
    const span = { start, end: start + line.length };
    start += line.length + 1;
    const [, name, mark, temperature] = /^(\w+)(: |!)([\d.]*)$/.exec(line) ?? [];
    const headSpan = { start: span.start, end: span.start + (name?.length ?? 0) };
    if (mark === ': ')
      definitions.push(
        definitionOf(
          'weighted',
          { temperature: { ...literal(Number(temperature)), span }, weights: literal([[1]]) },
          { name, span, headSpan },
        ),
      );
    else if (mark === '!')
      broken.push({ name, kind: 'weighted', span, headSpan, because: `${name} is broken` });
    else if (line !== '') incompleteBecause = 'the text stops making sense';
    if (incompleteBecause !== null) break;
  }
  return { definitions, broken, findings: [], incompleteBecause };
}

function serviceOf(mathematics: Mathematics = async () => REALIZABLE) {
  const asked: Definition[] = [];
  const service = createLanguageService({
    accepts: (path) => path.endsWith('.txt'),
    read: ({ text }) => readLines(text),
    forget: () => undefined,
  });
  const analyze = (text: string, context: Partial<AnalysisContext> = {}) =>
    service.analyze(
      { uri: 'file:///a.txt', path: 'a.txt', text },
      {
        project: EMPTY_PROJECT,
        settings: { severity: {} },
        previous: null,
        signal: new AbortController().signal,
        mathematics: (definition, signal) => {
          asked.push(definition);
          return mathematics(definition, signal);
        },
        ...context,
      },
    );
  return { service, analyze, asked };
}

const shown = (result: DocumentAnalysis) =>
  result.objectives.map(
    ({ definition, staleBecause }) => `${definition.name}${staleBecause === null ? '' : ' (stale)'}`,
  );

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

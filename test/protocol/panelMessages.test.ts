/** What crosses the border between extension and panel is decoded: a mismatch is a sentence with the path to it. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { accountForData } from '../../src/language/explanation/dataAccount';
import { explain } from '../../src/language/explanation/explain';
import { decodeHostMessage, decodePanelMessage } from '../../src/protocol/panelMessages';
import { defineObjective, known } from '../webview/page/defineObjective';

function objectiveMessage() {
  const definition = defineObjective('SupCon', 'supcon', {
    temperature: known(0.5),
    classes: known([60, 6, 6].map((count, k) => ({ name: `class ${k}`, count }))),
  });
  const analysis = analyze(definition);
  const start = { line: 2, character: 0 };
  return {
    type: 'objective',
    view: {
      summary: {
        id: 'file:///a#0',
        uri: 'file:///a',
        name: 'SupCon',
        kind: 'supcon',
        dialect: 'objective-file',
        verdict: analysis.verdict,
        reason: analysis.reason,
        headline: 'degenerate: zero weights',
        range: { start, end: { line: 2, character: 9 } },
        staleBecause: null,
      },
      parameters: [{ name: 'temperature', value: '0.5', origin: 'literal' }],
      controls: [{ key: 'temperature', value: 0.5, origin: 'literal' }],
      thresholds: [{ key: 'temperature', value: 0.4, label: 'τ*', meaning: 'Up to 0.4.' }],
      explanation: explain(definition, analysis),
      analysis,
      data: accountForData(definition),
    },
  };
}

describe('decodeHostMessage', () => {
  test('a real analysis survives the journey through JSON unchanged', () => {
    const sent = JSON.parse(JSON.stringify(objectiveMessage()));
    expect(decodeHostMessage(sent)).toEqual({ kind: 'message', message: sent });
  });

  test.each([
    { type: 'analyzing', name: 'SupCon' },
    { type: 'nothing', because: 'No objective stands at the cursor.' },
  ])('$type', (message) => expect(decodeHostMessage(message)).toEqual({ kind: 'message', message }));

  test.each([undefined, null, 7, 'objective', [], {}, { type: 'unknown' }, { type: 'nothing' }])(
    '%j is refused',
    (value) => {
      const decoded = decodeHostMessage(value);
      expect(decoded.kind).toBe('malformed');
      expect(decoded.kind === 'malformed' && decoded.because.length).toBeGreaterThan(10);
    },
  );

  type Path = readonly (string | number)[];
  const broken: { path: Path; value: unknown; named: string }[] = [
    { path: ['summary'], value: 1, named: 'view.summary' },
    { path: ['summary', 'verdict'], value: 'fine', named: 'view.summary.verdict' },
    { path: ['summary', 'range', 'start', 'line'], value: -1, named: 'view.summary.range.start.line' },
    { path: ['parameters', 0, 'origin'], value: 3, named: 'view.parameters.0.origin' },
    { path: ['explanation', 'because'], value: 'text', named: 'view.explanation.because' },
    { path: ['analysis', 'bound'], value: Number.NaN, named: 'view.analysis.bound' },
    { path: ['analysis', 'minimum'], value: Number.POSITIVE_INFINITY, named: 'view.analysis.minimum' },
    { path: ['analysis', 'rank'], value: 1.5, named: 'view.analysis.rank' },
    { path: ['analysis', 'proof', 'kind'], value: 'faith', named: 'view.analysis.proof' },
    { path: ['analysis', 'geometry', 'attainable', 1], value: [1, 2], named: 'view.analysis.geometry' },
    {
      path: ['analysis', 'geometry', 'attainable', 1, 1],
      value: null,
      named: 'view.analysis.geometry.attainable.1.1',
    },
    { path: ['analysis', 'geometry', 'coordinates'], value: [], named: 'view.analysis.geometry' },
    { path: ['analysis', 'training', 'dimension'], value: 0, named: 'view.analysis.training.dimension' },
    { path: ['analysis', 'training', 'weights'], value: [[1]], named: 'view.analysis.training' },
  ];
  test.each(broken)('a wrong $named is refused by name', ({ path, value, named }) => {
    const decoded = decodeHostMessage(replaced(objectiveMessage(), ['view', ...path], value));
    expect(decoded.kind).toBe('malformed');
    expect(decoded.kind === 'malformed' && decoded.because).toContain(named);
  });

  test('a target of minus infinity comes as null', () => {
    const { target } = objectiveMessage().view.analysis.geometry ?? { target: null };
    expect(target?.[0][1]).toBeNull();
    expect(decodeHostMessage(objectiveMessage()).kind).toBe('message');
  });
});

describe('decodePanelMessage', () => {
  const end = { type: 'training-ended', id: 'a', backend: 'cpu', steps: 600, loss: 4.4561, excess: 2e-5 };
  test.each([
    { type: 'ready' },
    { type: 'reveal-source', id: 'file:///a#0' },
    { type: 'problem', message: 'no WebGL' },
    end,
    { ...end, excess: null },
  ])('$type', (message) => expect(decodePanelMessage(message)).toEqual({ kind: 'message', message }));

  test.each([
    {},
    { type: 'reveal-source' },
    { type: 'problem', message: 3 },
    { ...end, loss: Number.NaN },
    { ...end, steps: -1 },
  ])('%j is refused', (value) => expect(decodePanelMessage(value).kind).toBe('malformed'));
});

/** A copy with one value exchanged. */
function replaced(root: unknown, path: readonly (string | number)[], value: unknown): unknown {
  if (path.length === 0) return value;
  const [key, ...rest] = path;
  const copy: Record<string | number, unknown> = Array.isArray(root)
    ? (Object.assign([], root) as unknown as Record<number, unknown>)
    : { ...(root as Record<string, unknown>) };
  copy[key] = replaced(copy[key], rest, value);
  return copy;
}

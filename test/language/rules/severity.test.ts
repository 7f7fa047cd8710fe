/** How severe findings are, what missing data asks for, and what settings change. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/language/finding';
import { settle } from '../../../src/language/rules/registry';
import type { Definition } from '../../../src/objective/definition';
import { analysisOf, definitionOf, literal, unresolved } from '../explanation/samples';
import { brief, judged } from './judging';

describe('thresholds', () => {
  const withCosines = (closest: number, farthest: number, gap = 0.01) =>
    judged(
      definitionOf('supcon', {
        classes: literal(['a', 'b', 'c'].map((name, k) => ({ name, count: 9 - k }))),
      }),
      analysisOf({
        verdict: 'degenerate',
        reason: 'zero-weight',
        gap,
        items: ['a', 'b', 'c'].map((name, k) => ({ name, size: 9 - k })),
        similarities: [
          [1, closest, farthest],
          [closest, 1, farthest],
          [farthest, farthest, 1],
        ],
      }),
    ).map(({ rule, severity }) => `${severity} ${rule}`);
  const ALONE = 'information zero-weight';

  test.each<[number, number, string[]]>([
    [-0.4, -0.499, [ALONE]],
    [-0.375, -0.475, [ALONE]],
    [-0.4, -0.501, ['warning class-imbalance', ALONE]],
    [0.9, -0.5, ['warning class-imbalance', ALONE]],
    [0.901, -0.5, ['warning minority-collapse', ALONE]],
  ])('cosines from %d down to %d', (closest, farthest, expected) =>
    expect(withCosines(closest, farthest)).toEqual(expected),
  );

  test.each<[number, string]>([
    [0.99e-4, 'information class-imbalance'],
    [1e-4, 'warning class-imbalance'],
    [1.01e-4, 'warning class-imbalance'],
  ])('a gap of %d nats', (gap, expected) => expect(withCosines(0, -0.5, gap)[0]).toBe(expected));
});

describe('missing data', () => {
  const missing = (
    dialect: string,
    parameters: Parameters<typeof definitionOf>[1],
    kind: Definition['kind'] = 'supcon',
  ) => judged(definitionOf(kind, parameters, { dialect }), analysisOf({ verdict: 'conditional' }))[0].message;

  test.each<[string, string, readonly string[]]>([
    [
      'class sizes of a script',
      missing('supcontrast', {}),
      ['objective-lens.yaml', 'data: [{ objectives: "**", classes:'],
    ],
    [
      'labels of a script',
      missing('nidl', { kernel: literal('gaussian'), bandwidth: literal(1) }, 'y-aware'),
      ['labels: ['],
    ],
    [
      'a temperature of a script, by its name there',
      missing('supcontrast', {
        temperature: unresolved('args.temp'),
        classes: literal([{ name: 'a', count: 2 }]),
      }),
      ['the temperature (args.temp)', 'a number or a module constant'],
    ],
    ['class sizes of an objective file', missing('objective-file', {}), ['Add for example: classes: {']],
  ])('%s', (_, message, parts) => {
    for (const part of parts) expect(message).toContain(part);
  });
});

describe('settings', () => {
  const at = (start: number, rule: Finding['rule'], severity: Finding['severity']): Finding => ({
    rule,
    severity,
    message: '',
    span: { start, end: start + 1 },
  });
  const findings = [
    at(5, 'invalid-value', 'error'),
    at(1, 'zero-weight', 'information'),
    at(1, 'class-imbalance', 'warning'),
  ];

  test('leave what they do not name, sorted by place and severity', () =>
    expect(brief(settle(findings, { severity: {} }))).toEqual([
      'warning class-imbalance',
      'information zero-weight',
      'error invalid-value',
    ]));

  test('replace a severity, and silence a rule, those of readers too', () =>
    expect(brief(settle(findings, { severity: { 'zero-weight': 'error', 'invalid-value': 'off' } }))).toEqual(
      ['error zero-weight', 'warning class-imbalance'],
    ));
});

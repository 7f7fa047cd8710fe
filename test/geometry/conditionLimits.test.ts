/** The numbers of a condition are true limits, and what holds whatever the value is no condition. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { expectSound } from '../support/finite';

describe('the numbers of a condition are where the verdict turns:', () => {
  const turns: [string, (factor: number) => ObjectiveSketch][] = [
    [
      'number of classes',
      (factor) => ({
        objective: 'soft-supcon',
        across: 0.1,
        temperature: 0.5,
        classes: new Array(factor < 1 ? 7 : 8).fill(3),
      }),
    ],
    [
      'weight across',
      (factor) => ({
        objective: 'soft-supcon',
        classes: [9, 3, 1],
        temperature: 0.5,
        across: 0.049787068 / factor,
      }),
    ],
    [
      'bandwidth',
      (factor) => ({
        objective: 'y-aware',
        labels: [0, 1, 2],
        kernel: 'laplacian',
        temperature: 0.1,
        bandwidth: 0.1 / factor,
      }),
    ],
    [
      'temperature',
      (factor) => ({
        objective: 'y-aware',
        labels: [0, 1, 2],
        kernel: 'laplacian',
        bandwidth: 1,
        temperature: factor,
      }),
    ],
    [
      'radius of labels',
      (factor) => ({
        objective: 'y-aware',
        labels: [
          [Math.sqrt(10) * factor, 0],
          [0, Math.sqrt(10) * factor],
          [-Math.sqrt(10) * factor, 0],
        ],
        kernel: 'gaussian',
        bandwidth: 1,
        temperature: 0.1,
      }),
    ],
    [
      'spread of labels',
      (factor) => ({
        objective: 'y-aware',
        labels: [0, 3, 20 * factor],
        kernel: 'laplacian',
        bandwidth: 1,
        temperature: 0.1,
      }),
    ],
    [
      'weight temperature',
      (factor) => ({
        objective: 'x-clr',
        features: [
          [1, 0],
          [0, 1],
        ],
        temperature: 0.1,
        weightTemperature: 0.05 / factor,
      }),
    ],
  ];
  test.each(turns)('%s', (_, written) => {
    expect(analyze(sketch(written(0.999))).verdict).toBe('realizable');
    expect(analyze(sketch(written(1.001)))).toMatchObject({ verdict: 'inconsistent', reason: 'radius' });
  });
});

describe('a verdict that holds whatever the value stands:', () => {
  const standing: { written: ObjectiveSketch; verdict: string; reason: string; condition: RegExp }[] = [
    {
      written: { objective: 'supcon', classes: [60, 6] },
      verdict: 'degenerate',
      reason: 'zero-weight',
      condition: /every temperature/,
    },
    {
      written: { objective: 'y-aware', labels: [0, 1, 2], kernel: 'gaussian', bandwidth: 1 },
      verdict: 'inconsistent',
      reason: 'not-spherical',
      condition: /every temperature/,
    },
    {
      written: { objective: 'y-aware', labels: [0, 1, 2], kernel: 'gaussian', temperature: 0.1 },
      verdict: 'inconsistent',
      reason: 'not-spherical',
      condition: /every bandwidth/,
    },
    {
      written: { objective: 'supcon', classes: [60, 6], temperature: 0.1, balance: null },
      verdict: 'degenerate',
      reason: 'zero-weight',
      condition: /balancing/,
    },
    {
      written: { objective: 'soft-supcon', classes: [60, 6, 6], across: 0.1, dimension: 1 },
      verdict: 'inconsistent',
      reason: 'dimension',
      condition: /every temperature/,
    },
  ];
  test.each(standing)('$written', ({ written, verdict, reason, condition }) => {
    const analysis = analyze(sketch(written));
    expectSound(analysis);
    expect(analysis).toMatchObject({ verdict, reason, minimum: null });
    expect(analysis.condition).toMatch(condition);
  });
});

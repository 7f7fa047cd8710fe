/** Mini-batches hold the samples that a data loader would draw, and their mean loss is the one that is predicted. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { batchLoss, createBatchSampler } from '../../../webview/training/miniBatch';
import { sketch } from '../../support/definitions';
import { plainLoss } from '../fixtures/problems';

const classes = { objective: 'supcon', classes: [60, 6, 6], temperature: 0.5 } as const;
const whole = analyze(sketch(classes)).training!;
const inBatches = analyze(sketch({ ...classes, batch: 16 }));

function draw(seed: number, batches: number, size = 16): number[][] {
  const sampler = createBatchSampler(whole.drawing!, size, seed);
  return Array.from({ length: batches }, () => [...sampler.next()]);
}

describe('createBatchSampler', () => {
  test('an epoch hands out every sample at most once, and full batches only', () => {
    const epoch = draw(1, 4); // 4 · 16 of 72
    for (const counts of epoch) expect(counts.reduce((sum, n) => sum + n, 0)).toBe(16);
    [60, 6, 6].forEach((most, point) => {
      expect(epoch.reduce((sum, counts) => sum + counts[point], 0)).toBeLessThanOrEqual(most);
    });
  });

  test('a seed repeats its batches and another has others', () => {
    expect(draw(3, 20)).toEqual(draw(3, 20));
    expect(draw(4, 20)).not.toEqual(draw(3, 20));
  });

  test.each([{ samples: [60, 6, 6] }, { samples: [6e8, 6e7, 6e7] }])(
    'classes are met as often as they are large: $samples',
    ({ samples }) => {
      const sampler = createBatchSampler({ ...whole.drawing!, samples }, 16, 2);
      const met = [0, 0, 0];
      for (let batch = 0; batch < 2000; batch++)
        for (const [point, count] of sampler.next().entries()) met[point] += count;
      const total = met.reduce((sum, n) => sum + n, 0);
      [60 / 72, 6 / 72, 6 / 72].forEach((share, point) => {
        expect(Math.abs(met[point] / total - share)).toBeLessThan(0.01);
      });
    },
  );

  test('a batch as large as the data set is the data set', () => {
    expect(draw(1, 3, 72)).toEqual([
      [60, 6, 6],
      [60, 6, 6],
      [60, 6, 6],
    ]);
  });
});

describe('batchLoss', () => {
  test('the mean over batches is the predicted minimum at the predicted similarities', () => {
    const { attainable } = inBatches.geometry!;
    const sampler = createBatchSampler(inBatches.training!.drawing!, 16, 5);
    const batches = 20_000;
    let sum = 0;
    for (let batch = 0; batch < batches; batch++) {
      const { mass, multiplicity, weights } = batchLoss(inBatches.training!.drawing!, sampler.next());
      sum += plainLoss(
        { ...whole, anchorMass: [...mass], multiplicity: rows(multiplicity), weights: rows(weights) },
        attainable,
      );
    }
    expect(Math.abs(sum / batches - inBatches.minimum!)).toBeLessThan(0.003);
  });

  test('samples that are alone and have no positive are left out', () => {
    const { mass } = batchLoss({ ...whole.drawing!, views: 1, self: 0 }, Int32Array.from([3, 1, 0]));
    expect([...mass]).toEqual([0.75, 0, 0]);
  });
});

const rows = (flat: Float32Array) => [0, 1, 2].map((p) => [...flat.slice(3 * p, 3 * p + 3)]);

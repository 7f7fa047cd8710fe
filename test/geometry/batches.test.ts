/** Predictions for expected batches against every batch there is, and against other drawings. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { correlationMinimum } from '../../src/geometry/optimum/correlationMinimum';
import { samplingError } from '../../src/geometry/optimum/samplingError';
import { expectedBatches } from '../../src/objective/batches/expectedBatches';
import { buildObjective } from '../../src/objective/buildObjective';
import { entropicBound } from '../../src/objective/softmaxes';
import { everyBatch, publishedSupCon } from '../support/batches';
import { type ObjectiveSketch, sketch } from '../support/definitions';
import { expectSound } from '../support/finite';
import { plainLoss } from '../webview/fixtures/problems';

const longTail = Array.from({ length: 100 }, (_, c) => Math.round(500 * 0.01 ** (c / 99)));

function built(written: ObjectiveSketch) {
  const result = buildObjective(sketch(written));
  if (result.kind !== 'objective') throw new Error(result.kind);
  return result.objective;
}

/** What a drawing of another seed predicts, whatever there is to enumerate. */
function drawing(written: ObjectiveSketch, seed: number, cells: number) {
  const objective = built(written);
  const drawn = expectedBatches(sketch(written), objective, written.batch!, { cells, seed, fewOutcomes: 0 });
  const whole = { ...objective, severalSoftmaxes: drawn.softmaxes, lossOffset: drawn.lossOffset };
  const { gap, cosines } = correlationMinimum(whole, written.temperature!);
  const prediction = {
    cellOf: objective.groupOf,
    counts: objective.counts,
    own: new Float64Array(0),
    pairs: cosines,
  };
  return {
    minimum: entropicBound(drawn.softmaxes) + drawn.lossOffset + gap,
    cosines,
    error: samplingError(whole, drawn, { method: 'certified', prediction })!,
  };
}

describe.each([
  { sizes: [3, 2, 1], batch: 3, temperature: 0.5 },
  { sizes: [3, 2, 1], batch: 2, temperature: 0.2 },
  { sizes: [5, 2, 2], batch: 4, temperature: 1 },
])('batches of $batch of $sizes at $temperature', ({ sizes, batch, temperature }) => {
  const analysis = analyze(sketch({ objective: 'supcon', classes: sizes, temperature, batch }));
  const batches = [...everyBatch(sizes, batch)].map(([key, ways]) => ({
    counts: key.split(' ').map(Number),
    ways,
  }));
  const total = batches.reduce((sum, { ways }) => sum + ways, 0);
  const mean = (cosines: readonly (readonly number[])[]) =>
    batches.reduce(
      (sum, { counts, ways }) => sum + (ways / total) * publishedSupCon(counts, 2, cosines, temperature),
      0,
    );

  test('are all taken, so that nothing is left to chance', () => {
    expectSound(analysis);
    expect(analysis).toMatchObject({ method: 'certified', samplingError: null });
    expect(analysis.optimumNote).toMatch(/all batches that can be drawn/);
  });

  test('have the published loss, averaged over every batch', () => {
    expect(mean(analysis.similarities!)).toBeCloseTo(analysis.minimum!, 9);
  });

  test('have their least mean loss there: no step to another correlation matrix lowers it', () => {
    const S = analysis.similarities!;
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      for (const target of [-1, 1]) {
        // Towards the matrix with the two items at one point or opposite, the third orthogonal.
        const other = S.map((_, a) =>
          S.map((_row, b) => (a === b ? 1 : (a === i && b === j) || (a === j && b === i) ? target : 0)),
        );
        const moved = S.map((row, a) => row.map((s, b) => s + 1e-3 * (other[a][b] - s)));
        expect(mean(moved)).toBeGreaterThan(analysis.minimum! - 1e-9);
      }
    }
  });
});

describe('the sampling error', () => {
  test.each([
    { objective: 'supcon', classes: [100, 50, 10, 5], temperature: 0.2, batch: 32 },
    { objective: 'supcon', classes: [300, 100, 100, 30, 30, 30, 4, 4], temperature: 0.1, batch: 24 },
    { objective: 'soft-supcon', classes: [60, 30, 10, 20], across: 0.05, temperature: 0.5, batch: 16 },
  ] satisfies ObjectiveSketch[])('is the spread of other drawings: $objective $classes', (written) => {
    const others = Array.from({ length: 8 }, (_, seed) => drawing(written, seed + 10, 8000));
    const spread = (values: number[]) => {
      const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
      return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1));
    };
    const size = others[0].cosines.length;
    const counts = built(written).counts;
    let widest = 0;
    for (let g = 0; g < size; g++)
      for (let h = g; h < size; h++)
        if (g !== h || counts[g] > 1)
          widest = Math.max(widest, spread(others.map(({ cosines }) => cosines[g][h])));
    const told = others.reduce((sum, { error }) => sum + error.similarity, 0) / others.length;
    expect(told / widest).toBeGreaterThan(0.4);
    expect(told / widest).toBeLessThan(3);
    const toldMinimum = others.reduce((sum, { error }) => sum + error.minimum, 0) / others.length;
    const spreadMinimum = spread(others.map(({ minimum }) => minimum));
    expect(toldMinimum / spreadMinimum).toBeGreaterThan(0.3);
    expect(toldMinimum / spreadMinimum).toBeLessThan(4);
  });

  test.each([
    { objective: 'supcon', classes: [6, 4, 2, 1], temperature: 0.5, batch: 4 },
    { objective: 'supcon', classes: [3, 2, 1], temperature: 0.2, batch: 3 },
    { objective: 'soft-supcon', classes: [9, 5, 2], across: 0.03, temperature: 0.5, batch: 6 },
    {
      objective: 'supcon',
      classes: [9, 5, 2],
      temperature: 0.5,
      batch: 6,
      balance: { anchors: true, denominators: true },
    },
    {
      objective: 'y-aware',
      labels: [0, 0.1, 0.1, 0.5, 1.4],
      kernel: 'gaussian',
      bandwidth: 0.6,
      temperature: 0.4,
      batch: 3,
    },
  ] satisfies ObjectiveSketch[])('covers the mean of all batches: $objective $classes', (written) => {
    const exact = analyze(sketch(written));
    expect(exact.samplingError).toBeNull();
    const { groupOf } = built(written);
    const { cosines, minimum, error } = drawing(written, 3, 20_000);
    for (const [i, g] of groupOf.entries())
      for (const [j, h] of groupOf.entries())
        if (j < i)
          expect(Math.abs(cosines[g][h] - exact.similarities![i][j])).toBeLessThan(
            4 * error.similarity + 1e-4,
          );
    expect(Math.abs(minimum - exact.minimum!)).toBeLessThan(4 * error.minimum + 1e-4);
    expect(error.similarity).toBeLessThan(0.02);
  });

  test('is below 0.005 for 100 classes of a long tail in batches of 256', () => {
    const written: ObjectiveSketch = { objective: 'supcon', classes: longTail, temperature: 0.1, batch: 256 };
    const analysis = analyze(sketch(written));
    expectSound(analysis);
    expect(analysis.samplingError!.similarity).toBeLessThan(0.005);
    expect(analysis.certifiedWithin).toBeLessThan(1e-7);
    expect(analyze(sketch(written)).similarities).toEqual(analysis.similarities);
  });
});

describe('a preview of batches', () => {
  test.each([
    { objective: 'supcon', classes: [100, 50, 10, 5], temperature: 0.2, batch: 32 },
    { objective: 'supcon', classes: [100, 50, 10, 5], temperature: 0.2, batch: 32, dimension: 2 },
    {
      objective: 'y-aware',
      labels: [0, 0.1, 0.4, 0.7, 0.9, 1],
      kernel: 'gaussian',
      bandwidth: 0.4,
      temperature: 0.3,
      batch: 3,
    },
  ] satisfies ObjectiveSketch[])('trains the predicted loss: $objective $dimension', (written) => {
    const { training, geometry, minimum } = analyze(sketch(written));
    expect(plainLoss(training!, geometry!.attainable)).toBeCloseTo(minimum!, 8);
    expect(training!.anchorOf.length).toBeLessThanOrEqual(16 * training!.size);
  });
});

describe('batches', () => {
  test('leave a reached bound reached: the mean of the bounds', () => {
    const analysis = analyze(
      sketch({
        objective: 'soft-supcon',
        classes: [60, 30, 10, 20],
        across: 0.01,
        temperature: 0.1,
        batch: 16,
      }),
    );
    expect(analysis).toMatchObject({ verdict: 'realizable', method: 'bound-reached', gap: 0 });
    expect(analysis.samplingError).toMatchObject({ similarity: 0 });
    expect(analysis.similarities![0][1]).toBeCloseTo(1 - 0.1 * Math.log(100), 12);
  });

  test.each([
    { objective: 'supcon', classes: [3, 2, 1], temperature: 0.5, batch: 1 },
    { objective: 'supcon', classes: [3, 2, 1], temperature: 0.5, batch: 2, views: 1 },
    { objective: 'info-nce', samples: 9, temperature: 0.5, batch: 1 },
  ] satisfies ObjectiveSketch[])('that compare nothing decide nothing: $batch of $objective', (written) => {
    const analysis = analyze(sketch(written));
    expectSound(analysis);
    expect(analysis).toMatchObject({ verdict: 'undecided', bound: null, minimum: null });
    expect(analysis.undecidedBecause).toMatch(/asks for no geometry/);
  });

  test('as large as the data set change nothing', () => {
    const written: ObjectiveSketch = { objective: 'supcon', classes: [60, 6, 6], temperature: 0.5 };
    // Remedies are written for a batch size, where one is given.
    const { remedies: _, ...inOneBatch } = analyze(sketch({ ...written, batch: 72 }));
    expect(analyze(sketch(written))).toMatchObject(inOneBatch);
  });

  test('of exchangeable samples are exact', () => {
    const analysis = analyze(sketch({ objective: 'info-nce', samples: 4096, temperature: 0.1, batch: 256 }));
    // Two views: the other view of the anchor, and two of each of 255 samples at the simplex's cosine.
    const across = Math.exp((-1 / 4095 - 1) / 0.1);
    expect(analysis.minimum).toBeCloseTo(Math.log(1 + 2 * 255 * across), 9);
    expect(analysis.samplingError).toBeNull();
  });

  test.each([
    { objective: 'supcon', classes: [1e9, 1e6, 10], temperature: 0.2, batch: 256 },
    { objective: 'supcon', classes: [1e9, 1e6, 10], temperature: 0.2, batch: 100_000 },
    { objective: 'supcon', classes: [1e5, 1, 1], temperature: 1e-3, batch: 64 },
    { objective: 'supcon', classes: [100, 50, 10, 5], temperature: 1e3, batch: 32 },
    { objective: 'supcon', classes: [100, 50, 10, 5], temperature: 0.2, batch: 164 },
    { objective: 'supcon', classes: [100, 50, 10, 5], temperature: 0.2, batch: 32, views: 1 },
    { objective: 'decoupled', classes: [100, 50, 10, 5], temperature: 0.2, batch: 32 },
    { objective: 'clip', samples: 1000, temperature: 0.2, batch: 32 },
    {
      objective: 'supcon',
      classes: [100, 50, 10, 5],
      temperature: 0.2,
      batch: 32,
      positives: 'softmax-per-positive',
    },
    { objective: 'supcon', classes: [100, 50, 10, 5], temperature: 0.2, batch: 32, similarity: 'dot' },
    {
      objective: 'x-clr',
      features: [
        [1, 0],
        [0, 1],
        [1, 1],
        [1, -1],
      ],
      weightTemperature: 0.1,
      temperature: 0.5,
      batch: 3,
    },
    {
      objective: 'y-aware',
      labels: [0, 0.1, 0.4, 0.9],
      kernel: 'gaussian',
      bandwidth: 0.4,
      temperature: 0.3,
      batch: 3,
      views: { count: 2, tied: false },
    },
  ] satisfies ObjectiveSketch[])('are sound: $objective $classes $temperature $batch', (written) => {
    const analysis = analyze(sketch(written));
    expectSound(analysis);
    expect(analysis.minimum).not.toBeNull();
  });

  test('that positives are summed in lower the loss by a constant of each batch', () => {
    const written: ObjectiveSketch = { objective: 'supcon', classes: [3, 2, 2], temperature: 0.5, batch: 3 };
    const out = analyze(sketch(written));
    const summed = analyze(sketch({ ...written, positives: 'summed-positives' }));
    expect(summed.similarities).toEqual(out.similarities);
    expect(summed.bound).toBeCloseTo(0, 12);
    expect(summed.gap).toBeCloseTo(out.gap!, 12);
  });
});

/** What a user reads of batches: whose mean the numbers are, how uncertain, and what the certificate is about. */
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { explain } from '../../../src/language/explanation/explain';
import { type ObjectiveSketch, sketch } from '../../support/definitions';

function read(written: ObjectiveSketch) {
  const definition = sketch(written);
  const { because, facts } = explain(definition, analyze(definition));
  return { text: because.join('\n'), facts };
}

describe('batches in words', () => {
  test('that were drawn come with their sampling error', () => {
    const { text, facts } = read({
      objective: 'supcon',
      classes: [100, 50, 10, 5],
      temperature: 0.2,
      batch: 32,
    });
    expect(text).toMatch(
      /Training sees batches of 32 of the 165 samples, so the numbers are means over \d+ drawn batches, which leaves them uncertain by 0\.\d+ in similarities and by 0\.\d+ nats in the minimum \(one standard error\)\./,
    );
    expect(text).toMatch(/For the batches that were drawn it is proved by a duality certificate/);
    const fact = facts.find(({ label }) => label === 'sampling error')!;
    expect(fact.value).toMatch(/^±0\.\d+ in similarities, ±0\.\d+ nats$/);
    expect(fact.hint).toMatch(/drawn batches of 32/);
  });

  test('that are all taken have none', () => {
    const { text, facts } = read({ objective: 'supcon', classes: [3, 2, 1], temperature: 0.5, batch: 3 });
    expect(text).toMatch(/means over all batches that can be drawn, without sampling error/);
    expect(text).toMatch(/The number is proved by a duality certificate/);
    expect(facts.map(({ label }) => label)).not.toContain('sampling error');
  });

  test('as large as the data set are not spoken of', () => {
    const { text } = read({ objective: 'supcon', classes: [3, 2, 1], temperature: 0.5, batch: 6 });
    expect(text).not.toMatch(/batch/);
  });

  test('of one sample are said to ask for nothing', () => {
    const { text } = read({ objective: 'supcon', classes: [3, 2, 1], temperature: 0.5, batch: 1 });
    expect(text).toMatch(/a batch of one sample holds no other sample to compare it with/);
  });

  test('that are not drawn are said to be one', () => {
    const { text } = read({ objective: 'balanced-supcon', classes: [9, 5, 2], temperature: 0.2, batch: 4 });
    expect(text).toMatch(/all samples are taken to stand in one batch/i);
  });
});

/** How long the panel says that tried values were written to the file, or why they were not. */
import { describe, expect, it } from 'vitest';
import { createApplyOutcome, WRITTEN } from '../../../webview/view/whatIf/applyOutcome';
import { control, viewWith } from '../fixtures/view';

const withTemperature = (value: number, id = 'a') =>
  viewWith({ id, controls: [control('temperature', value)] });
const TRIED = { temperature: 0.2 };

describe('values that were written', () => {
  it('are said to be until the file says something else', () => {
    const outcome = createApplyOutcome();
    outcome.tell(withTemperature(0.5), TRIED, null);
    const written = { text: WRITTEN, isRefusal: false };
    expect(outcome.read(withTemperature(0.5), TRIED)).toEqual(written);
    expect(outcome.read(withTemperature(0.2), {})).toEqual(written);
    expect(outcome.read(withTemperature(0.2), {})).toEqual(written);
    expect(outcome.read(withTemperature(0.5), {})).toBeNull();
    expect(outcome.read(withTemperature(0.2), {})).toBeNull();
  });

  it('are so until others are tried', () => {
    const outcome = createApplyOutcome();
    outcome.tell(withTemperature(0.5), TRIED, null);
    expect(outcome.read(withTemperature(0.2), { temperature: 0.3 })).toBeNull();
    expect(outcome.read(withTemperature(0.2), {})).toBeNull();
  });

  it('are those of one objective', () => {
    const outcome = createApplyOutcome();
    outcome.tell(withTemperature(0.5), TRIED, null);
    expect(outcome.read(withTemperature(0.2, 'b'), {})).toBeNull();
  });
});

it('a refusal holds for the values that were refused, whenever they are tried', () => {
  const outcome = createApplyOutcome();
  outcome.tell(withTemperature(0.5), TRIED, 'No.');
  expect(outcome.read(withTemperature(0.5), TRIED)).toEqual({ text: 'No.', isRefusal: true });
  expect(outcome.read(withTemperature(0.5), { temperature: 0.3 })).toBeNull();
  expect(outcome.read(withTemperature(0.5), TRIED)).toEqual({ text: 'No.', isRefusal: true });
});

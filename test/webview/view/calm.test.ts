/** With reduced motion the picture follows a run in few steps, and never misses where it ended. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atMostEvery } from '../../../webview/view/scene/calm';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a burst is shown at its beginning and at its end', () => {
  const shown = vi.fn();
  const show = atMostEvery(1000, shown);
  for (let k = 0; k < 30; k++) {
    show();
    vi.advanceTimersByTime(66);
  }
  expect(shown.mock.calls.length).toBeLessThanOrEqual(3);
  vi.advanceTimersByTime(1000);
  const atEnd = shown.mock.calls.length;
  vi.advanceTimersByTime(5000);
  expect(shown).toHaveBeenCalledTimes(atEnd);
  show();
  expect(shown).toHaveBeenCalledTimes(atEnd + 1);
});

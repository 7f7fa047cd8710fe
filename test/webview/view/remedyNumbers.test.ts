/** The line of numbers of a remedy compares only what can be compared. */
import { expect, test } from 'vitest';
import { remedyNumbers } from '../../../webview/view/remedyNumbers';

test.each<[string, Parameters<typeof remedyNumbers>, string]>([
  [
    'a gap that closes',
    [{ gap: 0, rank: 3, verdict: 'realizable' }, 0.07381532555508308],
    'gap 0.0738 → 0 nats · 3 dimensions',
  ],
  [
    'a bound that is reached and teaches nothing',
    [{ gap: 0, rank: 3, verdict: 'realizable' }, 0],
    '3 dimensions',
  ],
  ['a gap nobody knew', [{ gap: 0, rank: 1, verdict: 'realizable' }, null], '1 dimension'],
  [
    'a loss that keeps a gap of its own',
    [{ gap: 0.09492295642096088, rank: 2, verdict: 'degenerate' }, 0.0738],
    'degenerate · gap of the changed loss 0.0949 nats · 2 dimensions',
  ],
])('%s', (_, [remedy, before], text) => expect(remedyNumbers(remedy, before)).toBe(text));

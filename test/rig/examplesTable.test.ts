/** The table that `npm start` prints. */
import { expect, it } from 'vitest';
import { formatTable } from '../support/rig/examplesTable.mjs';

it('aligns the columns, writes small gaps with an exponent and unknown numbers as a dash', () => {
  const table = formatTable([
    {
      file: 'a.objective.yaml',
      name: 'ages',
      kind: 'y-aware',
      verdict: 'inconsistent',
      reason: 'not-spherical',
      minimum: 3.25,
      gap: 2e-5,
    },
    {
      file: 'b.py',
      name: 'SupConLoss',
      kind: 'supcon',
      verdict: 'conditional',
      reason: null,
      minimum: null,
      gap: null,
    },
  ]);
  expect(table).toBe(
    [
      'objective                kind     verdict                       minimum  gap, nats',
      'a.objective.yaml · ages  y-aware  inconsistent (not-spherical)  3.2500   2.0e-5',
      'b.py · SupConLoss        supcon   conditional                   –        –',
    ].join('\n'),
  );
});

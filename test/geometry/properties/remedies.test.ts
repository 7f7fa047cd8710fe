/** A remedy of any random objective is realizable, or the simplex where it promises that. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { OBJECTIVE_FILE_KINDS } from '../../../src/objective/definition';
import { readChanged } from '../../support/asObjectiveFile';
import { sketch } from '../../support/definitions';
import { RANDOM, SEED } from '../../support/randomObjectives';

describe.each(Object.keys(RANDOM))('%s', (name) => {
  test('is mended by each remedy that is offered', () => {
    fc.assert(
      fc.property(RANDOM[name], (written) => {
        const { remedies } = analyze(sketch(written));
        const isFile = (OBJECTIVE_FILE_KINDS as readonly string[]).includes(written.objective);
        for (const { id, changes, verdict, gap } of remedies) {
          if (id !== 'balance') expect([id, verdict, gap]).toEqual([id, 'realizable', 0]);
          // What a file cannot name it cannot be changed in, but remedies may lead to a file's kinds.
          if (!isFile && changes.objective === undefined) continue;
          const changed = analyze(readChanged(written, changes));
          expect([id, changed.verdict]).toEqual([id, verdict]);
          if (id !== 'balance') continue;
          const simplex = -1 / (changed.items.length - 1);
          for (const [i, row] of changed.similarities!.entries())
            for (const [j, s] of row.entries()) if (i !== j) expect(Math.abs(s - simplex)).toBeLessThan(1e-6);
        }
      }),
      { seed: SEED, numRuns: 12 },
    );
  });
});

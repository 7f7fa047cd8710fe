/** What a question about many values becomes: one definition, what each cell has differently, and words for bad cells. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { decideOnly } from '../../src/geometry/decideOnly';
import type { Definition, Parameters } from '../../src/objective/definition';
import type { Changes } from '../../src/protocol/requests/changes';
import type { AskedObjective } from '../../src/server/askedObjective';
import { decideCells, type Verdicts } from '../../src/server/verdictCells';
import { sketch } from '../support/definitions';

const SOFT = sketch({ objective: 'soft-supcon', classes: [6, 3, 1, 2], across: 0.05, temperature: 0.5 });

async function asked(cells: readonly Changes[], changes: Changes = {}, definition: Definition = SOFT) {
  const seen: { definition: Definition; cells: readonly Partial<Parameters>[] }[] = [];
  const verdicts: Verdicts = async (base, parts) => {
    seen.push({ definition: base, cells: parts });
    return parts.map((part) => {
      const changed = { ...base, parameters: { ...base.parameters, ...part } };
      return { kind: 'decided', decided: decideOnly(changed) };
    });
  };
  const objective = { objective: { definition } } as AskedObjective;
  const answer = await decideCells(verdicts, objective, { changes, cells }, new AbortController().signal);
  return { cells: answer.cells, seen };
}

describe('cells of a plane', () => {
  it('are decided in their order, with the values that each has', async () => {
    const { cells } = await asked([
      { temperature: 0.5 },
      { temperature: 0.2 },
      { temperature: 0.5, across: 0.5 },
    ]);
    expect(cells.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['inconsistent', 'radius'],
      ['realizable', 'exact'],
      ['realizable', 'exact'],
    ]);
    expect(cells[0].gap).toBeCloseTo(analyze(SOFT).gap ?? Number.NaN, 5);
    expect(cells[1]).toMatchObject({ gap: 0, problem: null });
  });

  it('travel as what they have differently, so that labels travel once', async () => {
    const labels = sketch({
      objective: 'y-aware',
      kernel: 'gaussian',
      labels: [1, 2, 4],
      bandwidth: 1,
      temperature: 0.1,
    });
    const { seen } = await asked([{ temperature: 0.2 }, { bandwidth: 3 }], {}, labels);
    expect(seen[0].cells.map((cell) => Object.keys(cell))).toEqual([['temperature'], ['bandwidth']]);
    expect(seen[0].definition.parameters.labels).toBe(labels.parameters.labels);
  });

  it('start from what is tried', async () => {
    const { cells, seen } = await asked([{ temperature: 0.5 }], { across: 0.5 });
    expect(seen[0].definition.parameters.across?.value).toBe(0.5);
    expect(cells[0].verdict).toBe('realizable');
  });

  it('that cannot be are told why, and leave the others in their places', async () => {
    const { cells, seen } = await asked([{ temperature: -1 }, { temperature: 0.2 }, { temprature: 1 }]);
    expect(cells.map(({ verdict }) => verdict)).toEqual([null, 'realizable', null]);
    expect(cells[0].problem).toContain('`temperature`');
    expect(cells[2].problem).toContain('Did you mean');
    expect(seen[0].cells).toHaveLength(1);
  });

  it('change no kind of objective', async () => {
    const { cells, seen } = await asked([{ objective: 'supcon' }]);
    expect(cells[0]).toMatchObject({ verdict: null, problem: expect.stringContaining('changes numbers') });
    expect(seen).toHaveLength(0);
  });

  it('without an answer say so', async () => {
    const failing: Verdicts = async () => [{ kind: 'failed', because: 'a NaN', trace: 'at x' }];
    const objective = { objective: { definition: SOFT } } as AskedObjective;
    const question = { changes: {}, cells: [{ temperature: 0.2 }] };
    const { cells } = await decideCells(failing, objective, question, new AbortController().signal);
    expect(cells[0]).toEqual({
      verdict: null,
      reason: null,
      gap: null,
      problem: 'The analysis of this cell failed: a NaN.',
    });
  });
});

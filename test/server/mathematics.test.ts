/** How long the server waits for the mathematics, against a pool that answers when it is hurried, or never. */
import { describe, expect, it } from 'vitest';
import { NO_ANSWER } from '../../src/geometry/analysis';
import { isStoppedEarly } from '../../src/geometry/interrupt';
import type { Definition } from '../../src/objective/definition';
import { AnalysisFailed, type AnalysisPool } from '../../src/server/analysisPool';
import { pooledMathematics } from '../../src/server/mathematics';

const definition = { name: 'slow', kind: 'supcon' } as Definition;
const patience = { hurryAfter: 10, giveUpAfter: 60 };
const never = () => new AbortController().signal;

function mathematics(analyze: AnalysisPool['analyze']) {
  const said: string[] = [];
  const note = (message: string) => said.push(message);
  const log = { info: note, warn: note, error: (message: string) => note(`error: ${message}`) };
  return { ask: pooledMathematics({ analyze }, log, patience), said };
}

const whenAborted = (signal: AbortSignal | undefined) =>
  new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));

describe('the mathematics of the pool', () => {
  it('gives the best answer so far when it is hurried, before it is given up', async () => {
    const { ask, said } = mathematics(async (_definition, signal, hurry) => {
      await whenAborted(hurry);
      expect(signal.aborted).toBe(false);
      return { ...NO_ANSWER, verdict: 'degenerate' };
    });
    expect(await ask(definition, never())).toMatchObject({ verdict: 'degenerate' });
    expect(said).toEqual([]);
  });

  it('is given up in words that blame nobody', async () => {
    const { ask, said } = mathematics(async (_definition, signal) => {
      await whenAborted(signal);
      throw signal.reason;
    });
    const analysis = await ask(definition, never());
    expect(analysis.verdict).toBe('undecided');
    expect(analysis.undecidedBecause).toContain('longer than 0.06 s');
    expect(analysis.undecidedBecause).not.toContain('fault');
    expect(isStoppedEarly(analysis)).toBe(true);
    expect(said).toEqual(['The analysis of slow (supcon) was given up after 0.06 s.']);
  });

  it('rejects with the reason of whoever does not want the answer any more', async () => {
    const controller = new AbortController();
    const { ask } = mathematics(async (_definition, signal) => {
      await whenAborted(signal);
      throw signal.reason;
    });
    const answer = ask(definition, controller.signal);
    const reason = new Error('the text has changed');
    controller.abort(reason);
    await expect(answer).rejects.toBe(reason);
  });

  it('logs what failed by a bug, and passes it on', async () => {
    const { ask, said } = mathematics(async () => {
      throw new AnalysisFailed('a NaN', 'Error: a NaN at x');
    });
    await expect(ask(definition, never())).rejects.toThrow('a NaN');
    expect(said).toEqual(['error: The analysis of slow (supcon) failed: Error: a NaN at x']);
  });
});

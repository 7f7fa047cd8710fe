/** Quick disks are asked here, slow ones in the background; and pieces of work leave the event loop its turns. */
import { describe, expect, it } from 'vitest';
import { createDisk } from '../../src/data/disk';
import { createTurns } from '../../src/data/turns';

function asked(milliseconds: readonly number[], times: number) {
  let clock = 0;
  let call = 0;
  const disk = createDisk(() => clock);
  const where: string[] = [];
  const ask = async () => {
    for (let i = 0; i < times; i++)
      await disk.ask(
        () => {
          clock += milliseconds[call++ % milliseconds.length];
          where.push('here');
        },
        async () => void where.push('background'),
      );
    return where;
  };
  return ask();
}

describe('a disk', () => {
  it('that answers at once is asked here', async () => {
    expect(new Set(await asked([0.01, 0.5, 1.9], 500))).toEqual(new Set(['here']));
  });

  it('that answers slowly is asked in the background, and tried again now and then', async () => {
    const where = await asked([50], 1000);
    const here = where.filter((one) => one === 'here').length;
    expect(where[0]).toBe('here');
    expect(here).toBeGreaterThan(1);
    expect(here).toBeLessThan(10);
  });

  it('passes on what was found and what failed', async () => {
    const disk = createDisk();
    expect(
      await disk.ask(
        () => 3,
        () => Promise.resolve(4),
      ),
    ).toBe(3);
    const refuse = () => {
      throw new Error('refused');
    };
    await expect(disk.ask(refuse, () => Promise.resolve(4))).rejects.toThrow('refused');
  });
});

describe('turns', () => {
  it('let timers and messages in between pieces that take long, however many wait', async () => {
    const turns = createTurns(1);
    const order: string[] = [];
    const work = async (name: string) => {
      await turns.next();
      order.push(name);
      for (const end = performance.now() + 2; performance.now() < end; );
    };
    const all = Array.from({ length: 6 }, (_, i) => work(`work ${i}`));
    const message = new Promise<void>((resolve) =>
      setTimeout(() => {
        order.push('message');
        resolve();
      }),
    );
    await Promise.all([...all, message]);
    expect(order).toHaveLength(7);
    expect(order.indexOf('message')).toBeLessThan(5);
  });

  it('cost pieces that take no time next to nothing', async () => {
    const turns = createTurns(50);
    let waited = false;
    setImmediate(() => {
      waited = true;
    });
    for (let i = 0; i < 100; i++) await turns.next();
    expect(waited).toBe(false);
  });
});

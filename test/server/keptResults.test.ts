/** What is kept of closed files: by content, within bounds, and never instead of what is newer. */
import { describe, expect, it } from 'vitest';
import { createKeptResults, type KeptResult } from '../../src/server/keptResults';

const key = (uri: string, hash = 'h', context = 'c') => ({ uri, hash, context });
const result = (bytes: number): KeptResult => ({
  dependencies: [],
  counts: { objectives: 1, inconsistent: 0, findings: 0 },
  packed: new Uint8Array(bytes),
});

describe('kept results', () => {
  it.each([
    ['another content', key('a', 'other')],
    ['other settings', key('a', 'h', 'other')],
    ['another file', key('b')],
  ])('are not those of %s', (_, asked) => {
    const kept = createKeptResults();
    kept.set(key('a'), result(1));
    expect(kept.get(asked)).toBe(null);
  });

  it('are there again when a content comes back', () => {
    const kept = createKeptResults();
    const first = result(1);
    kept.set(key('a', 'h1'), first);
    kept.set(key('a', 'h2'), result(2));
    expect(kept.get(key('a', 'h1'))).toBe(first);
  });

  it('know a content by the version of the file, and only the last one', () => {
    const kept = createKeptResults();
    kept.saw('a', 'v1', 'h1');
    kept.saw('a', 'v2', 'h2');
    expect([kept.hashOf('a', 'v1'), kept.hashOf('a', 'v2'), kept.hashOf('b', 'v2')]).toEqual([
      null,
      'h2',
      null,
    ]);
  });

  it('go in the order of their last use when they take too much', () => {
    const kept = createKeptResults(100_000);
    for (const uri of ['a', 'b', 'c']) kept.set(key(uri), result(5000));
    kept.get(key('a'));
    for (let i = 0; i < 17; i++) kept.set(key(`more${i}`), result(5000));
    expect([kept.get(key('a')) !== null, kept.get(key('b')), kept.get(key('c'))]).toEqual([true, null, null]);
  });

  it('do not hold one that would push many others out', () => {
    const kept = createKeptResults(100_000);
    kept.set(key('small'), result(5000));
    kept.set(key('huge'), result(50_000));
    expect([kept.get(key('small')) !== null, kept.get(key('huge'))]).toEqual([true, null]);
  });

  it('count every thing that they learn, and nothing twice', () => {
    const kept = createKeptResults();
    kept.saw('a', 'v', 'h');
    const learned = kept.revision;
    kept.saw('a', 'v', 'h');
    kept.get(key('a'));
    expect(kept.revision).toBe(learned);
    kept.set(key('a'), result(1));
    expect(kept.revision).toBeGreaterThan(learned);
  });

  it('prefer what this session learned to what an earlier one knew', () => {
    const earlier = createKeptResults();
    earlier.saw('a', 'v1', 'h1');
    earlier.set(key('a', 'h1'), result(1));
    earlier.saw('b', 'v', 'h');
    const kept = createKeptResults();
    kept.saw('a', 'v2', 'h2');
    const own = result(2);
    kept.set(key('a', 'h1'), own);
    kept.restore(earlier.state());
    expect([kept.hashOf('a', 'v1'), kept.hashOf('a', 'v2'), kept.hashOf('b', 'v')]).toEqual([
      null,
      'h2',
      'h',
    ]);
    expect(kept.get(key('a', 'h1'))).toBe(own);
  });
});

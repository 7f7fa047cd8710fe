/** Configs beside a text are parsed once as long as they stay as they are, by the rules of who loads them. */
import { describe, expect, it } from 'vitest';
import { parseClosedConfig } from '../../../src/language/parsers/closedConfig';

describe('a config that is read again and again', () => {
  it('is parsed once', () => {
    const text = 'tau: 0.1\n';
    expect(parseClosedConfig(text, 'pyyaml')).toBe(parseClosedConfig(text, 'pyyaml'));
    expect(parseClosedConfig('tau: 0.2\n', 'pyyaml')).not.toEqual(parseClosedConfig(text, 'pyyaml'));
  });

  it('has the scalars of who loads it', () => {
    const kindBy = (as: 'pyyaml' | 'omegaconf') => parseClosedConfig('1e-3', as)?.kind;
    expect([kindBy('pyyaml'), kindBy('omegaconf')]).toEqual(['string', 'number']);
  });

  it('is known to be empty', () => {
    expect([parseClosedConfig('', 'omegaconf'), parseClosedConfig('', 'omegaconf')]).toEqual([null, null]);
  });

  it('makes room for others', () => {
    const first = parseClosedConfig('{"tau": 0.3}', 'json');
    const long = (letter: string) => `"${letter.repeat(600_000)}"`;
    const last = [long('a'), long('b')].map((text) => parseClosedConfig(text, 'json')).at(-1);
    expect(parseClosedConfig(long('b'), 'json')).toBe(last);
    expect(parseClosedConfig('{"tau": 0.3}', 'json')).not.toBe(first);
  });
});

/** One source text, two meanings: what an objective file's author means, and what PyYAML 6 would make of it. */
import { describe, expect, it } from 'vitest';
import { resolvePlainScalar } from '../../../src/language/parsers/yamlScalars';

/** The PyYAML column was read off `yaml.safe_load`'s resolver patterns for YAML 1.1. */
const CASES: readonly [source: string, meant: unknown, pyyaml: unknown][] = [
  ['0.1', 0.1, 0.1],
  ['1e-3', 0.001, '1e-3'],
  ['1E5', 100000, '1E5'],
  ['1.0e-3', 0.001, 0.001],
  ['1.e-3', 0.001, 0.001],
  ['1.0e3', 1000, '1.0e3'],
  ['1.', 1, 1],
  ['.5', 0.5, 0.5],
  ['-.5', -0.5, '-.5'],
  ['+1.5', 1.5, 1.5],
  ['1_000', 1000, 1000],
  ['010', 10, 8],
  ['08', 8, '08'],
  ['0x10', 16, 16],
  ['0b11', '0b11', 3],
  ['1:30', '1:30', 90],
  ['-12', -12, -12],
  ['yes', true, true],
  ['Off', false, false],
  ['True', true, true],
  ['~', null, null],
  ['', null, null],
  ['.inf', Infinity, Infinity],
  ['-.INF', -Infinity, -Infinity],
  ['.nan', Number.NaN, Number.NaN],
  ['nan', 'nan', 'nan'],
  ['supcon', 'supcon', 'supcon'],
  ['1.2.3', '1.2.3', '1.2.3'],
  ['1e400', Infinity, '1e400'],
];

describe('plain YAML scalars', () => {
  it.each(CASES)('%s', (source, meant, pyyaml) => {
    expect(resolvePlainScalar(source, 'objective-file')).toBe(meant);
    expect(resolvePlainScalar(source, 'pyyaml')).toBe(pyyaml);
  });

  it.each([
    ['1e-3', 0.001],
    ['-1E+5', -100000],
    ['1_0e1', 100],
    ['0.1', 0.1],
    ['1.e-3', 0.001],
    ['1.0e3', 1000],
    ['010', 8],
    ['yes', true],
    ['e3', 'e3'],
    ['1e', '1e'],
  ])('%s of OmegaConf', (source, value) => {
    expect(resolvePlainScalar(source, 'omegaconf')).toBe(value);
  });
});

/** What a plain YAML scalar means: `1e-3` is a number to us and a string to PyYAML, so the rules are chosen, not assumed. */

/**
 * `objective-file`: what its author means. `pyyaml`: what Python's yaml.safe_load makes of it (YAML 1.1). `omegaconf`:
 * the same, but with `1e-3` for a number, as OmegaConf (Hydra) and jsonargparse (Lightning) have it.
 */
export type ScalarRules = 'objective-file' | 'pyyaml' | 'omegaconf';

export type ScalarValue = number | boolean | string | null;

/** The value of an unquoted scalar, from its source text. */
export function resolvePlainScalar(source: string, rules: ScalarRules): ScalarValue {
  if (/^(?:~|null|Null|NULL|)$/.test(source)) return null;
  if (/^(?:true|True|TRUE|yes|Yes|YES|on|On|ON)$/.test(source)) return true;
  if (/^(?:false|False|FALSE|no|No|NO|off|Off|OFF)$/.test(source)) return false;
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(source)) return source.startsWith('-') ? -Infinity : Infinity;
  if (/^\.(?:nan|NaN|NAN)$/.test(source)) return Number.NaN;
  if (rules === 'objective-file') return resolveNumber(source);
  if (rules === 'omegaconf' && isFloat(source)) return Number(source.replaceAll('_', ''));
  return resolvePyYamlNumber(source);
}

const DECIMAL = /^[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?$/;

/** Every decimal and hexadecimal spelling that reads as a number: 20, 0.1, .1, 1., 1e-3, 1_000, 0x10. */
function resolveNumber(source: string): number | string {
  if (DECIMAL.test(source)) return Number(source.replaceAll('_', ''));
  if (/^0x[0-9a-fA-F]+$/.test(source)) return Number(source);
  return source;
}

/** What only looks like a number to PyYAML: it takes `1e-3` for text, and Python then cannot calculate with it. */
export function isFloat(source: string): boolean {
  return /^[-+]?\d[\d_]*(?:\.[\d_]*)?[eE][-+]?\d+$/.test(source) || /^[-+]?\d[\d_]*\.[\d_]*$/.test(source);
}

/** PyYAML 6: an exponent needs a point before it and a sign in it; a leading zero means octal; colons mean base 60. */
function resolvePyYamlNumber(source: string): number | string {
  const digits = source.replaceAll('_', '');
  const sign = digits.startsWith('-') ? -1 : 1;
  const unsigned = digits.replace(/^[-+]/, '');
  if (/^[-+]?0b[01_]+$/.test(source)) return sign * Number.parseInt(unsigned.slice(2), 2);
  if (/^[-+]?0x[0-9a-fA-F_]+$/.test(source)) return sign * Number.parseInt(unsigned.slice(2), 16);
  if (/^[-+]?0[0-7_]+$/.test(source)) return sign * Number.parseInt(unsigned, 8);
  if (/^[-+]?(?:0|[1-9][\d_]*)$/.test(source)) return Number(digits);
  if (/^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/.test(source))
    return sign * unsigned.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  if (/^(?:[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?|\.\d[\d_]*(?:[eE][-+]\d+)?)$/.test(source))
    return Number(digits);
  return source;
}

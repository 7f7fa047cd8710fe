/** The numbers that PyYAML takes for text, `1e-3`: its YAML 1.1 wants a point before the exponent and a sign behind it. */
import { isFloat } from '../../parsers/yamlScalars';
import type { MapEntry } from '../../values';
import type { FindingList } from '../findingList';

/** `text` is the config's own: in quotes the author has asked for text. */
export function reportFloatsAsStrings(
  entries: readonly MapEntry[],
  parameters: readonly string[],
  text: string,
  findings: FindingList,
): void {
  for (const { key, value } of entries) {
    if (value.kind !== 'string' || !parameters.includes(key) || !isFloat(value.value)) continue;
    if (text.slice(value.span.start, value.span.end) !== value.value) continue;
    const newText = withPoint(value.value);
    findings.findings.push({
      rule: 'float-as-string',
      severity: 'error',
      span: value.span,
      message: `PyYAML reads \`${value.value}\` as text, not as a number, because it wants a point before the exponent and a sign behind it: Python will stop with a TypeError as soon as it calculates with \`${key}\`. Write \`${newText}\`.`,
      fix: { title: `Write ${newText}`, span: value.span, newText },
    });
  }
}

function withPoint(number: string): string {
  const [mantissa, exponent] = number.split(/e/i);
  const point = mantissa.includes('.') ? '' : '.0';
  return `${mantissa}${point}e${/^[-+]/.test(exponent) ? '' : '+'}${exponent}`;
}

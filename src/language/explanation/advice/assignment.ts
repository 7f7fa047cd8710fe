/** A value to set, written as the author would type it. */
import type { Definition } from '../../../objective/definition';

/** `temperature: 0.445` in objective files, `temperature=0.445` in Python. */
export function assignment(definition: Definition, key: string, value: string | number): string {
  const written = typeof value === 'number' ? numeral(value) : value;
  return definition.dialect === 'objective-file'
    ? `${key}: ${written}`
    : `${key.replaceAll('-', '_')}=${written}`;
}

/** PyYAML takes `3e-7` for a string, and `3.0e-7` for the number it is. */
export function numeral(value: number): string {
  return String(value).replace(/^(-?\d+)e/, '$1.0e');
}

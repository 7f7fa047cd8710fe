/** A value to set, written as the line that the author would type. */
import type { Definition } from '../../../objective/definition';

/** `temperature: 0.445` in objective files, `temperature=0.445` in Python. */
export function assignment(definition: Definition, key: string, value: string | number): string {
  return definition.dialect === 'objective-file'
    ? `${key}: ${value}`
    : `${key.replaceAll('-', '_')}=${value}`;
}

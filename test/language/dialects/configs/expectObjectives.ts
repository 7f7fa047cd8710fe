/** Expectations on objectives, written under the words that name them. */
import { expect } from 'vitest';
import type { Definition } from '../../../../src/objective/definition';
import { readCarets } from '../../../support/carets';
import { read } from '../../../support/pythonReader';

export interface Shape {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** Every objective must be marked at its head with `kind, dialect, temperature` and, where unusual, its positives. */
export function expectObjectives({ path, text: marked }: Shape): readonly Definition[] {
  const { text, marks } = readCarets(marked);
  const { definitions, broken, findings } = read(path, text);
  expect({ broken, findings }).toEqual({ broken: [], findings: [] });
  expect(
    definitions.map((definition) => [
      text.slice(definition.headSpan.start, definition.headSpan.end),
      words(definition),
    ]),
  ).toEqual(marks.map(({ span, label }) => [text.slice(span.start, span.end), label]));
  expect(definitions.map(({ headSpan }) => headSpan)).toEqual(marks.map(({ span }) => span));
  for (const { span, headSpan } of definitions)
    expect(span.start <= headSpan.start && headSpan.end <= span.end).toBe(true);
  return definitions;
}

function words({ kind, dialect, positives, parameters: { temperature } }: Definition): string {
  const unusual = positives === 'one-softmax' ? [] : [positives];
  return [kind, dialect, temperature.value ?? temperature.missing, ...unusual].join(', ');
}

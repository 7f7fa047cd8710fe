/** Conditional: a value that nobody knows yet decides, and this says which one and where the border lies. */
import { closedForm, missingWords } from '../missing';
import type { Writer } from './writer';

export const writeConditional: Writer = (definition, analysis) => {
  const condition = closedForm(analysis);
  const missing = missingWords(definition);
  const needs =
    missing === ''
      ? 'The verdict depends on a value that the text does not say.'
      : `The verdict depends on ${missing}, which the text does not say.`;
  return condition === null ? [needs] : [`${needs} What is known: ${condition}.`];
};

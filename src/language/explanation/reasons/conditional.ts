/** Conditional: a value that nobody knows yet decides, and this says which one and where the border lies. */
import { missingWords } from '../missing';
import type { Writer } from './writer';

export const writeConditional: Writer = (definition, { condition }) => {
  const missing = missingWords(definition);
  return [
    missing === ''
      ? 'The verdict depends on a value that is not known here.'
      : `The verdict depends on ${missing}, not known here.`,
    ...(condition === null ? [] : [`What is known: ${condition}.`]),
  ];
};

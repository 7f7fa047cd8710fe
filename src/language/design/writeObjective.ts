/** Writes a design as an objective file, in YAML that both this extension and PyYAML read as it is meant. */
import type { Design } from '../../geometry/remedy/design/designObjective';
import { numeral } from '../../geometry/remedy/words';

/** Numbers are written with all their digits: the file has exactly the optimum that the design was judged by. */
export function writeObjective({ definition, weights }: Design, source: string): string {
  const classes = definition.parameters.classes?.value ?? [];
  const temperature = definition.parameters.temperature.value ?? 1;
  const sizes = classes.map(({ name, count }) => `${yamlName(name)}: ${count}`).join(', ');
  return [
    `# Designed from ${oneLine(source)}: cosines at the optimum are 1 + temperature * log(weight), whatever the class sizes.`,
    'objective: weighted',
    `temperature: ${numeral(temperature)}`,
    `classes: { ${sizes} }`,
    'weights:',
    ...weights.flatMap((row, i) => [
      `  # ${oneLine(classes[i].name)}`,
      `  - [${row.map(numeral).join(', ')}]`,
    ]),
    '',
  ].join('\n');
}

/** Words that YAML takes for something else than text. */
const RESERVED = /^(y|n|yes|no|on|off|true|false|null|~)$/i;

/** A name in quotes unless it is plainly a word; a string of JSON is one of YAML too. */
export function yamlName(name: string): string {
  return /^[A-Za-z_][\w-]*( [\w-]+)*$/.test(name) && !RESERVED.test(name) ? name : JSON.stringify(name);
}

/** Fit for a comment: nothing in it ends the line, in YAML or in Python. */
export const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');

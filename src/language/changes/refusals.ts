/** Why a value is not written where it was asked for: where it comes from, and what to edit instead. */
import type { Definition } from '../../objective/definition';
import { PROJECT_FILE } from '../project';
import { parameterOf } from './changes';

export function elsewhere(key: string, { parameters }: Definition): string {
  const name = parameterOf(key);
  const parameter = name && parameters[name];
  const origin = parameter?.origin ?? 'unresolved';
  const file = /^config (.+)$/.exec(origin)?.[1];
  if (file !== undefined) return `\`${key}\` comes from ${file}: change it there.`;
  const option = /^default of (--.+)$/.exec(origin)?.[1];
  if (option !== undefined)
    return `\`${key}\` is the default of the option ${option}: change the default where the option is declared, or give ${option} on the command line.`;
  if (origin === 'learned')
    return `\`${key}\` is learned: training changes it, and what stands in the text is only where it begins. Fix it in the model first.`;
  if (parameter?.missing !== undefined)
    return `\`${key}\` comes from \`${parameter.missing}\`, which is not known before the program runs: change it where that gets its value.`;
  return inexpressible(key);
}

/** What no call and no config of a library says. */
export function inexpressible(key: string): string {
  if (['dimension', 'views', 'batch'].includes(key))
    return `\`${key}\` is nothing that the loss is built with: change it in the program, and tell Objective Lens in ${PROJECT_FILE} (\`${key}:\`).`;
  if (['classes', 'labels', 'features'].includes(key))
    return `\`${key}\` comes with the data, not with the loss: change it where the data are made, and tell Objective Lens in ${PROJECT_FILE} (\`data:\`) or in a comment above the loss (\`# objective-lens: {${key}: …}\`).`;
  if (key === 'objective')
    return 'The kind of the objective is the class that the program builds: change the class, or write the objective as an objective file.';
  return `\`${key}\` is no argument of this loss: change how the loss computes it, or write the objective as an objective file.`;
}

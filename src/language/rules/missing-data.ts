/** A value that neither the text nor the project file says, with how to give it. */
import type { Definition, ParameterName } from '../../objective/definition';
import { missingParameters, missingWords } from '../explanation/missing';
import { findingAtHead, type Rule } from './rule';

export const missingData: Rule = {
  id: 'missing-data',
  defaultSeverity: 'information',
  check(objective) {
    const { definition, analysis, guess } = objective;
    const missing = missingParameters(definition);
    if (missing.length === 0 || analysis.verdict === 'undecided') return null;
    // What a script lacks is told there, and not at each command that runs it.
    const isToldThere = missing.every((name) => !definition.parameters[name]?.span);
    if (definition.script !== undefined && isToldThere) return null;
    // Decoupled losses have one verdict whatever is missing, and their own finding says it.
    if (analysis.reason === 'decoupled') return null;
    const { condition } = analysis;
    const open = analysis.verdict === 'conditional' ? 'verdict' : 'predicted geometry';
    const finding = findingAtHead('missing-data', 'information', objective, [
      `The ${open} depends on ${missingWords(definition)}, not known here.`,
      ...(guess ? [`${guess.says.replace(/^i/, 'I')}.`] : []),
      ...missing.slice(0, 2).map((name) => howToGive(definition, name)),
      ...(condition === null ? [] : [`Known so far: ${condition}.`]),
    ]);
    return guess?.fix ? { ...finding, fix: guess.fix } : finding;
  },
};

/** An example for each key of an objective file. */
const EXAMPLES: Readonly<Partial<Record<ParameterName, string>>> = {
  temperature: 'temperature: 0.1',
  classes: 'classes: { cat: 500, dog: 50 }',
  labels: 'labels: [0.1, 0.5, 0.9]',
  across: 'across: 0.01',
  kernel: 'kernel: gaussian',
  bandwidth: 'bandwidth: 0.3',
  features: 'features: [[1, 0], [0, 1]]',
  weightTemperature: 'weight-temperature: 0.1',
  samples: 'samples: 50000',
  weights: 'weights: [[1, 0.5], [0.5, 1]]',
  views: 'views: 2',
};

/** The same for values that stand in a data file. */
const IN_FILES: Readonly<Partial<Record<ParameterName, string>>> = {
  classes: '{ file: train.csv, column: label }',
  labels: '{ file: train.csv, column: age }',
  features: '{ file: features.npy }',
};

/** What `data:` in the project file can bind, and what it can set for all objectives. */
const BOUND: readonly ParameterName[] = ['classes', 'labels', 'features'];
const SET_FOR_ALL: readonly ParameterName[] = ['views'];

const DATA_FILE = /\.(?:csv|tsv|npy|npz|parquet|jsonl?|txt)(?: in .*)?$/i;

function howToGive(definition: Definition, name: ParameterName): string {
  const named = definition.parameters[name]?.missing;
  if (named !== undefined && DATA_FILE.test(named))
    return `What is wrong with ${named} is told where it is named.`;
  const example = EXAMPLES[name] ?? `${name}: …`;
  const inFile = IN_FILES[name];
  const orFile = inFile === undefined ? '' : `, or instead of the values a file that holds them: ${inFile}`;
  if (definition.dialect === 'objective-file') return `Add for example: ${example}${orFile}.`;
  if (name === 'samples')
    // A binding has no key for the number of samples: it follows from the class sizes.
    return `Say how many in a comment above the loss, # objective-lens: { ${example} }, or name the data that they come from in objective-lens.yaml: data: [{ objectives: "**", classes: ${IN_FILES.classes} }].`;
  if (BOUND.includes(name))
    return `In objective-lens.yaml: data: [{ objectives: "**", ${example} }]${orFile}.`;
  if (SET_FOR_ALL.includes(name)) return `In objective-lens.yaml: ${example}.`;
  return `Write ${name} as a number or a module constant, or describe the objective in an .objective.yaml file.`;
}

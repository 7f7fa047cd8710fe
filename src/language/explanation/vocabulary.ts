/** What the items of an objective are called: classes or samples, each by a name that a reader recognises. */
import type { Analysis, Item } from '../../geometry/analysis';
import type { Definition, ObjectiveKind, ParameterName } from '../../objective/definition';

/** Longer names would push the rest of the sentence off the screen. */
const LONGEST_NAME = 28;

const CLASS_KINDS: readonly ObjectiveKind[] = ['supcon', 'soft-supcon'];

/** Their items are samples, or classes where the sizes of these are known. */
const SAMPLE_KINDS: readonly ObjectiveKind[] = ['info-nce', 'decoupled'];

/** Whether the items are classes, all samples of which the optimum puts at one point. */
export function hasClasses({ kind, parameters }: Definition): boolean {
  return (
    CLASS_KINDS.includes(kind) ||
    (SAMPLE_KINDS.includes(kind) && (parameters.classes?.value ?? null) !== null)
  );
}

/** `“cat”`, `label 0.3`, `sample 4`. */
export function itemName(definition: Definition, item: Item | undefined): string {
  if (item === undefined) return 'an item';
  if (namesClasses(definition)) return `“${clip(item.name)}”`;
  if ((definition.parameters.labels?.value ?? null) !== null) return `label ${clip(item.name)}`;
  return clip(item.name);
}

/** The name of the item with this index. */
export function nameOf(definition: Definition, analysis: Analysis, index: number): string {
  return itemName(definition, analysis.items[index]);
}

export function itemsWord(definition: Definition): string {
  if (definition.kind === 'clip') return 'pairs';
  if (namesClasses(definition)) return 'classes';
  return hasSeparateViews(definition) ? 'views' : 'samples';
}

/** Whether the views of a sample are items of their own. Where they are its only positives they end at one point. */
export function hasSeparateViews(definition: Definition): boolean {
  const views = definition.parameters.views.value;
  const isSample = !namesClasses(definition) && definition.kind !== 'info-nce' && definition.kind !== 'clip';
  return isSample && views !== null && !views.tied && views.count > 1;
}

/** Whether the items are called classes; those of a weight matrix need not have all weight inside a class. */
const namesClasses = (definition: Definition) =>
  hasClasses(definition) || (definition.parameters.classes?.value ?? null) !== null;

/** What a parameter is in the words of the field, for sentences such as "needs class sizes". */
export const PARAMETER_WORDS: Readonly<Record<ParameterName, string>> = {
  temperature: 'the temperature',
  similarity: 'the latent similarity',
  views: 'the number of views',
  balance: 'the balancing',
  dimension: 'the embedding dimension',
  batch: 'the batch size',
  classes: 'class sizes',
  across: 'the weight across classes',
  labels: 'labels',
  kernel: 'the label kernel',
  bandwidth: 'the bandwidth',
  features: 'features',
  weightTemperature: 'the weight temperature',
  samples: 'the number of samples',
  weights: 'pair weights',
};

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** At most `longest` characters, cut between words. */
export function clipWords(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const words = text.slice(0, longest).replace(/[\s,;:]+\S*$/, '');
  return `${words}…`;
}

/** At most `longest` characters, cut between characters and marked with an ellipsis. */
export function clip(text: string, longest = LONGEST_NAME): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}

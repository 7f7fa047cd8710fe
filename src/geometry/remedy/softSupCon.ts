/** Remedies that give pairs of two classes the weight at which all classes stand evenly, whatever their sizes. */
import type { Definition } from '../../objective/definition';
import type { Analysis } from '../analysis';
import type { Change } from './change';
import type { Proposal, RemedyMaker } from './remedyMaker';
import { simplexCosine, smallestAcross } from './simplex';
import { assignment, cosineWords, hasClassItems, isObjectiveFile, numeral } from './words';

/** SupCon's zero weights become the smallest ones that can be reached. Source: [Vock2026]. */
export const softSupCon: RemedyMaker = ({ definition, analysis }) => {
  if (analysis.reason !== 'zero-weight' || !hasClassItems(definition)) return null;
  if (definition.kind !== 'supcon' && definition.kind !== 'info-nce') return null;
  const across = acrossFor(definition, analysis);
  if (across === null) return null;
  return {
    id: 'soft-supcon',
    title: `Use Soft SupCon with weight ${numeral(across)} across classes`,
    change: { kind: 'soft-supcon', drops: ['samples'], values: { across } },
    ...judgedAlike(definition, { kind: 'soft-supcon', drops: ['samples'], values: { across } }),
    effect: `${evenly(analysis)} A pair of two classes gets this weight where a pair inside a class has 1; SupCon gives it 0.`,
    code: softCode(definition, across),
  };
};

/** Soft SupCon that asks classes farther apart than the sphere has room for, or all to one point. Source: [Vock2026]. */
export const changeAcross: RemedyMaker = ({ definition, analysis: { reason, ...analysis } }) => {
  if (definition.kind !== 'soft-supcon' || (reason !== 'radius' && reason !== 'total-collapse')) return null;
  const across = acrossFor(definition, analysis);
  if (across === null) return null;
  const [id, verb] = reason === 'radius' ? ['raise-across', 'Raise'] : ['lower-across', 'Lower'];
  return {
    id,
    title: `${verb} the weight across classes to ${numeral(across)}`,
    change: { values: { across } },
    ...judgedAlike(definition, { values: { across } }),
    effect: evenly(analysis),
    code: assignment(definition, 'across', across),
  };
};

/** The targets of Soft SupCon are the same for classes of any size that see themselves: one size is judged for all. */
function judgedAlike({ parameters }: Definition, change: Change): Pick<Proposal, 'judged'> {
  const classes = parameters.classes?.value ?? null;
  const views = parameters.views.value?.count ?? 1;
  if (classes === null || classes.some(({ count }) => views * count < 2)) return {};
  const alike = classes.map(({ name }) => ({ name, count: 2 }));
  return { judged: { ...change, values: { ...change.values, classes: alike } } };
}

function acrossFor({ parameters }: Definition, { items }: Pick<Analysis, 'items'>): number | null {
  const temperature = parameters.temperature.value;
  return temperature === null || items.length < 2 ? null : smallestAcross(items.length, temperature);
}

function evenly({ items, similarities }: Pick<Analysis, 'items' | 'similarities'>): string {
  const even = `Every two classes stand at cosine ${cosineWords(simplexCosine(items.length))}, whatever their sizes`;
  const cosines = similarities?.flatMap((row, i) => row.slice(i + 1)) ?? [];
  if (cosines.length === 0) return `${even}.`;
  const [least, most] = cosines.reduce(([a, b], s) => [Math.min(a, s), Math.max(b, s)], [1, -1]);
  const now =
    most - least < 0.005
      ? `all at ${cosineWords(most)}`
      : `from ${cosineWords(least)} to ${cosineWords(most)}`;
  return `${even} (now ${now}).`;
}

/** SupContrast's loss takes the weights as its mask, and normalises them a row. */
function softCode(definition: Definition, across: number): string {
  if (isObjectiveFile(definition)) return `objective: soft-supcon, across: ${numeral(across)}`;
  const weights = `torch.where(labels[:, None] == labels[None, :], 1.0, ${numeral(across)})`;
  return definition.dialect === 'supcontrast'
    ? `criterion(features, mask=${weights}), without labels`
    : `weights = ${weights}, normalised over each anchor's candidates`;
}

/** Reads weights that are written as an expression, and checks what only labels and features show about them. */
import type { Definition, Parameters, Span, WeightExpression } from '../../../objective/definition';
import { UnusableWeight } from '../../../objective/unusableWeight';
import type { PairData } from '../../../objective/weightExpression/compileExpression';
import { ExpressionError } from '../../../objective/weightExpression/expression';
import {
  type CheckedExpression,
  checkExpression,
  compileWeight,
} from '../../../objective/weightExpression/weightExpression';
import { nameSample, pairData } from '../../../objective/weightedSamples';
import type { ValueNode } from '../../values';
import { didYouMean } from '../closestName';
import type { FindingList } from '../findingList';
import { INVALID, type InlineValue, value } from './inlineValue';

export function readExpression(
  node: ValueNode & { kind: 'string' },
  findings: FindingList,
): InlineValue<WeightExpression> {
  try {
    checkExpression(node.value, didYouMean);
    return value({ expression: node.value });
  } catch (error) {
    reportExpression(error, { text: node.value, span: node.span }, findings);
    return INVALID;
  }
}

/** Labels and features that the weights do not look at have no effect; while the weights are unknown they may. */
export function withoutUnusedData(parameters: Parameters, findings: FindingList): Parameters {
  const weights = parameters.weights?.value;
  if (!weights) return parameters;
  const isExpression = 'expression' in weights;
  const needs = isExpression ? checkExpression(weights.expression).needs : { labels: false, features: false };
  const { labels, features, ...others } = parameters;
  for (const [key, variables, parameter] of [
    ['labels', '`y_i` and `y_j`', labels],
    ['features', '`x_i` and `x_j`', features],
  ] as const)
    if (!needs[key] && parameter?.span)
      findings.unknownName(
        parameter.span,
        isExpression
          ? `\`${key}\` has no effect: the weights do not look at ${variables}. Remove it, or use it in \`weights\`.`
          : `\`${key}\` has no effect: the weights are a matrix. Remove it, or write \`weights\` as an expression of ${variables}.`,
      );
  return {
    ...others,
    ...(needs.labels ? { labels: labels ?? UNKNOWN } : {}),
    ...(needs.features ? { features: features ?? UNKNOWN } : {}),
  };
}

const UNKNOWN = { value: null, origin: 'unresolved', span: null } as const;

/** What the data show: vectors where numbers belong, tables that do not fit together, weights that are none. */
export function checkExpressionData(definition: Definition, findings: FindingList): void {
  const { parameters, headSpan } = definition;
  const weights = parameters.weights?.value;
  if (definition.kind !== 'weighted' || !weights || !('expression' in weights)) return;
  const checked = checkExpression(weights.expression);
  const { needs } = checked;
  const labels = needs.labels ? (parameters.labels?.value ?? null) : null;
  const features = needs.features ? (parameters.features?.value ?? null) : null;
  if ((needs.labels && labels === null) || (needs.features && features === null)) return;
  const span = parameters.weights?.span ?? headSpan;
  if (labels !== null && features !== null && !areOfSameRows(parameters))
    findings.invalid(
      span,
      'The weights compare labels and features of the same samples, but rows without a value were left out of one of their files, so that it is not known which belong together. Write a file of only the samples that have both.',
    );
  else if (labels !== null && features !== null && labels.length !== features.length)
    findings.invalid(
      span,
      `The weights compare labels and features, but there are ${labels.length} labels and ${features.length} rows of features. Give both one row for each sample.`,
    );
  else checkWeights({ labels, features }, checked, { text: weights.expression, span }, findings);
}

/** Rows that are missing in one file move all later ones against those of the other. */
function areOfSameRows({ labels, features }: Parameters): boolean {
  const hasGaps = [labels, features].some((parameter) =>
    parameter?.file?.leftOut?.some(({ kind }) => kind === 'missing'),
  );
  return !hasGaps;
}

type Table = readonly (readonly number[])[];

/** An expression and where it stands. */
interface Place {
  readonly text: string;
  readonly span: Span;
}

/** Looks at the pairs of as many samples as there is time for while somebody types; the analysis looks at all. */
function checkWeights(all: PairData, checked: CheckedExpression, place: Place, findings: FindingList): void {
  try {
    // The shapes are those of any rows.
    const { cost } = compileWeight(checked, all);
    const shown = spread(all, Math.min(MOST_CHECKED, Math.floor(Math.sqrt(MOST_OPERATIONS / cost))));
    const pick = (table: Table | null) => table && shown.map((i) => table[i]);
    const { logWeight, weight } = compileWeight(
      checked,
      pairData(checked.needs, pick(all.labels), pick(all.features)),
    );
    let hasWeight = false;
    for (const [k, i] of shown.entries())
      for (const [l, j] of shown.entries()) {
        const log = logWeight(k, l);
        if (Number.isNaN(log)) {
          const { message } = new UnusableWeight([nameSample(all, i), nameSample(all, j)], weight(k, l));
          findings.invalid(place.span, `${capital(message)}. ${WEIGHTS_ARE}`);
          return;
        }
        hasWeight ||= log > -Infinity;
      }
    if (!hasWeight) findings.invalid(place.span, NO_WEIGHT);
  } catch (error) {
    reportExpression(error, place, findings);
  }
}

const WEIGHTS_ARE = 'Weights are normalised to probabilities, so each must be a number of at least 0.';
const NO_WEIGHT =
  'Every weight is 0, so no anchor has a positive and there is nothing to learn. Labels that are farther apart than the expression reaches, or in another unit than it expects, do this.';

const capital = (text: string) => text[0].toUpperCase() + text.slice(1);

/** Samples whose pairs are looked at, and operations for all of them: a tenth of a second. */
const MOST_CHECKED = 200;
const MOST_OPERATIONS = 10_000_000;

/** Samples spread evenly, in the order of their labels where a label is one number. */
function spread({ labels, features }: PairData, most: number): readonly number[] {
  const count = labels?.length ?? features?.length ?? 0;
  const order = labels !== null && labels[0].length === 1 ? orderOf(labels) : null;
  const at = (k: number) => order?.[k] ?? k;
  if (count <= most) return Array.from({ length: count }, (_, k) => at(k));
  return Array.from({ length: most }, (_, k) => at(Math.round((k * (count - 1)) / (most - 1))));
}

/** Sorted once: the labels of a file stay the same table while somebody types, and may be a million. */
const orders = new WeakMap<Table, Uint32Array>();

function orderOf(labels: Table): Uint32Array {
  const known = orders.get(labels);
  if (known) return known;
  const order = Uint32Array.from({ length: labels.length }, (_, i) => i);
  order.sort((i, j) => labels[i][0] - labels[j][0]);
  orders.set(labels, order);
  return order;
}

/** Any other error is a fault of ours. */
function reportExpression(error: unknown, { text, span }: Place, findings: FindingList): void {
  if (!(error instanceof ExpressionError)) throw error;
  findings.invalid(placeIn(text, span, error.span), error.message);
}

/** The place of a part of a text value: as written, or inside quotes; the whole value where it is written otherwise. */
function placeIn(text: string, whole: Span, part: Span): Span {
  const around = whole.end - whole.start - text.length;
  const isOneLine = !/[\r\n]/.test(text) && (around === 0 || around === 2);
  if (!isOneLine || part.start === part.end) return whole;
  const start = whole.start + around / 2;
  return { start: start + part.start, end: start + part.end };
}

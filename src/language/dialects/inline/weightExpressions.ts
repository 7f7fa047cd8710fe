/** Reads weights that are written as an expression, and checks what only labels and features show about them. */
import type { Definition, Parameters, Span, WeightExpression } from '../../../objective/definition';
import { UnusableWeight } from '../../../objective/unusableWeight';
import { ExpressionError } from '../../../objective/weightExpression/expression';
import { checkExpression } from '../../../objective/weightExpression/weightExpression';
import { weightedSamples } from '../../../objective/weightedSamples';
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
    reportExpression(error, node.value, node.span, findings);
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
  const { needs } = checkExpression(weights.expression);
  const labels = needs.labels ? (parameters.labels?.value ?? null) : null;
  const features = needs.features ? (parameters.features?.value ?? null) : null;
  if ((needs.labels && labels === null) || (needs.features && features === null)) return;
  const span = parameters.weights?.span ?? headSpan;
  if (labels !== null && features !== null && labels.length !== features.length)
    findings.invalid(
      span,
      `The weights compare labels and features, but there are ${labels.length} labels and ${features.length} rows of features. Give both one row for each sample.`,
    );
  else checkWeights(parameters, weights.expression, span, findings);
}

function checkWeights(parameters: Parameters, text: string, span: Span, findings: FindingList): void {
  try {
    const { grouping, logWeight } = weightedSamples(parameters);
    const looked = spread(grouping.representative, MOST_CHECKED);
    const hasWeight = looked.map((i) =>
      looked.map((j) => logWeight(i, j, false)).some((log) => log > -Infinity),
    );
    if (hasWeight.includes(true)) return;
    findings.invalid(
      span,
      'Every weight is 0, so no anchor has a positive and there is nothing to learn. Labels that are farther apart than the expression reaches, or a unit other than it expects, do this.',
    );
  } catch (error) {
    if (error instanceof UnusableWeight) {
      const { message } = error;
      findings.invalid(
        span,
        `${message[0].toUpperCase()}${message.slice(1)}. Weights are normalised to probabilities, so each must be a number of at least 0.`,
      );
    } else reportExpression(error, text, span, findings);
  }
}

/** Different samples whose pairs are looked at while somebody types: 40,000 pairs. */
const MOST_CHECKED = 200;

function spread(items: readonly number[], most: number): readonly number[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, k) => items[Math.round((k * (items.length - 1)) / (most - 1))]);
}

/** Any other error is a fault of ours. */
function reportExpression(error: unknown, text: string, span: Span, findings: FindingList): void {
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

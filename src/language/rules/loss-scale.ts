/** A loss that is a multiple of the cross-entropy: its optimum stays, its gradients are scaled. */
import type { Definition, Parameter } from '../../objective/definition';
import { short } from '../explanation/numbers';
import type { Fix } from '../finding';
import { type RemarkOf, ruleOfRemark, type Said } from './remarked';

export const lossScale = ruleOfRemark(
  'loss-scale',
  'information',
  'scaled-loss',
  (remark, { definition }): Said | null => {
    const { factor, formula } = remark;
    // Whether an unknown temperature scales anything is not known; that it is unknown is said elsewhere.
    if (factor === null || Math.abs(factor - 1) < SAME) return null;
    const { temperature } = definition.parameters;
    const at = temperature.value === null ? '' : ` at temperature ${short(temperature.value)}`;
    const times = `${short(factor)} times`;
    return {
      severity: 'information',
      sentences: [
        `The loss is ${times} the cross-entropy${at} (${formula}): same optimum, gradients ${times} as large, as if the learning rate were.`,
        ...advice(remark, temperature),
      ],
      fix: fixOf(remark, definition),
    };
  },
);

/** Nobody sees a difference below a thousandth. */
const SAME = 1e-3;

type Scaled = RemarkOf<'scaled-loss'>;

/** The argument that the temperature is divided by. */
const baseOf = ({ formula }: Scaled) => /\/\s*(\w+)$/.exec(formula)?.[1] ?? null;

function advice(remark: Scaled, { value }: Parameter<number>): string[] {
  const base = baseOf(remark);
  const effect = 'Adam hardly notices; SGD, weight decay and other loss terms beside it do.';
  if (base === null || value === null) return [effect];
  return [`Pass \`${base}=${short(value, 12)}\` to leave the loss as it is.`, effect];
}

/** Only where the argument is given there is a place for it; else the remark stands at the head. */
function fixOf(remark: Scaled, { parameters, headSpan }: Definition): Fix | null {
  const base = baseOf(remark);
  const { value } = parameters.temperature;
  if (remark.span.start === headSpan.start || base === null || value === null) return null;
  const newText = short(value, 12);
  return { title: `Set ${base} to ${newText}, the temperature`, span: remark.span, newText };
}

/** A deviation σ given where the kernel wants its variance: label distances are measured in √σ, not in σ. */
import type { Span } from '../../objective/definition';
import { short } from '../explanation/numbers';
import type { Fix } from '../finding';
import { type RemarkOf, ruleOfRemark, type Said } from './remarked';

export const bandwidthIsVariance = ruleOfRemark(
  'bandwidth-is-variance',
  'warning',
  'bandwidth-is-variance',
  (remark): Said | null => {
    if (isSquared(remark.words)) return null;
    return namesDeviation(remark.words) ? deviationGiven(remark) : numberGiven(remark);
  },
);

type Given = RemarkOf<'bandwidth-is-variance'>;

/** `sigma**2`, `sigma * sigma`, `np.square(sigma)`, `variance`: the author knows. */
function isSquared(words: string): boolean {
  return /\*\*\s*2|\^\s*2|\b(\S+) \* \1\b|square|pow|(?:^|[^a-z])(?:var|cov)|sq(?:$|[^a-z])|sigma_?2/i.test(
    words,
  );
}

function namesDeviation(words: string): boolean {
  return /(?:^|[^a-z])(?:sigma|std|stdev|scale)(?:$|[^a-z0-9])|deviation/i.test(words);
}

function deviationGiven({ words, given, span }: Given): Said {
  if (given === null)
    return {
      severity: 'warning',
      sentences: [
        `\`bandwidth\` is the variance σ² of the kernel: with \`${words}\` for it, σ is the square root of \`${words}\`, and label distances are not measured in the unit that was meant.`,
        `If \`${words}\` is σ, give its square.`,
      ],
      fix: squareOf(words, null, span),
    };
  if (given === 1)
    return { severity: 'information', sentences: [onlyAtOne(words)], fix: squareOf(words, 1, span) };
  return {
    severity: 'warning',
    sentences: [
      `\`bandwidth\` is the variance σ² of the kernel: with \`${words}\` for it, σ = ${short(Math.sqrt(given))} and not ${short(given)}, so label distances count ${times(Math.sqrt(given))}.`,
      `${pulled(given)} Give the square of σ, ${short(given ** 2, 6)}.`,
    ],
    fix: squareOf(words, given, span),
  };
}

const onlyAtOne = (words: string) =>
  `\`bandwidth\` is the variance σ² of the kernel. \`${words}\` is 1, which is its own square; any other σ has to be squared.`;

/** A bare number may be meant as either; at 1 both are the same. */
function numberGiven({ words, given, span }: Given): Said | null {
  if (given === null || given === 1 || !/^[\d._e+-]+$/i.test(words)) return null;
  const square = short(given ** 2, 6);
  return {
    severity: 'information',
    sentences: [
      `\`bandwidth\` is the variance σ² of the kernel: with ${words} for it, σ is ${short(Math.sqrt(given))}, in the unit of the labels.`,
      `If you mean σ = ${words}, write ${square}; as it stands, label distances count ${times(Math.sqrt(given))}.`,
    ],
    fix: {
      title: `Write ${square}, for σ = ${words}`,
      span,
      newText: String(Number((given ** 2).toPrecision(12))),
    },
  };
}

function times(factor: number): string {
  if (factor === 2) return 'twice as much';
  return factor > 1 ? `${short(factor)} times as much` : `only ${short(factor)} times as much`;
}

function pulled(given: number): string {
  return given > 1
    ? 'Samples with similar labels are pulled together less than was meant.'
    : 'Samples with different labels are pulled together more than was meant.';
}

/** A name can be squared where it stands; what a config interpolates only as a number. */
function squareOf(words: string, given: number | null, span: Span): Fix | null {
  if (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(words)) {
    const newText = `${words}**2`;
    return { title: `Write ${newText}`, span, newText };
  }
  if (given === null || given === 1) return null;
  const square = String(Number((given ** 2).toPrecision(12)));
  return { title: `Write ${square}, the square of ${short(given, 6)}`, span, newText: square };
}

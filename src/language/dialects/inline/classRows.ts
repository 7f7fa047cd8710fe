/** A weight matrix over classes needs a row for each class; neither of the two keys can know that by itself. */
import type { Parameters, Span } from '../../../objective/definition';
import type { FindingList } from '../findingList';

export function checkClassRows(
  { classes, weights }: Parameters,
  headSpan: Span,
  findings: FindingList,
): void {
  const sizes = classes?.value ?? null;
  const source = weights?.value ?? null;
  if (sizes === null || source === null) return;
  const span = classes?.span ?? headSpan;
  if ('expression' in source)
    findings.invalid(
      span,
      '`classes` belongs to weights that are a matrix, one row a class, but here `weights` is a formula of samples. Remove `classes`, or write the matrix.',
    );
  else if (source.length !== sizes.length)
    findings.invalid(
      span,
      `\`classes\` names ${sizes.length} classes, but \`weights\` has ${source.length} rows. With \`classes\`, row c holds what an anchor of class c weighs a sample of each class: give both the same number.`,
    );
}

/**
 * The y-Aware loss of its authors (github.com/Duplums/yAwareContrastiveLearning), a script that is copied. Its sigma is
 * a deviation, and like nidl's its weights are divided by column sums. Forks have other signatures: theirs win.
 */
import type { Kernel, Parameter } from '../../../../objective/definition';
import type { LossArguments } from '../lossArguments';
import { type LossClass, type OwnParameters, ofLibrary, SOFTMAX } from '../lossClass';
import { signature } from '../lossSignature';
import { POSITIVE } from './ranges';

export const Y_AWARE_SCRIPT: readonly LossClass[] = ofLibrary('y-aware', 'The y-Aware script', [
  {
    ...SOFTMAX,
    ...signature('kernel="rbf", temperature=0.1, return_logits, sigma=1'),
    name: 'GeneralizedSupervisedNTXenLoss',
    kind: 'y-aware',
    readOwn: readKernel,
  },
  { ...SOFTMAX, ...signature('temperature=0.1, return_logits'), name: 'NTXenLoss', kind: 'info-nce' },
]);

function readKernel(args: LossArguments): OwnParameters {
  const name = args.plain('kernel');
  const span = args.spanOf('kernel');
  const kernel: Parameter<Kernel> =
    name === 'rbf'
      ? { value: 'gaussian', origin: span ? 'literal' : 'default of the library', span }
      : { value: null, origin: 'unresolved', span, missing: 'kernel' };
  const bandwidth = args.loss.parameters.some((parameter) => parameter.name === 'sigma')
    ? args.number('sigma', POSITIVE)
    : ({ value: null, origin: 'unresolved', span: null, missing: 'sigma' } as const);
  return {
    parameters: { kernel, bandwidth },
    remarks: [{ kind: 'column-normalised-weights', span: args.span }],
  };
}

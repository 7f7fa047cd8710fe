/** nidl (neuroimaging with deep learning): InfoNCE, y-Aware InfoNCE and decoupled losses, alone and in estimators. */
import { ofLibrary, type PythonDialect, SOFTMAX } from '../lossClass';
import { signature } from '../lossSignature';
import { readYAware } from './nidlKernels';

const Y_AWARE = {
  ...SOFTMAX,
  name: 'YAwareInfoNCE',
  ...signature('kernel="gaussian", bandwidth=1, temperature=0.1'),
  kind: 'y-aware',
  labels: { position: 2, name: 'labels' },
  readOwn: readYAware,
} as const;

/** An estimator builds its loss of the arguments of the same names; others are for its network and trainer. */
const ESTIMATOR = { ...SOFTMAX, takesAnyKeyword: true, takesAnyPosition: true } as const;

const ENCODER = 'encoder, proj_input_dim, proj_hidden_dim, proj_output_dim';

export const NIDL: PythonDialect = {
  packages: ['nidl'],
  classes: ofLibrary('nidl', 'nidl', [
    { ...SOFTMAX, ...signature('temperature=0.1'), name: 'InfoNCE', kind: 'info-nce' },
    Y_AWARE,
    { ...SOFTMAX, ...signature('temperature=0.1, pos_weight_fn'), name: 'DCLLoss', kind: 'decoupled' },
    // The order of lightly's class of this name is the other one.
    { ...SOFTMAX, ...signature('sigma=0.5, temperature=0.1'), name: 'DCLWLoss', kind: 'decoupled' },
    { ...signature(`${ENCODER}, *, temperature=0.1`), ...ESTIMATOR, name: 'SimCLR', kind: 'info-nce' },
    { ...signature(`${ENCODER}, *, temperature=0.1`), ...ESTIMATOR, name: 'DCL', kind: 'decoupled' },
    {
      ...signature(`${ENCODER}, *, kernel="gaussian", bandwidth=1, temperature=0.1`),
      ...ESTIMATOR,
      name: 'YAwareContrastiveLearning',
      kind: 'y-aware',
      readOwn: readYAware,
    },
  ]),
};

/** The class of older releases and of copies, whose kernel is an object. */
export const Y_AWARE_INFO_NCE = { ...Y_AWARE, dialect: 'nidl', owner: 'nidl' };

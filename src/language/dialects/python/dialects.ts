/** All libraries and scripts whose losses are known, and how a class is found by its import path or its name. */
import { LIGHTLY } from './libraries/lightly';
import { NIDL, Y_AWARE_INFO_NCE } from './libraries/nidl';
import { PYTORCH_METRIC_LEARNING } from './libraries/pytorchMetricLearning';
import { SCRIPT_LOSSES } from './libraries/scripts';
import { SENTENCE_TRANSFORMERS, SETFIT } from './libraries/sentenceTransformers';
import { SOLO_LEARN } from './libraries/soloLearn';
import { TENSORFLOW_SIMILARITY } from './libraries/tensorflow';
import { BOLTS, INFO_NCE, MONAI, OPEN_MMLAB } from './libraries/viewLosses';
import { OPEN_CLIP } from './libraries/visionLanguage';
import type { LossClass, PythonDialect } from './lossClass';

const DIALECTS: readonly PythonDialect[] = [
  PYTORCH_METRIC_LEARNING,
  NIDL,
  LIGHTLY,
  SOLO_LEARN,
  MONAI,
  BOLTS,
  OPEN_MMLAB,
  INFO_NCE,
  OPEN_CLIP,
  SENTENCE_TRANSFORMERS,
  SETFIT,
  TENSORFLOW_SIMILARITY,
];

/** Names that say what objective a class builds, whoever wrote it. */
export const KINDS_BY_NAME: Readonly<Record<string, LossClass['kind'] | undefined>> = {
  SupConLoss: 'supcon',
  SupConLoss_clear: 'supcon',
  SupervisedContrastiveLoss: 'supcon',
  SupervisedContrastive: 'supcon',
  NTXentLoss: 'info-nce',
  NTXent: 'info-nce',
  NT_Xent: 'info-nce',
  NTXenLoss: 'info-nce',
  InfoNCE: 'info-nce',
  InfoNCELoss: 'info-nce',
  InfoNceLoss: 'info-nce',
  SimCLRLoss: 'info-nce',
};

/** Packages whose classes are found by their import path. */
export const PACKAGES: ReadonlySet<string> = new Set(DIALECTS.flatMap(({ packages }) => packages));

/** Every name that a dialect knows. */
export const LOSS_NAMES: ReadonlySet<string> = new Set([
  ...SCRIPT_LOSSES.map(({ name }) => name),
  ...DIALECTS.flatMap(({ classes }) => classes.map(({ name }) => name)),
  ...Object.keys(KINDS_BY_NAME),
]);

/** The class of a library by its full path; the module inside the package matters only where two share a name. */
export function libraryLoss([root, ...rest]: readonly string[]): LossClass | null {
  const dialect = DIALECTS.find(({ packages }) => packages.includes(root));
  const named = dialect?.classes.filter(({ name }) => name === rest.at(-1)) ?? [];
  const within = named.find((one) => one.within !== undefined && rest.includes(one.within));
  return within ?? named.find((one) => one.within === undefined) ?? null;
}

/** The class of a script that is copied around, by its name. */
export function scriptLoss(name: string): LossClass | null {
  if (/^yaware(?:infonce)?$/i.test(name)) return Y_AWARE_INFO_NCE;
  return SCRIPT_LOSSES.find((loss) => loss.name === name) ?? null;
}

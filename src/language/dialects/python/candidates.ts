/** Which calls of a text may build or compute a contrastive loss: told by name, before anything is looked up. */
import type { PythonCall, PythonFile } from '../../parsers/python/file';
import { KINDS_BY_NAME, LOSS_NAMES } from './dialects';

/** Classes of frameworks that every training script calls, and that are no contrast of samples. */
const NOT_CONTRASTIVE = new Set(
  `CrossEntropyLoss MSELoss L1Loss SmoothL1Loss HuberLoss BCELoss BCEWithLogitsLoss NLLLoss KLDivLoss CTCLoss
  PoissonNLLLoss GaussianNLLLoss HingeEmbeddingLoss MarginRankingLoss MultiLabelMarginLoss MultiMarginLoss
  SoftMarginLoss MultiLabelSoftMarginLoss CosineEmbeddingLoss TripletMarginLoss TripletMarginWithDistanceLoss
  AdaptiveLogSoftmaxWithLoss FocalLoss DiceLoss LabelSmoothingLoss BarlowTwinsLoss VICRegLoss SwaVLoss DINOLoss
  BetaVAELoss SparseCategoricalCrossentropy CategoricalCrossentropy BinaryCrossentropy PerceptualLoss GANLoss
  ValueError RuntimeError AverageMeter`.split(/\s+/),
);

/** A class of somebody's own that may be one; and a function, whose name must say more. */
const CLASS = /^_*[A-Z]\w*(?:Loss|Criterion|NCE|Xent|XEnt|Contrast\w*|SupCon|SCL)\w*$/;
const FUNCTION = /contrast|(?:^|_)(?:info_?)?nce(?:_|$)|nt_?xent|simclr|sup_?con|clip_loss/i;
const METHOD_OF_OBJECTS = /^(?:loss|criterion|loss_fn|loss_func|compute_loss|get_loss|contrastive|forward)$/;

/** A class that a module of settings holds: `LOSS = losses.SupConLoss`. */
const SETTING = /^(?:[A-Z]+_)?(?:LOSS|CRITERION)(?:_FN|_FUNC|_CLASS)?$/;

/** Whether a class of this name may be a loss rather than what trains with one. */
export const isLossClassName = (name: string): boolean =>
  CLASS.test(name) || Object.hasOwn(KINDS_BY_NAME, name);

/** Whether calls of this name are looked up. */
export function mayBeLoss(name: string): boolean {
  if (LOSS_NAMES.has(name)) return true;
  if (NOT_CONTRASTIVE.has(name) || METHOD_OF_OBJECTS.test(name)) return false;
  return (
    CLASS.test(name) ||
    SETTING.test(name) ||
    (/^[a-z_]/.test(name) && FUNCTION.test(name) && /loss|nce|xent|objective/i.test(name))
  );
}

/** In the order of the text: calls by name, under other names too, of what a subscript gives, and pairs. */
export function candidateCalls(
  file: PythonFile,
  isLoss: (name: string) => boolean = mayBeLoss,
): readonly PythonCall[] {
  const others = otherNames(file.text, isLoss);
  const names = file.calledNames.filter((name) => isLoss(name) || others.has(name));
  const calls = names.flatMap((name) => file.callsNamed(name));
  const pairs = file.pairs.filter(({ span }) => {
    const name = /^\(\s*(?:[\w.]*\.)?(\w+)/.exec(file.text.slice(span.start, span.start + 200))?.[1] ?? '';
    return isLoss(name) || others.has(name);
  });
  return [...calls, ...file.indexedCalls, ...pairs].sort((a, b) => a.span.start - b.span.start);
}

const LONGEST_NAME = 80;

/** Classes that are derived from others, and names that a module of losses gives out. */
const DERIVED = /^[ \t]*class[ \t]+(\w+)[ \t]*\(([^()]{1,200})\)/gm;
const OF_LOSSES =
  /^[ \t]*from[ \t]+[.\w]{0,80}(?:loss|criteri|contrast)\w{0,40}[ \t]+import[ \t]+(\([^()]*\)|[^\n#;]*)/gim;

/** What imports, assignments and classes call a known name: `import X as Y`, `Y = X`, `class Y(X)`. */
function otherNames(text: string, isLoss: (name: string) => boolean): ReadonlySet<string> {
  // What a module of losses has may be derived from one there: its definition tells.
  const others = new Set<string>(
    [...text.matchAll(OF_LOSSES)].flatMap(
      ({ 1: names }) => names.match(/\b_*[A-Z]\w*(?=\s*(?:[,)]|$))/gm) ?? [],
    ),
  );
  for (const framework of NOT_CONTRASTIVE) others.delete(framework);
  const isKnown = (name: string) => isLoss(name) || others.has(name);
  for (const { 1: other, index } of text.matchAll(/\sas\s+(\w+)/g)) {
    const known = /\w+$/.exec(text.slice(Math.max(0, index - LONGEST_NAME), index));
    if (known && isKnown(known[0])) others.add(other);
  }
  for (const [, other, known] of text.matchAll(
    /^[ \t]*(\w+)[ \t]*=[ \t]*(?:[\w.]+\.)?(\w+)[ \t]*(?:#.*)?$/gm,
  ))
    if (isKnown(known)) others.add(other);
  for (const [, derived, bases] of text.matchAll(DERIVED))
    if (bases.split(',').some((base) => isKnown(/\w+\s*$/.exec(base)?.[0].trim() ?? ''))) others.add(derived);
  return others;
}

/** Words of which one stands in every config that holds a loss: looked for before anything is parsed. */
import { LOSS_NAMES } from '../python/dialects';
import { VISSL_NAMES } from './vissl';

/** Registries' words and methods, without capitals. */
const WORDS =
  `supcon sup_con sup-con supervisedcontrast supervised_contrast supervised-contrast ntxent nt_xent nt-xent
  infonce info_nce info-nce simclr nnclr moco all4one ressl contrastivehead contrastiveloss`.split(/\s+/);

const ALL = [...WORDS, ...[...LOSS_NAMES, ...VISSL_NAMES].map((name) => name.toLowerCase())];
/** A word that holds another one stands nowhere without it. */
const MARKS = ALL.filter((word) => !ALL.some((other) => other !== word && word.includes(other)));

/** A class of the project's own, by its path. */
const TARGET = /(?:target_?|class_path)["']?\s*[:=]\s*["']?[\w.]*(?:contrast|nce|xent|scl|loss|criterion)/;

/** Searching for one word after another is several times faster than one expression of them all. */
export function mayHoldLoss(text: string): boolean {
  const lower = text.toLowerCase();
  if (MARKS.some((word) => lower.includes(word))) return true;
  return (lower.includes('target') || lower.includes('class_path')) && TARGET.test(lower);
}

/** Words of which one stands in every config that holds a loss: looked for before anything is parsed. */
import { LOSS_NAMES } from '../python/dialects';
import { mayBeKey } from './registryKeys';
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

/** A loss that is named by a key of some registry, and not by a loss of PyTorch. */
const KEYED =
  /(?:criterion|criteria|loss\w{0,20}|objective)["']?(?:\s{0,20}[:=]\s{0,20}(?:\{|dict\()?|\])\s{0,40}["']?(?:name|type|loss_name|loss_type|class_name)["']?\s{0,20}[:=]\s{0,20}["']?([\w.-]{1,62})/g;

/** Searching for one word after another is several times faster than one expression of them all. */
export function mayHoldLoss(text: string): boolean {
  const lower = text.toLowerCase();
  if (MARKS.some((word) => lower.includes(word))) return true;
  if (lower.includes('loss') || lower.includes('criteri') || lower.includes('objective'))
    for (const [, key] of lower.matchAll(KEYED)) if (mayBeKey(key)) return true;
  return (lower.includes('target') || lower.includes('class_path')) && TARGET.test(lower);
}

/** The words by which registries of many projects know their losses: the project's own class, so by its name only. */
import type { MapEntry } from '../../values';
import type { LossClass } from '../python/lossClass';
import { classNamed } from './lossClasses';

/** Without capitals, separators, and the word loss at the end. */
const CLASS_OF_WORD: Readonly<Record<string, string | undefined>> = {
  supcon: 'SupConLoss',
  supcontrast: 'SupConLoss',
  supcontrastive: 'SupConLoss',
  supervisedcontrastive: 'SupConLoss',
  ntxent: 'NTXentLoss',
  infonce: 'InfoNCE',
  simclr: 'NTXentLoss',
  simclrinfonce: 'NTXentLoss',
};

/** Null for a word that is no contrastive loss, or not surely one. */
export function lossOfWord(word: string, given: readonly MapEntry[]): LossClass | null {
  const keywords = given.map(({ key }) => key);
  const name = word.slice(word.lastIndexOf('.') + 1);
  const plain = name
    .toLowerCase()
    .replace(/[-_\s]/g, '')
    .replace(/loss$/, '');
  const known = Object.hasOwn(CLASS_OF_WORD, plain) ? CLASS_OF_WORD[plain] : undefined;
  return classNamed(known ?? name, keywords);
}

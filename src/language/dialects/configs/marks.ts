/** Words of which one stands in every config that holds a loss: looked for before anything is parsed. */
import { CLASS_NAMES } from './lossClasses';
import { VISSL_NAMES } from './vissl';

/** Registry words and methods, all of which are parts of these. */
const WORDS = [
  'sup_?con',
  'supervised[_-]?contrast',
  'nt[_-]?xent',
  'info[_-]?nce',
  'simclr',
  'nnclr',
  'moco',
  'all4one',
  'ressl',
  'ContrastiveHead',
];

const MARK = new RegExp([...WORDS, ...CLASS_NAMES, ...VISSL_NAMES].join('|'), 'i');

export const mayHoldLoss = (text: string) => MARK.test(text);

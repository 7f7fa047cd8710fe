/** Where code divides similarities by a temperature: `logits / self.T`, `torch.div(dots, args.tau)`, `sim /= 0.07`. */

export interface Scaling {
  /** The temperature as it is written, and where. */
  readonly words: string;
  readonly start: number;
  /** The similarities are multiplied: it is one over the temperature. */
  readonly inverse: boolean;
}

/** `config.loss.` and `args["loss"]` before the last name. */
const OBJECT = String.raw`(?:[\p{L}_]\w*(?:\[["']\w+["']\])?\.)*`;
const PREFIX = String.raw`(?:[\p{L}_]\w*_)?`;
const LONG = '(?:temperature|temp|tau|TEMPERATURE|TEMP|TAU|Temperature)(?:_\\w+|\\d)?';
const NAME = String.raw`(?:${OBJECT}(?:${PREFIX}${LONG}|[A-Za-z]\w*_[tT])|(?:(?:self|args|opt|cfg|config|hparams|self\.args|self\.hparams)\.)?[tT])`;
const KEY = String.raw`${OBJECT}[\p{L}_]\w*\[["']${PREFIX}(?:${LONG}|[tT])["']\]`;
const END = String.raw`(?![\w([.])`;

/** The bounds keep a line without an end from being read again and again. */
const DIVIDED = String.raw`(?:(?<!\/)\/=?\s{0,3}\(?\s{0,3}|\bdiv_?\((?:[^(),\n]|\((?:[^()\n]|\([^()\n]{0,60}\)){0,80}\)){1,80},\s{0,3}|\/\s{0,3}float\(|\/\s{0,3}\(\s{0,3}\w+\s{0,3}\*\s{0,3})`;
const BY_NAME = new RegExp(`${DIVIDED}(?<words>${KEY}|${NAME})${END}`, 'gu');
/** A bare number is a temperature only where similarities stand before it. */
const BY_NUMBER =
  /(?:logits?\w*|sim\w*|dots?\w*|scores?|cos\w*|cov|\.[tT]\(\)\)?|\.T\)?)\s{0,3}\/=?\s{0,3}(?<words>0?\.\d+)(?![\w.(])/gu;
/** `scores * temp3`: some give one over the temperature the temperature's name, some call it scale. */
const MULTIPLIED = new RegExp(
  String.raw`\*=?\s{0,3}(?<words>${OBJECT}(?:${PREFIX}(?:temperature|temp|inv_tau)\d?|sim_scale|similarity_scale))${END}`,
  'gu',
);
/** Temperatures of other softmaxes: of what a teacher says, and of neighbours that vote. */
const OF_OTHERS =
  /teacher|student|distill|(?:^|[._])kd_|knn|target_t|gumbel|sampl|anneal|attn|attention|tau_plus/i;

export function scalingIn(code: string): Scaling | null {
  return first(BY_NAME, code, false) ?? first(BY_NUMBER, code, false) ?? first(MULTIPLIED, code, true);
}

function first(pattern: RegExp, code: string, inverse: boolean): Scaling | null {
  for (const found of code.matchAll(pattern)) {
    const words = found.groups?.words ?? '';
    if (OF_OTHERS.test(words)) continue;
    return { words, start: found.index + found[0].lastIndexOf(words), inverse };
  }
  return null;
}

/** Cheap: whether a text has such a place at all. */
const ANY =
  /(?:\/=?\s{0,3}\(?\s{0,3}|\bdiv_?\([^\n]{1,80},\s{0,3}|\*=?\s{0,3})[\w.[\]"']{0,60}?(?:temp|tau|TEMP|TAU|_[tT]\b|\b[tT]\b|(?<=[\w)]\s{0,3}\/=?\s{0,3})0?\.\d)/;

export const mayScale = (text: string): boolean => ANY.test(text);

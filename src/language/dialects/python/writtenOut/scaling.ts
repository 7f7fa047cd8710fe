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
const DIVIDED = String.raw`(?:(?<!\/)\/=?\s{0,3}\(?\s{0,3}|\bdiv_?\((?:[^(),]|\((?:[^()]|\([^()\n]{0,60}\)){0,120}\)){1,120},\s{0,40}|\/\s{0,3}float\(|\/\s{0,3}\(\s{0,3}\w+\s{0,3}\*\s{0,3})`;
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
  /teacher|student|distill|(?:^|[._])kd_|knn|target_t|gumbel|sampl|anneal|attn|attention|tau_plus|base_/i;

export function scalingIn(code: string): Scaling | null {
  return first(BY_NAME, code, false) ?? first(BY_NUMBER, code, false) ?? first(MULTIPLIED, code, true);
}

function first(pattern: RegExp, code: string, inverse: boolean): Scaling | null {
  for (const found of code.matchAll(pattern)) {
    const words = found.groups?.words ?? '';
    // A bare number has its similarity in the pattern.
    const isTold = pattern === BY_NUMBER || isSimilarity(code, found.index);
    if (OF_OTHERS.test(words) || !isTold) continue;
    return { words, start: found.index + found[0].lastIndexOf(words), inverse };
  }
  return null;
}

/** Names of similarities, and calls that compute them. */
const LIKE =
  /logit|sim|scor|dot|dist|cos|out|pos|neg|prod|cov|energ|affin|matrix|table|total|arg|mat|^l_|^s$|^k$/i;
const COMPUTED =
  /matmul|mm\(|einsum|[\w\])]\s*@\s*\w|tensordot|cosine|dot\(|sim\w*\(|scores?\(|logits\(|\bcat\(|\bconcat\w*\(/i;

/** Whether what stands before the sign, on its line, is or holds a similarity: an embedding or a class's logit is none. */
function isSimilarity(code: string, at: number): boolean {
  const line = code.slice(code.lastIndexOf('\n', at) + 1, at).replace(/(?:\.\w+\(\))+\s*$/, '');
  const name = /([\p{L}_]\w*)(?:\[[^[\]\n]{0,80}\])?\s*$/u.exec(line)?.[1];
  if (name === undefined || LIKE.test(name) || COMPUTED.test(line)) return true;
  if (new RegExp(`lambda\\s+${name}\\b`).test(line)) return true;
  const assigned = new RegExp(`(?<![\\w.])${name}\\s*=(?!=)([^\\n]{0,200})`, 'g');
  return [...code.slice(0, at).matchAll(assigned)].some(([, value]) => COMPUTED.test(value));
}

/** Cheap: whether a text has such a place at all. */
const ANY =
  /(?:\/=?\s{0,3}\(?\s{0,3}|\bdiv_?\([^\n]{1,80},\s{0,3}|\*=?\s{0,3})[\w.[\]"']{0,60}?(?:temp|tau|TEMP|TAU|_[tT]\b|\b[tT]\b|(?<=[\w)]\s{0,3}\/=?\s{0,3})0?\.\d)|,\s*\n\s{0,40}[\w.]{0,60}(?:temperature|temp|tau)\s{0,3}\)/;

export const mayScale = (text: string): boolean => ANY.test(text);

/** Ways to begin that are written in few words: each as the text of a target file, which the server reads. */
import type { ReadTargetAsk } from '../../src/protocol/requests/design';
import type { NamedClass } from './wish';

/** Two lines: what is wrong with the first is wrong with the groups, with the second with the heights. */
export function hierarchyTarget(groups: string, heights: string): ReadTargetAsk {
  const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ').trim();
  const list = oneLine(heights);
  return {
    fileName: 'hierarchy.yaml',
    text: `hierarchy: ${oneLine(groups)}\nheights: ${list.startsWith('[') ? list : `[${list}]`}`,
  };
}

export function arcTarget(classes: readonly NamedClass[], degrees: string): ReadTargetAsk {
  const number = Number(degrees);
  const written = degrees.trim() !== '' && Number.isFinite(number) ? number : degrees.trim();
  const arc = { classes: classes.map(({ name }) => name), degrees: written };
  return { fileName: 'arc.json', text: JSON.stringify({ arc }) };
}

/** Groups to begin with: the classes two by two. */
export function groupsOf(classes: readonly NamedClass[]): string {
  const names = classes.map(({ name }) => writtenName(name));
  const pairs = Array.from({ length: Math.ceil(names.length / 2) }, (_, k) => names.slice(2 * k, 2 * k + 2));
  return `[${pairs.map((pair) => `[${pair.join(', ')}]`).join(', ')}]`;
}

/** Words that YAML takes for something else than text. */
const RESERVED = /^(y|n|yes|no|on|off|true|false|null)$/i;

const writtenName = (name: string) =>
  /^[A-Za-z_][\w-]*( [\w-]+)*$/.test(name) && !RESERVED.test(name) ? name : JSON.stringify(name);

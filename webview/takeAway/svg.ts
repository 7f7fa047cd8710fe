/** Elements of SVG files as text: every attribute and every name escaped, numbers to a hundredth of a pixel. */

export type SvgValue = string | number;

export function tag(
  name: string,
  attributes: Readonly<Record<string, SvgValue>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`);
  return children.length === 0
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${children.join('')}</${name}>`;
}

/** Text between tags. */
export const escaped = (text: string): string =>
  printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export interface SvgFrame {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly fontFamily: string;
  /** What the picture shows, for those who do not see it. */
  readonly title: string;
}

/** A whole file. */
export function svgFile(
  { width, height, background, fontFamily, title }: SvgFrame,
  ...children: readonly string[]
): string {
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  return `${tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: w,
      height: h,
      viewBox: `0 0 ${w} ${h}`,
      'font-family': fontFamily,
      'font-size': 12,
      role: 'img',
    },
    `<title>${escaped(title)}</title>`,
    tag('rect', { width: w, height: h, fill: background }),
    ...children,
  )}\n`;
}

export const pathThrough = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], k) => `${k === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('');

const attribute = (value: SvgValue) =>
  typeof value === 'number' ? short(value) : escaped(value).replaceAll('"', '&quot;');

const short = (value: number) => String(Math.round(value * 100) / 100);

/** Control characters have no place in XML, and marks of direction none in a picture; joined emoji keep their joints. */
const printable = (text: string) => text.replace(/(?!\u200d)[\p{Cc}\p{Cf}\ufffe\uffff]/gu, '');

/** Pictures that are on the page as elements, as SVG files that look the same without the page's stylesheets. */
import { svgFile, tag } from './svg';

const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
];

export interface PageLook {
  readonly background: string;
  readonly fontFamily: string;
}

/** Null while the element is not laid out. */
export function drawnSvg(
  drawn: SVGSVGElement,
  { background, fontFamily }: PageLook,
  title: string,
): string | null {
  const { width, height } = drawn.getBoundingClientRect();
  if (width === 0 || height === 0) return null;
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [drawn, copy].map((svg) => [...svg.querySelectorAll('*')]);
  originals.forEach((original, place) => {
    const style = getComputedStyle(original);
    for (const name of STYLES) copies[place].setAttribute(name, style.getPropertyValue(name));
    copies[place].removeAttribute('class');
  });
  const serializer = new XMLSerializer();
  const children = [...copy.childNodes].map((child) => serializer.serializeToString(child));
  return svgFile({ width, height, background, fontFamily, title }, ...children);
}

/** A canvas as it is painted now; null while it has no size. */
export function paintedSvg(
  canvas: HTMLCanvasElement,
  { background, fontFamily }: PageLook,
  title: string,
): string | null {
  const { width, height } = canvas.getBoundingClientRect();
  if (width === 0 || height === 0) return null;
  const image = tag('image', { width, height, href: canvas.toDataURL('image/png') });
  return svgFile({ width, height, background, fontFamily, title }, image);
}

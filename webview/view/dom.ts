/** Builds elements without innerHTML, so that a text from a workspace can never become markup. */

type Child = Node | string | null;

export interface ElementOptions {
  readonly className?: string;
  readonly testId?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: ElementOptions = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (options.className !== undefined) made.className = options.className;
  applyAttributes(made, options);
  made.append(...children.filter((child) => child !== null).map(displayed));
  return made;
}

/**
 * Text without the marks that turn the direction of what follows: a name from a workspace could use them to make the
 * sentence around it read differently.
 */
export function displayText(text: string): string {
  return text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

export function svgElement<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A table that only screen readers see: the text alternative of a picture. */
export function hiddenTable(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): HTMLElement {
  const head = element(
    'tr',
    {},
    ...columns.map((name) => element('th', { attributes: { scope: 'col' } }, name)),
  );
  const body = rows.map(([name, ...cells]) =>
    element(
      'tr',
      {},
      element('th', { attributes: { scope: 'row' } }, name),
      ...cells.map((cell) => element('td', {}, cell)),
    ),
  );
  return element(
    'div',
    { className: 'visually-hidden' },
    element(
      'table',
      {},
      element('caption', {}, caption),
      element('thead', {}, head),
      element('tbody', {}, ...body),
    ),
  );
}

/** A titled section; `heading` is what assistive technology lists it under. */
export function section(heading: string, testId: string, ...children: readonly Child[]): HTMLElement {
  const id = `heading-${testId}`;
  return element(
    'section',
    { className: `section ${testId}`, testId, attributes: { 'aria-labelledby': id } },
    element('h2', { attributes: { id } }, heading),
    ...children,
  );
}

/**
 * Calls back with each new size of an element. It does so in the next frame: what a callback draws may change sizes
 * again, which the browser would report as a loop.
 */
export function onResize(observed: Element, callback: () => void): void {
  new ResizeObserver(() => requestAnimationFrame(callback)).observe(observed);
}

/** For what may come after the words that a reader begins with. */
export function afterPaint(callback: () => void): void {
  requestAnimationFrame(() => setTimeout(callback));
}

/** A canvas's drawing size in device pixels; answers the factor to draw with. */
export function fitCanvas(canvas: HTMLCanvasElement, width: number, height: number): number {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.max(1, Math.round(height * ratio));
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  return ratio;
}

function displayed(child: Node | string): Node | string {
  return typeof child === 'string' ? displayText(child) : child;
}

function applyAttributes(made: HTMLElement, { testId, attributes }: ElementOptions): void {
  if (testId !== undefined) made.dataset.testid = testId;
  for (const [name, value] of Object.entries(attributes ?? {})) made.setAttribute(name, value);
}

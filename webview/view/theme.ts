/** The editor's theme for pictures: canvases do not inherit CSS variables, so their colours are read here. */

export interface Theme {
  readonly background: string;
  readonly foreground: string;
  readonly muted: string;
  readonly border: string;
  readonly focus: string;
  readonly bound: string;
  readonly minimum: string;
  readonly curve: string;
  readonly fontFamily: string;
  readonly dark: boolean;
  readonly highContrast: boolean;
}

export type Rgb = readonly [number, number, number];

export function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const color = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback;
  const background = color('--vscode-editor-background', '#ffffff');
  const highContrast = document.body.className.includes('vscode-high-contrast');
  const foreground = color('--vscode-foreground', '#3b3b3b');
  return {
    background,
    foreground,
    muted: color('--vscode-descriptionForeground', foreground),
    border: color('--vscode-contrastBorder', color('--vscode-widget-border', foreground)),
    focus: color('--vscode-focusBorder', foreground),
    // High contrast themes make orange nearly transparent.
    bound: highContrast
      ? color('--vscode-charts-yellow', foreground)
      : color('--vscode-charts-orange', '#d18616'),
    minimum: color('--vscode-charts-green', '#388a34'),
    curve: color('--vscode-charts-blue', '#1a85ff'),
    fontFamily: color('--vscode-font-family', 'sans-serif'),
    dark: luminance(parseColor(background)) < 0.5,
    highContrast,
  };
}

/** Calls back when the user changes the theme: VS Code then changes the classes of the body and the root's style. */
export function onThemeChange(listener: () => void): void {
  const observer = new MutationObserver(listener);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
}

/** Any CSS colour as 0..255. Answers are kept: pictures ask for the same few colours thousands of times. */
export function parseColor(color: string): Rgb {
  const known = parsedColors.get(color);
  if (known !== undefined) return known;
  const parsed = parsePlain(color) ?? parseByCanvas(color);
  if (parsedColors.size > MOST_KEPT) parsedColors.clear();
  parsedColors.set(color, parsed);
  return parsed;
}

const parsedColors = new Map<string, Rgb>();
const MOST_KEPT = 4096;

/** The two notations that the panel writes itself. */
function parsePlain(color: string): Rgb | null {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (hex) return [Number.parseInt(hex[1], 16), Number.parseInt(hex[2], 16), Number.parseInt(hex[3], 16)];
  const rgb = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(color);
  return rgb && [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])];
}

/** A canvas knows every notation. */
function parseByCanvas(color: string): Rgb {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('this browser draws no 2D canvas');
  context.fillStyle = color;
  const parsed = context.fillStyle;
  if (parsed.startsWith('#'))
    return [1, 3, 5].map((k) => Number.parseInt(parsed.slice(k, k + 2), 16)) as unknown as Rgb;
  const [red, green, blue] = parsed.match(/[\d.]+/g)?.map(Number) ?? [];
  return [red ?? 0, green ?? 0, blue ?? 0];
}

function luminance([red, green, blue]: Rgb): number {
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

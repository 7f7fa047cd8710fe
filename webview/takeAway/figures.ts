/** The pictures that can be taken away, told by the parts that draw them. */

export interface Figure {
  /** A word for a file's name: `geometry`. */
  readonly id: string;
  readonly label: string;
  /** The picture as it stands on the screen, as an SVG file; null while there is none. */
  svg(): string | null;
}

export interface Figures {
  /** In the order in which they stand on the page. */
  add(figure: Figure): void;
  all(): readonly Figure[];
}

export function createFigures(): Figures {
  const figures: Figure[] = [];
  return {
    add: (figure) => void figures.push(figure),
    all: () => figures,
  };
}

/** Where something stands in a text. */

/** Half-open range of UTF-16 offsets into the text that a definition was read from. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

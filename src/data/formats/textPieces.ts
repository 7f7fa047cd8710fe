/** A file's text in pieces of a size that memory does not notice, decoded by its byte order mark. */

import type { ByteSource } from '../dataFile';
import { UnreadableData } from '../dataReading';

/** Bytes. */
const PIECE = 1 << 20;

/** UTF-8, or UTF-16 where a mark says so; the mark is left out. */
export async function* textPieces(bytes: ByteSource): AsyncGenerator<string> {
  const decoder = new TextDecoder(encodingOf(await bytes.read(0, 4)));
  for (let start = 0; start < bytes.size; start += PIECE) {
    const piece = await bytes.read(start, Math.min(start + PIECE, bytes.size));
    const text = decoder.decode(piece, { stream: true });
    if (start === 0 && text.includes('\0'))
      throw new UnreadableData('it is no text: it holds bytes that no text has');
    yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** The lines that end in a piece of the text, and where the first of them stands, from 1. */
export interface Lines {
  readonly texts: readonly string[];
  readonly first: number;
}

/** Characters: no line of data is longer. */
const LONGEST_LINE = 16_000_000;

export async function* textLines(bytes: ByteSource): AsyncGenerator<Lines> {
  let rest = '';
  let first = 1;
  for await (const piece of textPieces(bytes)) {
    const texts = (rest + piece).split('\n');
    rest = texts.pop() ?? '';
    if (rest.length > LONGEST_LINE)
      throw new UnreadableData(`line ${first + texts.length} has more than ${LONGEST_LINE} characters`);
    if (texts.length === 0) continue;
    yield { texts, first };
    first += texts.length;
  }
  if (rest !== '') yield { texts: [rest], first };
}

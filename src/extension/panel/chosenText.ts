/** Whether a chosen file is what the panel takes: small, of a known ending, and text. */

const MOST_BYTES = 1024 * 1024;

/** Null where it is not too large. */
export function tooLarge(name: string, bytes: number): string | null {
  if (bytes <= MOST_BYTES) return null;
  return `${name} has ${(bytes / MOST_BYTES).toFixed(1)} MB; files of up to 1 MB are loaded here.`;
}

export function textOfFile(
  name: string,
  bytes: Uint8Array,
  endings: readonly string[],
): { readonly text: string } | { readonly problem: string } {
  const isKnown = endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
  if (!isKnown) return { problem: `${name} ends in none of ${endings.map((it) => `.${it}`).join(', ')}.` };
  const problem = tooLarge(name, bytes.length);
  if (problem !== null) return { problem };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { text };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  return { problem: `${name} is no text in UTF-8. Save it as UTF-8 and load it again.` };
}

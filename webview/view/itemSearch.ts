/** Finds items by what somebody types of their names. */

/**
 * Indices of the names that contain the text, whatever its case: first those that are it, then those that begin with
 * it, then the others, each in their own order. All of them for an empty text.
 */
export function searchItems(names: readonly string[], text: string): number[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '') return names.map((_, index) => index);
  const found: [number[], number[], number[]] = [[], [], []];
  names.forEach((name, index) => {
    const place = name.toLocaleLowerCase().indexOf(wanted);
    if (place < 0) return;
    if (place > 0) found[2].push(index);
    else found[name.length === text.trim().length ? 0 : 1].push(index);
  });
  return found.flat();
}

/** Turns a clause of the analysis into a sentence of its own. */

/** `the bound is met` becomes `The bound is met.` */
export function sentence(clause: string): string {
  const start = clause.charAt(0).toUpperCase() + clause.slice(1);
  return /[.!?]$/.test(start) ? start : `${start}.`;
}

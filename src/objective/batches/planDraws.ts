/** How many batches are drawn for each anchor, and in how many parts, so that the parts tell the sampling error. */

/** Parts that the sampling error is taken from. */
const BLOCKS = 8;
export const FEWEST_BLOCKS = 4;
/** Beyond this many batches for an anchor the error is below every digit that is shown. */
const MOST_BATCHES = 400;

/** Parts of equal size: whole passes over the data set where these are affordable, else the begin of one. */
export function planDraws(whole: number, affordable: number): { blocks: number; perBlock: number } {
  const batches = Math.max(FEWEST_BLOCKS, Math.min(MOST_BATCHES, Math.floor(affordable)));
  if (batches < FEWEST_BLOCKS * whole) {
    const blocks = Math.min(BLOCKS, batches);
    return { blocks, perBlock: Math.max(1, Math.floor(batches / blocks)) };
  }
  const blocks = Math.min(BLOCKS, Math.floor(batches / whole));
  return { blocks, perBlock: whole * Math.floor(batches / whole / blocks) };
}

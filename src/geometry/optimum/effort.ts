/** How much a search is to give: everything that is shown, or a gap to some two digits for one cell of a picture. */
export type Effort = 'full' | 'quick';

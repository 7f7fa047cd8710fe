/** What kinds of objectives there are. */

/** The kinds that an objective file can name. */
export const OBJECTIVE_FILE_KINDS = [
  'supcon',
  'soft-supcon',
  'y-aware',
  'euclidean-euclidean',
  'x-clr',
  'info-nce',
  'weighted',
] as const;
export type ObjectiveFileKind = (typeof OBJECTIVE_FILE_KINDS)[number];

/** Every kind, with those that only libraries have. */
export type ObjectiveKind =
  | ObjectiveFileKind
  | 'rank-n-contrast'
  | 'decoupled'
  | 'clip'
  | 'balanced-supcon'
  | 'targeted-supcon'
  | 'parametric-supcon'
  | 'other';

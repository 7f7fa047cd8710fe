/** Every tolerance of the mathematics: named, relative to a stated scale, with its reason. */

/**
 * An eigenvalue above −PSD_TOL · max(1, largest eigenvalue) counts as not negative. Double precision leaves
 * m · 1e-16 after an eigendecomposition, and labels come with some 12 digits.
 */
export const PSD_TOL = 1e-9;

/** An eigenvalue above RANK_TOL · largest counts towards the rank: squared distances below 1e-9 of the largest. */
export const RANK_TOL = 1e-9;

/**
 * Residual of the least-squares sphere, relative to the spread of the squared distances from the mean. Labels on a
 * circle written with 6 digits, or kept in single precision, leave up to 1e-6; three equally spaced scalars leave 0.6.
 * What the tolerance lets pass costs about its square in nats.
 */
export const SPHERE_TOL = 2e-6;

/**
 * Where the center of a sphere may lie in directions below RANK_TOL: eigenvalues are told apart from zero above
 * FINEST_TOL · largest, some fifty roundings of the largest.
 */
export const FINEST_TOL = 1e-14;

/** Colder than this nobody trains; what only a lower temperature would mend is mended by none. */
export const COLDEST = 1e-2;

/** R²τ up to 1 + RADIUS_TOL fits the unit sphere: X-CLR at equal temperatures has exactly R²τ = 1. */
export const RADIUS_TOL = 1e-9;

/** Log-weights that should agree may differ by SYMMETRY_TOL · max(1, largest |t|): weights carry 9 digits or more. */
export const SYMMETRY_TOL = 1e-9;

/** Targets Δ below COLLAPSE_TOL · max(1, largest |t|) ask for coinciding points. */
export const COLLAPSE_TOL = 1e-12;

/** A group mean of squared length above 1 − MERGED_TOL stands for items that coincide. */
export const MERGED_TOL = 1e-6;

/** Eigenvalues of a computed optimum count towards its rank above OPTIMUM_RANK_TOL · largest: solver accuracy. */
export const OPTIMUM_RANK_TOL = 1e-6;

/** A search ends when its certificate is within this many nats; a thousand times less than any gap that is told. */
export const CERTIFICATE_TOL = 1e-8;

/** A search that was cut short is told when its certificate is above this: the minimum's last shown digit is open. */
export const CERTIFICATE_TOLD = 1e-6;

/** Items are held together where their being apart lowers the loss by less than this many nats: nobody could tell. */
export const TOGETHER_COST = 1e-7;

/** Rounding of a difference of log-weights, in units of the largest |t|: some four operations. */
export const LOG_NOISE = 1e-15;

/**
 * A gap of no more than this many nats counts as met where only a search can tell: similarities are then within some
 * 1e-5 temperatures of what the weights ask for.
 */
export const MET_TOL = 1e-9;

/** Eigenvalues found by products alone are told when they are off by less than AXIS_TOL · largest: a pixel of a bar. */
export const AXIS_TOL = 1e-3;

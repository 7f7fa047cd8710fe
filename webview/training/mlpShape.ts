/** The network's widths: apart from its tensors, so that a report can name them without TensorFlow.js. */

/** Wide enough to tell a few hundred random inputs apart, small enough to step many times a second. */
export const MLP_INPUTS = 32;
export const MLP_HIDDEN = 128;

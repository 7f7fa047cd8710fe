/** The exponent α of a label kernel exp(−c u^α): how the distances it asks for grow with those of the labels. */
import type { Kernel } from '../../objective/definition';

/** Null for kernels that reach zero. */
export function exponentOf(kernel: Kernel | null): number | null {
  if (kernel === null) return null;
  if (typeof kernel === 'object') return kernel.exponent;
  return kernel === 'gaussian' ? 2 : kernel === 'laplacian' ? 1 : null;
}

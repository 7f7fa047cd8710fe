/** Label kernels, as logarithms: a weight of e^−1000 is still a weight, while one of zero is another objective. */
import type { Kernel } from './definition';

/**
 * log K(u) up to a constant, −Infinity where the kernel is zero.
 * Shape: u = ‖y_i − y_j‖ / bandwidth ≥ 0, no unit. Source: [Dufumier2021], [Vock2026].
 */
export function logKernel(kernel: Kernel, u: number): number {
  if (typeof kernel === 'object') return -(u ** kernel.exponent);
  switch (kernel) {
    case 'gaussian':
      return (-u * u) / 2;
    case 'laplacian':
      return -u;
    case 'epanechnikov':
      return u < 1 ? Math.log1p(-u * u) : -Infinity;
    case 'triangular':
      return u < 1 ? Math.log1p(-u) : -Infinity;
    case 'cosine':
      return u < 1 ? Math.log(Math.cos((Math.PI * u) / 2)) : -Infinity;
  }
}

/** Remedy for labels of one number under cosine: bend their line onto an arc, which lies on a sphere. */
import { roundDown } from '../rounding';
import { exponentOf } from './kernelExponent';
import type { RemedyMaker } from './remedyMaker';
import { isObjectiveFile, numberWords } from './words';

/** Rows of labels beyond this many are no change that anybody copies. */
const MOST_LABELS = 1000;

/**
 * Label y at (r cos θ, r sin θ), r = σ/√τ rounded down, θ from 0 to min(π, range/r): as long as the range is at most πr
 * near labels keep their distances, and order is always kept. Source: [Vock2026].
 */
export const arcLabels: RemedyMaker = ({ definition, analysis }) => {
  const { labels, bandwidth, kernel, temperature } = definition.parameters;
  const rows = labels?.value ?? null;
  const sigma = scalar(bandwidth?.value ?? null);
  const isGaussian = exponentOf(kernel?.value ?? null) === 2;
  if (analysis.reason !== 'not-spherical' || rows === null || sigma === null || !isGaussian) return null;
  if (rows[0].length !== 1 || rows.length > MOST_LABELS || temperature.value === null) return null;
  const scale = kernel?.value === 'gaussian' ? 1 : 2;
  const radius = roundDown(sigma / Math.sqrt(scale * temperature.value));
  const values = rows.map(([y]) => y);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const angle = Math.min(Math.PI, (most - least) / radius);
  const lifted = values.map((y) => {
    const theta = (angle * (y - least)) / (most - least);
    return [radius * Math.cos(theta), radius * Math.sin(theta)].map((x) => Number(x.toPrecision(12)));
  });
  const chord = 2 * radius * Math.sin(angle / 2);
  const python = `theta = ${numberWords(angle)} * (y - ${exact(least)}) / ${exact(most - least)}; labels = ${radius} * torch.stack([theta.cos(), theta.sin()], dim=1)`;
  return {
    id: 'arc-labels',
    title: `Bend the labels onto an arc of radius ${radius} and ${Math.round((angle * 180) / Math.PI)} degrees`,
    change: { values: { labels: lifted } },
    effect: `Embeddings keep cosine similarity and stand along an arc of the sphere, in the order of their labels. ${
      angle < Math.PI
        ? 'Near labels keep their distances'
        : 'All label distances shrink, those of far labels the most'
    }; the largest counts as ${numberWords(chord)} instead of ${numberWords(most - least)}.`,
    code: isObjectiveFile(definition) ? `labels: rows of r cos θ and r sin θ; in Python ${python}` : python,
  };
};

/** Enough digits to be copied: labels may be years. */
const exact = (x: number) => String(Number(x.toPrecision(9)));

function scalar(bandwidth: number | readonly number[] | null): number | null {
  if (bandwidth === null || typeof bandwidth === 'number') return bandwidth;
  return bandwidth.length === 1 ? bandwidth[0] : null;
}

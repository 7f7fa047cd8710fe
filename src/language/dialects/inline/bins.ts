/** Reads how a column of numbers becomes classes: `bins: 10`, `bins: [0, 18, 65]` or `bins: { width: 5 }`. */
import type { Bins } from '../../../data/dataRequest';
import type { MapEntry, ValueNode } from '../../values';
import type { FindingList } from '../findingList';
import { findEntry, reportUnknownKeys } from './entries';
import { type InlineValue, rejectValue, value } from './inlineValue';

const BINS = {
  what: 'the number of intervals, a rising list of their edges, or their width',
  example: 'bins: [0, 18, 40, 65, 120]',
};
const MOST_BINS = 100_000;

/** Null where nothing is written. */
export function readBins(entry: MapEntry | undefined, findings: FindingList): InlineValue<Bins | null> {
  if (!entry) return value(null);
  const bins = binsIn(entry.value, findings);
  return bins === null ? rejectValue(entry.value, 'bins', BINS, findings) : value(bins);
}

function binsIn(node: ValueNode, findings: FindingList): Bins | null {
  if (node.kind === 'number')
    return Number.isSafeInteger(node.value) && node.value >= 1 && node.value <= MOST_BINS
      ? { kind: 'count', count: node.value }
      : null;
  if (node.kind === 'map') {
    const width = findEntry(node.entries, 'width')?.value;
    reportUnknownKeys(node.entries, ['width'], '`bins`', findings);
    return width?.kind === 'number' && width.value > 0 && Number.isFinite(width.value)
      ? { kind: 'width', width: width.value }
      : null;
  }
  if (node.kind !== 'list') return null;
  const edges = node.items.map((item) => (item.kind === 'number' ? item.value : Number.NaN));
  const rises = edges.every((edge, k) => Number.isFinite(edge) && (k === 0 || edge > edges[k - 1]));
  return rises && edges.length >= 2 ? { kind: 'edges', edges } : null;
}

/** Where a key leads in a grid, as assistive technology expects it: pure. */
import { type Cell, NAME } from '../../design/designState';

export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Null for keys that lead nowhere. `hasNames`: the rows' names are cells too. */
export function cellAfterGridKey(
  key: Key,
  { row, column }: Cell,
  count: number,
  hasNames: boolean,
): Cell | null {
  if (key.shiftKey || key.altKey) return null;
  const least = hasNames ? NAME : 0;
  const last = count - 1;
  const isFar = key.ctrlKey || key.metaKey;
  const within = (value: number, from: number) => Math.min(last, Math.max(from, value));
  const moves: Readonly<Record<string, Cell>> = {
    ArrowLeft: { row, column: within(column - 1, least) },
    ArrowRight: { row, column: within(column + 1, least) },
    ArrowUp: { row: within(row - 1, 0), column },
    ArrowDown: { row: within(row + 1, 0), column },
    Home: { row: isFar ? 0 : row, column: least },
    End: { row: isFar ? last : row, column: last },
  };
  return moves[key.key] ?? null;
}

/** Where keys lead in the matrix of wishes. */
import { expect, it } from 'vitest';
import { NAME } from '../../../webview/design/designState';
import { cellAfterGridKey } from '../../../webview/view/design/gridKeys';

const pressed = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const from = { row: 1, column: 0 };

it.each([
  ['ArrowRight', {}, { row: 1, column: 1 }],
  ['ArrowLeft', {}, { row: 1, column: NAME }],
  ['ArrowUp', {}, { row: 0, column: 0 }],
  ['ArrowDown', {}, { row: 2, column: 0 }],
  ['Home', {}, { row: 1, column: NAME }],
  ['End', {}, { row: 1, column: 2 }],
  ['Home', { ctrlKey: true }, { row: 0, column: NAME }],
  ['End', { ctrlKey: true }, { row: 2, column: 2 }],
  ['ArrowUp', { shiftKey: true }, null],
  ['x', {}, null],
])('%s %j leads to %j', (key, held, cell) => {
  expect(cellAfterGridKey(pressed(key, held), from, 3, true)).toEqual(cell);
});

it('stops at the edges, which names are part of only where they are cells', () => {
  expect(cellAfterGridKey(pressed('ArrowLeft'), from, 3, false)).toEqual(from);
  expect(cellAfterGridKey(pressed('ArrowDown'), { row: 2, column: NAME }, 3, true)).toEqual({
    row: 2,
    column: NAME,
  });
});

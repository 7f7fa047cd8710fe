/** Which files are touched by a change on the disk, and which closed ones have to be read again for it. */
import { describe, expect, it } from 'vitest';
import { changedFiles } from '../../src/server/changedFiles';
import { createEmptyFiles } from '../../src/server/emptyFiles';

describe('a change', () => {
  it.each([
    ['the file itself', 'file:///w/a/b.csv', 'file:///w/a/b.csv', true],
    ['a folder around the file', 'file:///w/a', 'file:///w/a/b.csv', true],
    ['a file in a folder of samples', 'file:///w/a/cat/1.png', 'file:///w/a', true],
    ['a file beside it', 'file:///w/a/c.csv', 'file:///w/a/b.csv', false],
    ['a folder whose name begins the same', 'file:///w/a', 'file:///w/ab/b.csv', false],
  ])('of %s', (_, changed, asked, expected) => {
    expect(changedFiles(['file:///other', changed]).touch(asked)).toBe(expected);
  });
});

describe('files without objectives', () => {
  const RUN = 'file:///w/run.sh';
  const change = changedFiles(['file:///w/src/train.py']);

  it('are read again once after a file changed that they name', () => {
    const files = createEmptyFiles();
    files.saw(RUN, 'file:///w', ['src/train.py']);
    files.saw('file:///w/eval.sh', 'file:///w', ['src/eval.py']);
    expect(files.take(change)).toEqual([RUN]);
    expect(files.take(change)).toEqual([]);
  });

  it('are forgotten when they name nothing any more, or hold an objective', () => {
    const files = createEmptyFiles();
    files.saw(RUN, 'file:///w', ['src/train.py']);
    files.saw(RUN, 'file:///w', []);
    expect(files.take(change)).toEqual([]);
    files.saw(RUN, 'file:///w', ['src/train.py']);
    files.forget(RUN);
    expect(files.take(change)).toEqual([]);
  });
});

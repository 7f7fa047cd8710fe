/** One spelling for each address, whoever wrote it. */
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { canonicalUri, fileName, relativePath, uriBelow } from '../../src/server/uris';

describe('addresses', () => {
  it.each([
    ['file:///work/a b.py', 'file:///work/a%20b.py'],
    ['file:///work/a%20b.py', 'file:///work/a%20b.py'],
    ['file:///work/(a)%27[b].py', 'file:///work/%28a%29%27%5Bb%5D.py'],
    ['file:///c%3A/work/a.py', 'file:///c%3A/work/a.py'],
    ['file:///c:/work/a.py', 'file:///c%3A/work/a.py'],
    ['file:///work/caf\u00e9.py', 'file:///work/caf%C3%A9.py'],
    ['file:///work/100%.py', 'file:///work/100%25.py'],
    ['FILE:///work/a.py', 'file:///work/a.py'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
    [
      'vscode-notebook-cell:/work/a.ipynb#W0sZmlsZQ%3D%3D',
      'vscode-notebook-cell:/work/a.ipynb#W0sZmlsZQ%3D%3D',
    ],
  ])('%s is %s', (uri, canonical) => {
    expect(canonicalUri(uri)).toBe(canonical);
    expect(canonicalUri(canonical)).toBe(canonical);
  });

  it.each(['a b/(c)/d#e?f.py', 'caf\u00e9/100%/x.py', "it\u2019s'!*.py"])(
    'a file found on the disk, %s, has the address under which it is opened',
    (path) => {
      expect(uriBelow('file:///work', path)).toBe(canonicalUri(pathToFileURL(`/work/${path}`).href));
    },
  );

  it('finds paths below a folder, and only there', () => {
    expect(relativePath('file:///work', 'file:///work/src/a%20b.py')).toBe('src/a b.py');
    expect(relativePath('file:///work/', 'file:///work/a.py')).toBe('a.py');
    expect(relativePath('file:///work', 'file:///workshop/a.py')).toBeNull();
    expect(relativePath('file:///work', 'file:///work')).toBeNull();
  });

  it('goes back from a path to its address', () => {
    expect(uriBelow('file:///work', 'src/a b.py')).toBe('file:///work/src/a%20b.py');
    expect(fileName('file:///work/src/a%20b.py')).toBe('a b.py');
  });
});

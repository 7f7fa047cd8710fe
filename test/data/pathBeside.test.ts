/** What a name in a text means as a path below the workspace root. */
import { expect, it } from 'vitest';
import { pathBeside } from '../../src/data/dataFile';

it.each([
  ['a.yaml', 'w.npy', 'w.npy'],
  ['runs/a.yaml', 'w.npy', 'runs/w.npy'],
  ['runs/a.yaml', './data//w.npy', 'runs/data/w.npy'],
  ['runs/a.yaml', '../w.npy', 'w.npy'],
  ['runs/a.yaml', '../../w.npy', null],
  ['a.yaml', '..', null],
  ['a.yaml', '.', null],
  ['a.yaml', '/etc/passwd', null],
  ['a.yaml', 'C:\\w.npy', null],
  ['a.yaml', '\\\\host\\w.npy', null],
  ['a.yaml', 'x/../../w.npy', null],
])('in %s the name %s means %s', (document, name, path) => {
  expect(pathBeside(document, name)).toBe(path);
});

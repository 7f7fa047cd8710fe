/** What the pointer over a key shows, in each syntax, and that it shows nothing elsewhere. */
import { describe, expect, it } from 'vitest';
import { keyHoverAt } from '../../../src/language/features/keyHover';

const lines = (...parts: string[]) => parts.join('\n');

/** The first line of the hover at `|`, and the text that it is about. */
function hoverAt(path: string, marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const hover = keyHoverAt(path, text, offset);
  return (
    hover && {
      title: hover.markdown.split('\n')[0],
      word: text.slice(hover.span.start, hover.span.end),
      ...hover,
    }
  );
}

describe('the pointer', () => {
  it.each([
    ['on a key', 'a.objective.yaml', 'objective: supcon\ntemp|erature: 0.1', 'temperature'],
    ['at its end', 'a.objective.yaml', 'temperature|: 0.1', 'temperature'],
    [
      'on a key of one of several',
      'a.objective.yaml',
      lines('objectives:', '  a:', '    objective: x-clr', '    weight-|temperature: 1'),
      'weight-temperature',
    ],
    ['on a key of a map in a value', 'a.objective.yaml', 'views: { tied|: true }', 'tied'],
    [
      'on a key that the kind does not have',
      'a.objective.yaml',
      'objective: supcon\nband|width: 1',
      'bandwidth',
    ],
    ['on a key beside an error', 'a.objective.yaml', 'temperature: {\nobjec|tive: supcon', 'objective'],
    ['on a key of JSON', 'a.objective.json', '{ "objec|tive": "supcon" }', 'objective'],
    ['on a key of TOML', 'a.objective.toml', 'temp|erature = 0.1', 'temperature'],
    [
      'on a key of a TOML table',
      'a.objective.toml',
      lines('[objectives.a]', 'objective = "supcon"', 'ba|tch = 3'),
      'batch',
    ],
    [
      'on a key of the project file',
      'objective-lens.yaml',
      lines('data:', '  - objec|tives: "**"'),
      'objectives',
    ],
    ['on a key of a loss', 'objective-lens.yaml', 'dialects: { a.B: { like|: supcon } }', 'like'],
  ])('%s', (_, path, marked, key) => {
    const hover = hoverAt(path, marked);
    expect(hover?.title).toBe(`### ${key}`);
    expect(hover?.word.replaceAll('"', '')).toBe(key);
  });

  it.each([
    ['on a value', 'a.objective.yaml', 'temperature: 0.|1'],
    ['on a name of the author', 'a.objective.yaml', 'classes: { c|at: 3 }'],
    ['on an unknown key', 'a.objective.yaml', 'colour|: red'],
    ['in a comment', 'a.objective.yaml', '# temp|erature: 1'],
    ['in a file of others', 'config.yaml', 'temp|erature: 0.1'],
    ['in Python', 'a.py', 'temp|erature = 0.1'],
    ['in an empty file', 'a.objective.yaml', '|'],
  ])('%s shows nothing', (_, path, marked) => {
    expect(hoverAt(path, marked)).toBeNull();
  });

  it('tells unit, default, an example and the effect on the geometry', () => {
    const { markdown } = hoverAt('a.objective.yaml', 'objective: y-aware\nband|width: 1') ?? { markdown: '' };
    for (const part of [
      '**Geometry:**',
      'Unit: that of the labels',
      'For y-aware',
      '```yaml\nbandwidth: 0.3\n```',
    ])
      expect(markdown).toContain(part);
    const similarity = hoverAt('a.objective.toml', 'simi|larity = "dot"')?.markdown;
    expect(similarity).toContain(
      'Without it: `cosine`; for euclidean-euclidean `negative-squared-euclidean`',
    );
    expect(similarity).toContain('```toml\nsimilarity = "cosine"\n```');
  });
});

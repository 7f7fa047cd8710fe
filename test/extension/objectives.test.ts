/** Which objectives there are, in which order they are shown, and which one a cursor or a command means. */
import { describe, expect, it } from 'vitest';
import { objectiveIdOf } from '../../src/extension/commands/objectiveArgument';
import { createObjectiveIndex, objectiveAtLine } from '../../src/extension/objectiveIndex';
import { groupObjectives, rowDescription } from '../../src/extension/tree/objectiveGroups';
import { summary } from './summaries';

describe('the tree', () => {
  it('groups by verdict, what needs attention first, and leaves empty groups out', () => {
    const groups = groupObjectives([
      summary({ name: 'fine', verdict: 'realizable' }),
      summary({ name: 'open', verdict: 'conditional' }),
      summary({ name: 'worst', verdict: 'inconsistent' }),
      summary({ name: 'flat', verdict: 'degenerate' }),
    ]);
    expect(groups.map(({ label, objectives }) => [label, ...objectives.map(({ name }) => name)])).toEqual([
      ['Inconsistent', 'worst'],
      ['Degenerate', 'flat'],
      ['Conditional', 'open'],
      ['Realizable', 'fine'],
    ]);
    expect(groupObjectives([])).toEqual([]);
  });

  it('orders a group by file and line, not by when the server spoke', () => {
    const [group] = groupObjectives([
      summary({ uri: 'file:///work/b.py', name: 'b2', line: 9 }),
      summary({ uri: 'file:///work/a.py', name: 'a1', line: 20 }),
      summary({ uri: 'file:///work/b.py', name: 'b1', line: 3 }),
    ]);
    expect(group.objectives.map(({ name }) => name)).toEqual(['a1', 'b1', 'b2']);
  });
});

describe('a row of the tree', () => {
  it.each([
    [
      'inconsistent: labels on no sphere · gap 0.0002 nats',
      'inconsistent',
      null,
      'labels on no sphere · gap 0.0002 nats',
    ],
    ['realizable · rank 4 of 16', 'realizable', null, 'rank 4 of 16'],
    ['realizable', 'realizable', null, ''],
    ['undecided: the calculation failed', 'undecided', 'A typo.', 'as last read · the calculation failed'],
    ['realizable', 'realizable', 'A typo.', 'as last read'],
  ] as const)(
    'with the headline “%s” says the rest beside its name',
    (headline, verdict, staleBecause, text) => {
      expect(rowDescription(summary({ headline, verdict, staleBecause }))).toBe(text);
    },
  );
});

describe('the index', () => {
  it('keeps the newest objectives of each document and tells which document has changed', () => {
    const index = createObjectiveIndex();
    const heard: (string | null)[] = [];
    const listener = index.onChange((uri) => heard.push(uri));
    const [a, b] = [summary({ id: 'a#0', uri: 'a' }), summary({ id: 'b#0', uri: 'b' })];
    index.update({ uri: 'a', objectives: [a] });
    index.update({ uri: 'b', objectives: [b] });
    expect(index.all()).toEqual([a, b]);
    expect(index.find('b#0')).toBe(b);
    index.update({ uri: 'a', objectives: [] });
    expect([index.all(), index.of('a'), index.find('a#0')]).toEqual([[b], [], null]);
    index.clear();
    expect(index.all()).toEqual([]);
    listener.dispose();
    index.update({ uri: 'a', objectives: [a] });
    expect(heard).toEqual(['a', 'b', 'a', null]);
  });

  it.each([
    [0, null],
    [4, 'first'],
    [9, 'first'],
    [10, 'second'],
    [99, 'second'],
  ])('takes a cursor in line %i to mean %s', (line, name) => {
    const objectives = [summary({ name: 'second', line: 10 }), summary({ name: 'first', line: 4 })];
    expect(objectiveAtLine(objectives, line)?.name ?? null).toBe(name);
  });
});

describe("a command's argument", () => {
  it.each([
    ['an id', 'a#0', 'a#0'],
    ['a row of the tree', { kind: 'objective', objective: summary({ id: 'a#1' }) }, 'a#1'],
    ['a group of the tree', { kind: 'group', group: {} }, null],
    ['an address, as from an editor menu', { scheme: 'file', path: '/work/a.py' }, null],
    ['nothing', undefined, null],
  ])('that is %s is understood', (_, argument, id) => {
    expect(objectiveIdOf(argument)).toBe(id);
  });
});

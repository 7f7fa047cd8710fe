/** Quick fixes: where a silencing comment is put, that it then silences, and where none is offered. */
import { describe, expect, it } from 'vitest';
import { quickFixes } from '../../../src/language/features/quickFixes';
import type { Finding } from '../../../src/language/finding';

const lines = (...parts: string[]) => parts.join('\n');

function fixesAt(path: string, text: string, cells?: { start: number; end: number }[]) {
  const start = text.indexOf('HERE');
  const span = { start, end: start + 4 };
  const finding: Finding = { rule: 'radius', severity: 'warning', message: '', span };
  return quickFixes({ path, text, ...(cells ? { cells } : {}) }, [finding], span).map(
    ({ title, edits: [edit] }) => ({
      title,
      text: text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end),
    }),
  );
}

describe('ignoring a rule', () => {
  it.each([
    ['Python', 'a.py', 'x = HERE()\n', '# objective-lens: ignore[radius]\nx = HERE()\n'],
    [
      'an indented line',
      'a.py',
      lines('class A:', '\tx = HERE()'),
      lines('class A:', '\t# objective-lens: ignore[radius]', '\tx = HERE()'),
    ],
    [
      'Windows line ends',
      'a.py',
      'import a\r\nx = HERE()\r\n',
      'import a\r\n# objective-lens: ignore[radius]\r\nx = HERE()\r\n',
    ],
    [
      'a continued line',
      'a.py',
      lines('x = \\', '    HERE()'),
      lines('x = \\', '    HERE()  # objective-lens: ignore[radius]'),
    ],
    ['a line continued on both sides', 'a.py', lines('x = \\', '    HERE() + \\', '    1'), null],
    [
      'a command of several lines',
      'a.sh',
      lines('cd b', 'python a.py \\', '  --temp HERE \\', '  --lr 1'),
      lines('cd b', '# objective-lens: ignore[radius]', 'python a.py \\', '  --temp HERE \\', '  --lr 1'),
    ],
    [
      'a command in Markdown',
      'a.md',
      lines('```', 'python a.py --temp HERE', '```'),
      lines('```', '# objective-lens: ignore[radius]', 'python a.py --temp HERE', '```'),
    ],
    ['a string of several lines', 'a.py', lines('"""', 'HERE', '"""'), null],
    [
      'a comment above',
      'a.py',
      lines('# objective-lens: ignore[dimension]  # known', 'x = HERE()'),
      lines('# objective-lens: ignore[dimension, radius]  # known', 'x = HERE()'),
    ],
    [
      'a comment behind',
      'a.py',
      'x = HERE()  # objective-lens: ignore[]',
      'x = HERE()  # objective-lens: ignore[radius]',
    ],
    [
      'YAML',
      'a.objective.yaml',
      lines('objectives:', '  HERE:', '    temperature: 1'),
      lines('objectives:', '  # objective-lens: ignore[radius]', '  HERE:', '    temperature: 1'),
    ],
    [
      'TOML',
      'a.objective.toml',
      'objective = "HERE"',
      lines('# objective-lens: ignore[radius]', 'objective = "HERE"'),
    ],
    ['JSON', 'a.objective.json', '{ "objective": "HERE" }', null],
    ['a notebook on the disk', 'a.ipynb', '{"cells": [{"cell_type": "code", "source": "HERE"}]}', null],
  ])('in %s', (_, path, before, after) => {
    expect(fixesAt(path, before)).toEqual(
      after === null ? [] : [{ title: 'Ignore radius on this line', text: after }],
    );
  });

  it('in a cell of an open notebook stays in the cell', () => {
    const text = lines('import x', 'x = HERE()', '');
    const cells = [
      { start: 0, end: 8 },
      { start: 9, end: text.length - 1 },
    ];
    expect(fixesAt('a.ipynb', text, cells)).toEqual([
      {
        title: 'Ignore radius on this line',
        text: lines('import x', '# objective-lens: ignore[radius]', 'x = HERE()', ''),
      },
    ]);
  });

  describe.each([
    ['at the end of its line', 'b(d)', 8, ['dimension', 'decoupled']],
    ['at the beginning of its line', 'b(d)', 4, ['dimension', 'decoupled']],
    ['on the words of the second', 'b(d)', 6, ['decoupled', 'dimension']],
    ['on the last of its lines', 'b(\n)', 7, ['decoupled']],
    ['in the line above', 'b(d)', 2, ['radius']],
    ['in the line below', 'b(d)', 9, []],
  ])('is offered %s', (_, second, place, rules) => {
    it('and for the findings of no other line', () => {
      const text = `a()\n${second}\nc()\n`;
      const finding = (rule: Finding['rule'], start: number, end: number): Finding => ({
        rule,
        severity: 'error',
        message: '',
        span: { start, end },
      });
      const findings = [
        finding('radius', 0, 1),
        finding('dimension', 4, 5),
        finding('decoupled', 6, second.includes('\n') ? 8 : 7),
      ];
      const fixes = quickFixes({ path: 'a.py', text }, findings, { start: place, end: place });
      expect(fixes.map(({ finding: { rule } }) => rule)).toEqual(rules);
    });
  });
});

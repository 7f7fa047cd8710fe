/** Hover and lens: what they show where, and that no name from a file becomes anything but text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeRemedies } from '../../../src/geometry/remedy/proposeRemedies';
import { explain } from '../../../src/language/explanation/explain';
import { codeLenses } from '../../../src/language/features/codeLens';
import { hoverAt } from '../../../src/language/features/hover';
import { escapeMarkdown, markdownLink } from '../../../src/language/features/markdown';
import type { AnalyzedObjective, DocumentAnalysis } from '../../../src/language/languageService';
import type { Definition } from '../../../src/objective/definition';
import { SUPCON_60_6_6, Y_AWARE_LINE } from '../explanation/samples';

const links = {
  rulePage: (rule: string) => `https://example.org/rules.md#${rule}`,
  showGeometry: (id: string) => `command:show?${encodeURIComponent(id)}`,
};

function analyzed(
  place: Partial<Definition> = {},
  sample = SUPCON_60_6_6,
  staleBecause: string | null = null,
): AnalyzedObjective {
  const definition = { ...sample.definition, ...place };
  const remedies = proposeRemedies(definition, sample.analysis);
  const analysis = { ...sample.analysis, remedies };
  return {
    definition,
    analysis,
    explanation: explain(definition, analysis),
    staleBecause,
  };
}
const documentOf = (...objectives: AnalyzedObjective[]): DocumentAnalysis => ({
  uri: 'file:///a%20b.py',
  objectives,
  findings: [],
});

describe('hover', () => {
  const outer = analyzed({ name: 'outer', span: { start: 10, end: 60 } });
  const inner = analyzed({ name: 'inner', span: { start: 20, end: 40 } }, Y_AWARE_LINE);
  const both = documentOf(outer, inner);

  test.each([
    [9, null],
    [10, 'outer'],
    [20, 'inner'],
    [40, 'inner'],
    [41, 'outer'],
    [60, 'outer'],
    [61, null],
  ])('at %d is that of %s', (offset, name) => {
    const hover = hoverAt(both, offset, links);
    if (name === null) expect(hover).toBeNull();
    else expect(hover?.markdown).toContain(`**${name}**`);
  });

  test('says verdict, numbers, why and what to do, and leads to geometry and rule', () => {
    const markdown = hoverAt(both, 12, links)?.markdown ?? '';
    for (const part of [
      '### Degenerate: zero weights · gap 0.0738 nats',
      '| gap | **0.0738 nats** |',
      'collapse to one point',
      '- **Use Soft SupCon with weight 0.0498 across classes.** Every two classes stand',
      '[Show geometry](command:show?file%3A%2F%2F%2Fa%2520b.py%230)',
      '(https://example.org/rules.md#zero-weight)',
    ])
      expect(markdown).toContain(part);
  });

  test('has no link that its editor cannot open', () => {
    const markdown = hoverAt(both, 12, { ...links, showGeometry: () => null })?.markdown ?? '';
    expect(markdown).not.toContain('Show geometry');
    expect(markdown).toContain('What “zero-weight” means');
  });

  test('says that and why it is of an earlier text', () => {
    const stale = documentOf(analyzed({}, SUPCON_60_6_6, 'line 3 is not finished'));
    expect(hoverAt(stale, 2, links)?.markdown).toContain(
      '*Of the last text that could be read.* line 3 is not finished',
    );
  });
});

describe('lens', () => {
  test('stands at the head, with the headline, and says what a click does', () => {
    const [lens] = codeLenses(documentOf(analyzed({ headSpan: { start: 3, end: 5 } })), true);
    expect(lens).toEqual({
      title: 'degenerate: zero weights · gap 0.0738 nats · Show geometry',
      span: { start: 3, end: 5 },
      objectiveId: 'file:///a%20b.py#0',
    });
  });

  test('says nothing about clicking where nothing happens, and marks an earlier text', () => {
    const stale = documentOf(analyzed({}, Y_AWARE_LINE, 'broken'));
    expect(codeLenses(stale, false)[0].title).toBe(
      'as last read · inconsistent: labels on no sphere · gap 0.0002 nats',
    );
  });
});

/** Markdown without what is escaped: whatever is special in here would be obeyed. */
const obeyed = (markdown: string) => markdown.replace(/\\[!-/:-@[-`{-~]/g, '');

describe('names from files', () => {
  const HOSTILE = [
    '[click](command:workbench.action.quit)',
    '![x](https://evil.example/pixel.png)',
    '<img src=x onerror=alert(1)>',
    '`code`',
    '**bold** _it_ ~gone~',
    '# heading',
    '- item',
    '1. item',
    '| cell |',
    '\n\n---\n\n# next',
    '&lt;b&gt;',
    'https://evil.example',
    'www.evil.example',
    'http\u200b://x',
    '\u202eright to left',
    '$(alert) $x$',
    '\\[x](y)',
    'a\\',
    '==marked==',
  ];
  test.each(HOSTILE)('%j stays text', (name) => {
    expect(obeyed(escapeMarkdown(name))).not.toMatch(/[[\]<>`*_~#|&!$\\\n\r]|:\/\/|www\.|[\u200b\u202e]/i);
    expect(escapeMarkdown(name)).not.toMatch(/^\s*([-+=]|\d+[.)]\s)/);
  });

  test('any text stays text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(obeyed(escapeMarkdown(text))).not.toMatch(/[[\]<>`*_~#|&!\\]|\p{Cc}|:\/\//u);
      }),
      { seed: 11, numRuns: 1000 },
    );
  });

  test('of classes do not get through a hover', () => {
    const name = '“](command:evil)[x';
    const classes = { head: 60, [name]: 6 };
    const items = Object.entries(classes).map(([one, size]) => ({ name: one, size }));
    const sample = {
      definition: SUPCON_60_6_6.definition,
      analysis: {
        ...SUPCON_60_6_6.analysis,
        items,
        similarities: [
          [1, -1],
          [-1, 1],
        ],
      },
    };
    const markdown =
      hoverAt(documentOf(analyzed({ name: '`x`](command:evil)' }, sample)), 2, links)?.markdown ?? '';
    const targets = [...obeyed(markdown).matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target);
    expect(targets).toEqual([links.showGeometry('file:///a%20b.py#0'), links.rulePage('zero-weight')]);
  });

  test('of megabytes are cut', () => expect(escapeMarkdown('x'.repeat(5e6)).length).toBeLessThan(3000));

  test('in addresses cannot end the link', () =>
    expect(markdownLink('a]b', 'command:x?) [y](z')).toBe('[a\\]b](command:x?%29%20[y]%28z)'));
});

/** Files that leave the panel: exact numbers, text that stays text whatever the names are, and pictures that are XML. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { explain } from '../../../src/language/explanation/explain';
import type { Geometry, ObjectiveView } from '../../../src/protocol/panelMessages';
import { fullEmbedding } from '../../../webview/takeAway/embedding';
import { createFigures } from '../../../webview/takeAway/figures';
import { reportText } from '../../../webview/takeAway/report';
import { escaped, svgFile, tag } from '../../../webview/takeAway/svg';
import { embeddingCode, embeddingCsv, resultJson, similaritiesCsv } from '../../../webview/takeAway/tables';
import { fileStem, takeAwayItems } from '../../../webview/takeAway/takeAway';
import { testHost } from '../fixtures/host';
import { viewWith } from '../fixtures/view';
import { defineObjective, known } from '../page/defineObjective';

const HOSTILE = '<b>"cat", & =1+1|`x`';

function supCon(names: readonly string[], similarity: 'cosine' | 'dot' = 'cosine'): ObjectiveView {
  const definition = defineObjective('SupCon', 'supcon', {
    classes: known(names.map((name, k) => ({ name, count: [60, 6, 6][k] }))),
    temperature: known(0.5),
    similarity: known(similarity),
  });
  const analysis = analyze(definition);
  return { ...viewWith({ analysis }), explanation: explain(definition, analysis) };
}

const geometryOf = ({ analysis }: ObjectiveView): Geometry => {
  if (analysis.geometry === null) throw new Error('no geometry was drawn');
  return analysis.geometry;
};

describe('the embedding', () => {
  const view = supCon(['nv', 'mel', HOSTILE]);
  const geometry = geometryOf(view);
  const embedding = fullEmbedding(geometry);

  it('has the similarities that the optimum reaches, on as many axes as it takes', () => {
    expect(embedding.rows[0]).toHaveLength(view.analysis.rank ?? -1);
    for (const [i, a] of embedding.rows.entries())
      for (const [j, b] of embedding.rows.entries())
        expect(a.reduce((sum, value, k) => sum + value * b[k], 0)).toBeCloseTo(geometry.attainable[i][j], 7);
  });

  it('stands on its principal axes, the longest first', () => {
    const length = (axis: number) => embedding.rows.reduce((sum, row) => sum + row[axis] ** 2, 0);
    expect(length(0)).toBeGreaterThanOrEqual(length(1));
    expect(embedding.rows.reduce((sum, row) => sum + row[0] * row[1], 0)).toBeCloseTo(0, 7);
  });

  it.each(['negative-squared-euclidean', 'negative-euclidean'] as const)(
    'of %s has its distances',
    (similarity) => {
      const points = [
        [0, 0],
        [3, 4],
        [6, 0],
      ];
      const attainable = points.map((a) =>
        points.map((b) => {
          const distance = Math.hypot(a[0] - b[0], a[1] - b[1]);
          return similarity === 'negative-euclidean' ? -distance : -(distance ** 2);
        }),
      );
      const { rows } = fullEmbedding({ ...geometry, similarity, attainable });
      expect(rows[0]).toHaveLength(2);
      expect(Math.hypot(rows[0][0] - rows[1][0], rows[0][1] - rows[1][1])).toBeCloseTo(5, 7);
    },
  );

  it('is a table with one row a point, and no name is a formula', () => {
    const [head, first, , third] = embeddingCsv(embedding).split('\n');
    expect(head).toBe('name,x1,x2');
    expect(first.split(',').slice(1).map(Number)).toEqual([...embedding.rows[0]]);
    expect(third.startsWith('"<b>""cat"", & =1+1|`x`",')).toBe(true);
    expect(embeddingCsv({ names: ['=HYPERLINK(1)', '-1'], rows: [[1], [2]] })).toBe(
      "name,x1\n'=HYPERLINK(1),1\n-1,2\n",
    );
  });

  it.each([
    ['numpy', /^import numpy as np\n\nnames = \[.*\]\nembedding = np\.array\(\[\n {4}\[.*\],\n/],
    [
      'pytorch',
      /^import torch\n\nnames = \[.*\]\nembedding = torch\.tensor\(\[\n[\s\S]*dtype=torch\.float64\)\n$/,
    ],
  ] as const)('is pasted into a script as %s', (library, lines) => {
    const code = embeddingCode(embedding, library);
    expect(code).toMatch(lines);
    expect(code).toContain('"<b>\\"cat\\", & =1+1|`x`"');
  });
});

describe('files of numbers', () => {
  const view = supCon(['nv', 'mel', 'df']);
  const geometry = geometryOf(view);

  it('hold the similarities unrounded', () => {
    const [head, first] = similaritiesCsv(geometry).split('\n');
    expect(head).toBe(',nv,mel,df');
    expect(first.split(',').slice(1).map(Number)).toEqual([...geometry.attainable[0]]);
  });

  it('hold everything that the analysis says', () => {
    const found = JSON.parse(resultJson(view, fullEmbedding(geometry)));
    expect(found).toMatchObject({
      verdict: 'degenerate',
      gap: view.analysis.gap,
      similarities: { names: ['nv', 'mel', 'df'], reached: geometry.attainable },
    });
    expect(found.embedding.rows).toHaveLength(3);
  });
});

describe('a report', () => {
  const text = reportText(supCon(['nv', HOSTILE, 'df']), [{ file: 'a b-geometry.svg', label: 'Geometry' }]);

  it('says why, with numbers, values and pictures', () => {
    for (const part of ['## Why', '## Numbers', '## What to change', '![Geometry](a%20b-geometry.svg)'])
      expect(text).toContain(part);
  });

  it('shows names from files as text, never as markup', () => {
    expect(text).not.toContain('<b>');
    expect(text).toContain('\\<b\\>');
  });
});

describe('an SVG file', () => {
  it('escapes what it is given', () => {
    const file = svgFile(
      { width: 10, height: 10, background: '#fff', fontFamily: '"Segoe UI", sans-serif', title: HOSTILE },
      tag('text', { x: 1.23456, y: 2 }, escaped('a\u0000<script>')),
    );
    expect(file).toContain('font-family="&quot;Segoe UI&quot;, sans-serif"');
    expect(file).toContain('<title>&lt;b&gt;"cat", &amp; =1+1|`x`</title>');
    expect(file).toContain('<text x="1.23" y="2">a&lt;script&gt;</text>');
  });
});

describe('the menu', () => {
  it('offers pictures that are there, and none that are not', () => {
    const figures = createFigures();
    figures.add({ id: 'geometry', label: 'Geometry', svg: () => '<svg/>' });
    figures.add({ id: 'asked', label: 'Asked', svg: () => null });
    const ids = takeAwayItems(supCon(['a', 'b', 'c']), figures, testHost()).map(({ id }) => id);
    expect(ids).toContain('geometry-svg');
    expect(ids).not.toContain('asked-svg');
    expect(ids.slice(-2)).toEqual(['copy-numpy', 'copy-pytorch']);
  });

  it('saves a report with its pictures beside it, and says where', async () => {
    const figures = createFigures();
    figures.add({ id: 'geometry', label: 'Geometry', svg: () => '<svg/>' });
    const host = testHost(async () => ({ savedAs: 'paper/a.md' }));
    const [report] = takeAwayItems(supCon(['a', 'b', 'c']), figures, host);
    expect(await report.take()).toBe('Saved as paper/a.md.');
    expect(host.asked[0]).toMatchObject({
      name: 'save',
      ask: { name: 'a.md', beside: [{ name: 'a-geometry.svg', content: { text: '<svg/>' } }], opens: true },
    });
  });

  it('says nothing when no place was chosen', async () => {
    const host = testHost(async () => ({ savedAs: null }));
    const [report] = takeAwayItems(supCon(['a', 'b', 'c']), createFigures(), host);
    expect(await report.take()).toBeNull();
  });
});

it.each([
  ['SupCon 60-6-6', 'SupCon-60-6-6'],
  ['../../etc/passwd', 'etc-passwd'],
  ['<img src=x>', 'img-src-x'],
  ['中文类别', '中文类别'],
  ['…', 'objective'],
])('a file of %j is named %j', (name, stem) => expect(fileStem(name)).toBe(stem));

/** Remedies as quick fixes: which are offered where, and that the text they make has the verdict that they promise. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/geometry/analyze';
import { editText } from '../../../src/language/changes/textEdit';
import { createLanguageService } from '../../../src/language/createLanguageService';
import { remedyFixes } from '../../../src/language/features/remedyFixes';
import type { DocumentAnalysis } from '../../../src/language/languageService';
import { EMPTY_PROJECT } from '../../../src/language/project';
import { readProjectFile } from '../../../src/language/projectFile';
import { reader } from '../../support/pythonReader';

const service = createLanguageService(reader);

function analyzed(path: string, text: string, project = EMPTY_PROJECT): Promise<DocumentAnalysis> {
  return service.analyze(
    { uri: `file:///${path}`, path, text },
    {
      project,
      settings: { severity: {} },
      mathematics: async (definition) => analyze(definition),
      previous: null,
      signal: new AbortController().signal,
    },
  );
}

async function fixesAt(path: string, text: string, at: string | number, project = EMPTY_PROJECT) {
  const { objectives, findings } = await analyzed(path, text, project);
  const start = typeof at === 'number' ? at : text.indexOf(at);
  expect(start).toBeGreaterThanOrEqual(0);
  return remedyFixes(objectives, findings, { start, end: start }, service.edits);
}

const SOFT = 'objective: soft-supcon\ntemperature: 0.5 # as before\nacross: 0.05\nclasses: [6, 3, 1, 2]\n';
const KERNEL =
  'objective: y-aware\ntemperature: 0.5\nbandwidth: 0.5\nlabels: # ages\n  - 0\n  - 0.5\n  - 1\n  - 1.5\n  - 2\n';
const MATRIX =
  'objective: weighted\ntemperature: 0.5\nweights:\n  - [1, 0.9, 0.1]\n  - [0.2, 1, 0.3]\n  - [0.5, 0.6, 1]\n';
const SUPCON = 'objective: supcon\ntemperature: 0.5\nclasses:\n  - 60\n  - 6\n  - 6\n';

describe('remedies', () => {
  it.each([
    ['YAML', 'a.objective.yaml', SOFT],
    [
      'JSON',
      'a.objective.json',
      '{\n  "objective": "soft-supcon",\n  "temperature": 0.5,\n  "across": 0.05,\n  "classes": [6, 3, 1, 2]\n}\n',
    ],
    [
      'TOML',
      'a.objective.toml',
      'objective = "soft-supcon"\ntemperature = 0.5\nacross = 0.05\nclasses = [6, 3, 1, 2]\n',
    ],
  ])('lower the temperature in %s', async (_, path, text) => {
    const [first] = await fixesAt(path, text, '0.05');
    expect(first).toMatchObject({
      title: 'Lower the temperature to 0.445',
      isPreferred: true,
      finding: { rule: 'radius' },
    });
    expect(editText(text, first.edits)).toBe(text.replace('0.5', '0.445'));
  });

  it.each([
    ['an objective', SOFT],
    ['a kernel', KERNEL],
    ['SupCon', SUPCON],
    ['a matrix', MATRIX],
    ['a small dimension', `dimension: 2\n${SOFT.replace('0.5', '0.4')}`],
  ])('of %s give the verdict that they promise', async (_, text) => {
    const { objectives } = await analyzed('a.objective.yaml', text);
    const fixes = await fixesAt('a.objective.yaml', text, 0);
    const { remedies } = objectives[0].analysis;
    expect(fixes.map(({ title }) => title)).toEqual(remedies.map(({ title }) => title));
    expect(fixes.length).toBeGreaterThan(0);
    for (const [i, { edits }] of fixes.entries()) {
      const after = await analyzed('a.objective.yaml', editText(text, edits));
      expect(after.objectives[0].analysis.verdict).toBe(remedies[i].verdict);
      expect(
        after.findings.filter(({ rule }) => rule === 'invalid-value' || rule === 'unknown-argument'),
      ).toEqual([]);
    }
  });

  it('are preferred once', async () => {
    const fixes = await fixesAt('a.objective.yaml', SUPCON, 0);
    expect(fixes.filter(({ isPreferred }) => isPreferred)).toHaveLength(1);
    expect(fixes[0].isPreferred).toBe(true);
  });

  it('widen a kernel in Python, in the unit of the library', async () => {
    const project = readProjectFile("data: [{ objectives: '**', labels: [0, 0.5, 1, 1.5, 2] }]\n").project;
    const text =
      'from nidl.losses import YAwareInfoNCE\nloss = YAwareInfoNCE(kernel="gaussian", bandwidth=0.25, temperature=0.5)\n';
    const fixes = await fixesAt('a.py', text, 'kernel', project);
    expect(fixes.length).toBeGreaterThan(0);
    for (const { edits } of fixes) {
      const after = await analyzed('a.py', editText(text, edits), project);
      expect(after.objectives[0].analysis.verdict).toBe('realizable');
    }
  });

  it.each([
    ['beside the objective', `# about\n\n${SOFT}`, 0],
    ['of a realizable objective', SOFT.replace('0.5', '0.1'), 0],
    ['whose finding is silenced', `# objective-lens: ignore[radius]\n${SOFT}`, 'objective: soft'],
  ])('are not offered %s', async (_, text, at) => {
    expect(await fixesAt('a.objective.yaml', text, at)).toEqual([]);
  });

  it('are not offered where no edit of the text makes them', async () => {
    const project = readProjectFile("data: [{ objectives: '**', classes: [60, 6, 6] }]\n").project;
    const text =
      'from pytorch_metric_learning.losses import SupConLoss\nloss = SupConLoss(temperature=0.5)\n';
    const { objectives } = await analyzed('a.py', text, project);
    expect(objectives[0].analysis.remedies.length).toBeGreaterThan(0);
    expect(await fixesAt('a.py', text, 'SupConLoss(t', project)).toEqual([]);
  });

  it('write nothing into a text that was never analysed', () => {
    const [definition] = reader.read(
      { uri: 'a', path: 'a.objective.yaml', text: SOFT },
      EMPTY_PROJECT,
    ).definitions;
    expect(service.edits(definition, { temperature: 0.2 })).toMatchObject({
      refusedBecause: expect.stringContaining('Open the file'),
    });
  });
});

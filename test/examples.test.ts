/** The examples keep their promise: each objective has the verdict and the reason that its file says it shows. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataFilesBelow } from '../src/data/openDataFile';
import { analyze } from '../src/geometry/analyze';
import { createLanguageService } from '../src/language/createLanguageService';
import { readProjectFile } from '../src/language/projectFile';
import { read, reader } from './support/pythonReader';

const folder = join(import.meta.dirname, '../examples');
const text = (path: string) => readFileSync(join(folder, path), 'utf8');

const EXPECTED = {
  // It names no training command.
  'README.md': {},
  // A wish for `objective-lens design`, which holds no objective yet.
  'animals-and-vehicles.target.yaml': {},
  'age.objective.yaml': {
    'ages-on-a-sphere': 'inconsistent: not-spherical',
    'ages-on-a-line': 'realizable: exact',
  },
  'cifar100-long-tail.objective.yaml': {
    'long-tail': 'degenerate: zero-weight',
    'long-tail-softened': 'realizable: exact',
  },
  'head-and-tail.objective.yaml': {
    'head-and-tail': 'degenerate: zero-weight',
    'head-and-tail-balanced': 'degenerate: zero-weight',
    'rare-classes-merge': 'degenerate: zero-weight',
  },
  'simclr.objective.json': { simclr: 'degenerate: zero-weight' },
  'skin-lesions.objective.yaml': { 'skin-lesions': 'degenerate: zero-weight' },
  'train_brain_age.py': { by_age: 'conditional: null', by_view: 'conditional: null' },
  'train_face_age.py': { age_loss: 'inconsistent: not-spherical' },
  'train_lesions.py': { criterion: 'degenerate: zero-weight' },
  'verdicts.objective.yaml': {
    realizable: 'realizable: exact',
    'realizable-on-a-circle': 'realizable: exact',
    'realizable-from-text': 'realizable: exact',
    'zero-weight': 'degenerate: zero-weight',
    unbounded: 'degenerate: unbounded',
    'total-collapse': 'degenerate: total-collapse',
    asymmetric: 'inconsistent: asymmetric',
    'not-euclidean': 'inconsistent: not-euclidean',
    'not-spherical': 'inconsistent: not-spherical',
    radius: 'inconsistent: radius',
    dimension: 'inconsistent: dimension',
    conditional: 'conditional: null',
  },
  'weights.objective.yaml': {
    'age-within-scanner': 'realizable: exact',
    'squared-age-within-scanner': 'inconsistent: not-spherical',
  },
};

test('every example has the verdict that it is there for', async () => {
  const { project, findings } = readProjectFile(text('objective-lens.yaml'));
  expect(findings).toEqual([]);
  const verdicts: Record<string, Record<string, string>> = {};
  for (const path of readdirSync(folder).filter(
    (name) => reader.accepts(name) && name !== 'objective-lens.yaml',
  )) {
    expect(read(path, text(path), project).findings.filter(({ rule }) => rule !== 'missing-data')).toEqual(
      [],
    );
    const { objectives } = await createLanguageService(reader).analyze(
      { uri: `file:///${path}`, path, text: text(path) },
      {
        project,
        settings: { severity: {} },
        mathematics: async (definition) => analyze(definition),
        openDataFile: dataFilesBelow(folder),
        previous: null,
        signal: new AbortController().signal,
      },
    );
    verdicts[path] = Object.fromEntries(
      objectives.map(({ definition, analysis: { verdict, reason } }) => [
        definition.name,
        `${verdict}: ${reason}`,
      ]),
    );
  }
  expect(verdicts).toEqual(EXPECTED);
});

test('the data files are whole', () => {
  expect(text('data/agedb-ages.csv').trim().split('\n')).toHaveLength(16_489);
  expect(text('data/ham10000-class-counts.csv').trim().split('\n')).toHaveLength(8);
});

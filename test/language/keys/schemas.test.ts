/** The schemas are those of the description, take every example, and refuse what the readers refuse. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { OBJECTIVE_FILE_SHAPE } from '../../../src/language/keys/objectiveShape';
import { PROJECT_FILE_SHAPE } from '../../../src/language/keys/projectShape';
import { renderYaml } from '../../../src/language/keys/render';
import { SCHEMAS } from '../../../src/language/keys/schemas';
import { alternatives, type KeyDescription, type Shape } from '../../../src/language/keys/shape';
import { EMPTY_PROJECT, PROJECT_FILE } from '../../../src/language/project';
import { readProjectFile } from '../../../src/language/projectFile';
import { read } from '../../support/pythonReader';

const root = join(import.meta.dirname, '../../..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');

const ajv = new Ajv({ allErrors: true, strictSchema: false });
const validator = (name: string) => ajv.compile(JSON.parse(text(`media/schemas/${name}`)));
const isObjectiveFile = validator('objective-file.schema.json');
const isProjectFile = validator('project-file.schema.json');

test('the committed schemas are current: else run `npm run schemas`', () => {
  for (const [name, schema] of Object.entries(SCHEMAS))
    expect(JSON.parse(text(`media/schemas/${name}`))).toEqual(JSON.parse(JSON.stringify(schema)));
});

test('editors are told of every schema', () => {
  const { contributes } = JSON.parse(text('package.json'));
  const told = [...contributes.jsonValidation, ...contributes.yamlValidation].map(({ url }) => url);
  expect(new Set(told)).toEqual(new Set(Object.keys(SCHEMAS).map((name) => `./media/schemas/${name}`)));
});

describe('takes every example', () => {
  const examples = readdirSync(join(root, 'examples')).filter((name) =>
    /\.objective\.(yaml|json)$/.test(name),
  );
  it.each(examples)('%s', (name) => {
    isObjectiveFile(parse(text(`examples/${name}`)));
    expect(isObjectiveFile.errors ?? []).toEqual([]);
  });
  it('the project file', () => {
    isProjectFile(parse(text(`examples/${PROJECT_FILE}`)));
    expect(isProjectFile.errors ?? []).toEqual([]);
  });
});

const objectiveFindings = (yaml: string) => read('a.objective.yaml', yaml).findings;

describe('an objective file that is', () => {
  it.each([
    ['whole', 'objective: supcon\ntemperature: 0.1\nclasses: [5, 3]', true],
    ['of named classes', 'objective: supcon\ntemperature: 0.1\nclasses: { cat: 5, file: 3 }', true],
    [
      'of several objectives',
      'objectives: { a: { objective: info-nce, temperature: 0.5, samples: 8 } }',
      true,
    ],
    [
      'of a formula',
      'objective: weighted\ntemperature: 0.1\nlabels: [1, 2]\nweights: exp(-abs(y_i - y_j))',
      true,
    ],
    ['of a matrix', 'objective: weighted\ntemperature: 0.1\nweights: [[1, null], [0.5, 1]]', true],
    [
      'of an exponent and several bandwidths',
      'objective: y-aware\ntemperature: 1\nkernel: { exponent: 1.5 }\nbandwidth: [1, 2]\nlabels: [[1, 2], [3, 4]]',
      true,
    ],
    ['without a kind', 'temperature: 0.1', false],
    ['of an unknown kind', 'objective: supcn\ntemperature: 0.1', false],
    ['of an unknown key', 'objective: supcon\ntemprature: 0.1', false],
    ['of a key of another kind', 'objective: supcon\nbandwidth: 0.1', false],
    ['of a temperature of 0', 'objective: supcon\ntemperature: 0', false],
    ['of a temperature in words', 'objective: supcon\ntemperature: "0.1"', false],
    ['of half a sample', 'objective: supcon\nclasses: [5.5]', false],
    ['of no class', 'objective: supcon\nclasses: []', false],
    ['of an unknown kernel', 'objective: y-aware\nbandwidth: 1\nkernel: gauss', false],
    ['of a kernel without exponent', 'objective: y-aware\nbandwidth: 1\nkernel: {}', false],
    ['without the bandwidth', 'objective: y-aware\ntemperature: 0.1\nlabels: [1, 2]', false],
    ['of too large a weight', 'objective: soft-supcon\nacross: 1.5', false],
    ['of a negative weight', 'objective: weighted\nweights: [[1, -1], [1, 1]]', false],
    ['of both ways', 'objective: supcon\nobjectives: {}', false],
    ['broken in one of several', 'objectives: { a: { objective: supcon }, b: { objective: supcn } }', false],
    ['of views that are no switch', 'objective: supcon\nviews: { tied: 2 }', false],
    ['a list', '- objective: supcon', false],
  ])('%s', (_, yaml, right) => {
    expect(isObjectiveFile(parse(yaml))).toBe(right);
    // The readers agree: else one of the two is wrong.
    expect(objectiveFindings(yaml).length === 0).toBe(right);
  });
});

describe('values elsewhere that are', () => {
  it.each([
    ['in a file', 'labels: { file: y.npy }', true],
    [
      'in a column',
      'labels: { file: y.csv, column: age, where: { split: train, site: [1, 2] }, weight: n }',
      true,
    ],
    ['in columns by their places', 'labels: { file: y.csv, columns: [0, 3] }', true],
    ['in a file without a name', 'labels: { file: "" }', false],
    ['in a column of no name', 'labels: { file: y.csv, column: [age] }', false],
    ['of rows that hold a map', 'labels: { file: y.csv, where: { split: {} } }', false],
    ['in an unknown place', 'labels: { fle: y.csv }', false],
  ])('%s', (_, labels, right) => {
    const yaml = `objective: y-aware\ntemperature: 0.1\nbandwidth: 1\n${labels}`;
    expect(isObjectiveFile(parse(yaml))).toBe(right);
    expect(objectiveFindings(yaml).every(({ severity }) => severity !== 'error')).toBe(right);
  });

  it.each([
    ['counted in a column', 'classes: { file: y.csv, column: label, bins: { width: 5 } }', true],
    ['counted between edges', 'classes: { file: y.csv, column: age, bins: [0, 18, 65] }', true],
    ['counted in a folder', 'classes: { folder: data/train, ending: [wav, flac] }', true],
    ['of a formula', 'classes: { long-tail: { classes: 100, max: 500, factor: 0.01 } }', true],
    ['of a formula without its factor', 'classes: { long-tail: { classes: 100, max: 500 } }', false],
    ['of no interval', 'classes: { file: y.csv, column: age, bins: 0 }', false],
    ['of a folder and bins', 'classes: { folder: data/train, bins: 3 }', false],
  ])('%s', (_, classes, right) => {
    const yaml = `objective: supcon\ntemperature: 0.1\n${classes}`;
    expect(isObjectiveFile(parse(yaml))).toBe(right);
    expect(
      objectiveFindings(yaml).some(
        ({ severity, rule }) => severity === 'error' || rule === 'unknown-argument',
      ),
    ).toBe(!right);
  });
});

describe('a project file that is', () => {
  it.each([
    ['whole', 'data: [{ objectives: "**", classes: [5, 3] }]\ndimension: 8\nviews: 2\nexclude: [old]', true],
    ['of an unknown key', 'dimensions: 8', false],
    ['of data without a glob', 'data: [{ classes: [5, 3] }]', false],
    ['of a batch of 0', 'batch: 0', false],
    ['of an excluded word', 'exclude: old', false],
  ])('%s', (_, yaml, right) => {
    expect(isProjectFile(parse(yaml))).toBe(right);
    expect(readProjectFile(yaml).findings.length === 0).toBe(right);
  });
});

describe('the example of each key is right', () => {
  const [variants, several] = alternatives(OBJECTIVE_FILE_SHAPE);
  if (variants.kind !== 'variants' || several.kind !== 'map') throw new Error('the description has changed');
  const examples = variants.variants.flatMap(({ name, keys }) =>
    keys.map((key): [string, string, readonly KeyDescription[], KeyDescription] => [
      name,
      key.key,
      keys,
      key,
    ]),
  );
  it.each(examples)('%s: %s', (name, _, keys, key) => {
    const others = keys.filter((other) => other !== key && other.required && other.key !== key.key);
    const lines = [key, ...others].map((one) => `${one.key}: ${renderYaml(one.example)}`);
    const yaml = [`objective: ${name}`, ...lines].join('\n');
    expect(objectiveFindings(yaml).filter(({ span }) => yaml.slice(span.start, span.end) !== name)).toEqual(
      [],
    );
    isObjectiveFile(parse(yaml));
    expect(isObjectiveFile.errors ?? []).toEqual([]);
  });

  const projectKeys = PROJECT_FILE_SHAPE.kind === 'map' ? PROJECT_FILE_SHAPE.keys : [];
  it.each(projectKeys.map((key) => [key.key, key] as const))('of the project file: %s', (_, key) => {
    const yaml = `${key.key}: ${renderYaml(key.example)}`;
    expect(readProjectFile(yaml).findings).toEqual([]);
    isProjectFile(parse(yaml));
    expect(isProjectFile.errors ?? []).toEqual([]);
  });
});

test('every key that the readers take is described', () => {
  const describedIn = (shape: Shape): string[] =>
    alternatives(shape).flatMap((one) => (one.kind === 'map' ? one.keys.map(({ key }) => key) : []));
  const { findings } = readProjectFile('unknown: 1');
  for (const key of describedIn(PROJECT_FILE_SHAPE)) expect(findings[0].message).toContain(key);
  expect(readProjectFile('').project).toEqual(EMPTY_PROJECT);
});

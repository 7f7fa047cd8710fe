/** The project file: what it sets for the workspace, and what is said about values that it cannot set. */
import { describe, expect, it } from 'vitest';
import { EMPTY_PROJECT } from '../../src/language/project';
import { readProjectFile } from '../../src/language/projectFile';
import { expectFindings, readCarets } from '../support/carets';

const lines = (...parts: string[]) => parts.join('\n');
const ORIGIN = { origin: 'config objective-lens.yaml', span: null };

describe('the project file', () => {
  it('sets data, dimension, views, batch and excluded files', () => {
    const { project, findings } = readProjectFile(
      lines(
        'data:',
        '  - objectives: "src/**"',
        '    classes: [5, 3]',
        '  - { objectives: "**", labels: [0.1, 2e-1] }',
        'dimension: 128',
        'views: { count: 2, tied: false }',
        'batch: 256',
        'exclude: [old/**]',
      ),
    );
    expect(findings).toEqual([]);
    const classes = [
      { name: 'class 1', count: 5 },
      { name: 'class 2', count: 3 },
    ];
    expect(project).toEqual({
      bindings: [
        { objectives: 'src/**', classes: { value: classes, ...ORIGIN }, labels: null },
        { objectives: '**', classes: null, labels: { value: [[0.1], [0.2]], ...ORIGIN } },
      ],
      dimension: { value: 128, ...ORIGIN },
      views: { value: { count: 2, tied: false }, ...ORIGIN },
      batch: { value: 256, ...ORIGIN },
      exclude: ['old/**'],
      dialects: [],
    });
  });

  it.each(['', '# nothing yet\n', '---\n'])('may be empty: %j', (text) => {
    expect(readProjectFile(text)).toEqual({ project: EMPTY_PROJECT, findings: [] });
  });

  it.each([
    ['a list', lines('- 1', '^^^ invalid-value: a map of keys')],
    ['an unknown key', lines('dimensions: 3', '^^^^^^^^^^ unknown-argument: Did you mean `dimension`?')],
    ['a repeated key', lines('batch: 3', 'batch: 4', '^^^^^ invalid-value: a second time')],
    [
      'data that is a map',
      lines('data: { objectives: "**" }', '      ^^^^^^^^^^^^^^^^^^^^ invalid-value: a list of maps'),
    ],
    [
      'data without a glob',
      lines('data: [{ labels: [1] }]', '         ^^^^^^ invalid-value: the key `objectives` is missing'),
    ],
    ['an entry that is a word', lines('data: [all]', '       ^^^ invalid-value: must be a map')],
    [
      'an empty glob',
      lines(
        'data: [{ objectives: "", labels: [1] }]',
        '                     ^^ invalid-value: a glob of paths',
      ),
    ],
    [
      'an unknown key of an entry',
      lines(
        'data: [{ objectives: "**", label: [1] }]',
        '                           ^^^^^ unknown-argument: Did you mean `labels`?',
      ),
    ],
    [
      'a class without samples',
      lines(
        'data: [{ objectives: "**", classes: [0] }]',
        '                                     ^ invalid-value: at least 1',
      ),
    ],
    ['a dimension of zero', lines('dimension: 0', '           ^ invalid-value: at least 1')],
    ['an excluded word', lines('exclude: old', '         ^^^ invalid-value: a list of globs')],
    ['an excluded number', lines('exclude: [3]', '          ^ invalid-value: a glob of paths')],
    [
      'dialects that are a list',
      lines('dialects: [1]', '          ^^^ invalid-value: a map from loss classes'),
    ],
    [
      'a loss that is a word',
      lines('dialects: { my.Loss: supcon }', '                     ^^^^^^ invalid-value: must be a map'),
    ],
    [
      'a loss that is like nothing',
      lines(
        'dialects: { my.Loss: { temperature: tau } }',
        '            ^^^^^^^ invalid-value: The key `like` is missing',
      ),
    ],
    [
      'a loss that is like an unknown one',
      lines(
        'dialects: { my.Loss: { like: supcn } }',
        '                             ^^^^^ invalid-value: Did you mean `supcon`?',
      ),
    ],
    [
      'a loss like a class of a library that has none of the name',
      lines(
        'dialects: { my.Loss: { like: pytorch_metric_learning.losses.SupCon } }',
        '                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-value: import path of a library’s class',
      ),
    ],
    [
      'a value of another kind',
      lines(
        'dialects: { my.Loss: { like: supcon, bandwidth: sigma } }',
        '                                     ^^^^^^^^^ unknown-argument: A loss like supcon has no key',
      ),
    ],
    [
      'a name that is no argument',
      lines(
        'dialects: { my.Loss: { like: supcon, temperature: self.tau } }',
        '                                                  ^^^^^^^^ invalid-value: the name of an argument',
      ),
    ],
    [
      'a fixed value that is wrong',
      lines(
        'dialects: { my.Loss: { like: supcon, temperature: -1 } }',
        '                                                  ^^ invalid-value: a number above 0',
      ),
    ],
    [
      'a default that is wrong',
      lines(
        'dialects: { my.Loss: { like: supcon, temperature: { argument: tau, default: 0 } } }',
        '                                                                            ^ invalid-value: a number above 0',
      ),
    ],
    [
      'arguments that are no list',
      lines(
        'dialects: { my.Loss: { like: supcon, arguments: tau } }',
        '                                                ^^^ invalid-value: a list of the names',
      ),
    ],
    [
      'a class that is no path',
      lines(
        'dialects: { "my losses": { like: supcon } }',
        '            ^^^^^^^^^^^ invalid-value: no path of a Python',
      ),
    ],
    ['a syntax error', lines('batch: [1', '        ^ invalid-value: the list is not closed')],
  ])('says what is wrong with %s', (_, marked) => {
    const { text, marks } = readCarets(marked);
    const { findings } = readProjectFile(text);
    expectFindings(text, findings, marks);
  });

  it('names losses of its own: their arguments, their defaults, and what is fixed', () => {
    const { project, findings } = readProjectFile(
      lines(
        'dialects:',
        '  my.losses.TailCon: { like: soft-supcon, temperature: tau, across: { argument: eps, default: 0.01 } }',
        '  Ordered: { like: y-aware, arguments: [t, sigma], temperature: t, bandwidth: sigma, kernel: laplacian }',
        '  a.B: { like: pytorch_metric_learning.losses.SupConLoss, temperature: 0.2 }',
      ),
    );
    expect(findings).toEqual([]);
    expect(project.dialects).toEqual([
      {
        path: ['my', 'losses', 'TailCon'],
        like: { kind: 'objective', objective: 'soft-supcon' },
        argumentNames: { temperature: 'tau', across: 'eps' },
        defaults: { across: { value: 0.01, origin: 'default of the library', span: null } },
        fixed: {},
        signature: null,
      },
      {
        path: ['Ordered'],
        like: { kind: 'objective', objective: 'y-aware' },
        argumentNames: { temperature: 't', bandwidth: 'sigma' },
        defaults: {},
        fixed: { kernel: { value: 'laplacian', ...ORIGIN } },
        signature: ['t', 'sigma'],
      },
      {
        path: ['a', 'B'],
        like: { kind: 'class', path: ['pytorch_metric_learning', 'losses', 'SupConLoss'] },
        argumentNames: {},
        defaults: {},
        fixed: { temperature: { value: 0.2, ...ORIGIN } },
        signature: null,
      },
    ]);
  });

  it('keeps data from a file unknown, without losing the rest', () => {
    const { project, findings } = readProjectFile(
      'data: [{ objectives: "**", labels: { file: ages.csv } }]\nbatch: 8',
    );
    expect(findings).toEqual([]);
    expect(project.bindings[0].labels).toMatchObject({
      value: null,
      missing: 'ages.csv',
      source: { name: 'ages.csv', request: { from: 'file', take: 'rows' } },
    });
    expect(project.batch?.value).toBe(8);
  });

  it('keeps the good values beside a wrong one', () => {
    const { project } = readProjectFile('dimension: -1\nbatch: 8');
    expect(project).toEqual({ ...EMPTY_PROJECT, batch: { value: 8, ...ORIGIN } });
  });
});

/** Losses of the author's own, described in the project file or in a comment: found, and read by their arguments. */
import { describe, expect, it } from 'vitest';
import { commentedLosses } from '../../../src/language/dialects/custom/commentedLosses';
import { readProjectFile } from '../../../src/language/projectFile';
import type { Definition } from '../../../src/objective/definition';
import { expectFindings, readCarets } from '../../support/carets';
import { readIn } from '../../support/pythonReader';

const lines = (...parts: string[]) => parts.join('\n');

function reading(files: Readonly<Record<string, string>>, project = '') {
  const { project: read, findings } = readProjectFile(project);
  expect(findings).toEqual([]);
  return readIn(files, 'train.py', read);
}

/** Name, kind, and each value that is not a plain default, with its origin. */
function summary({ name, dialect, kind, parameters }: Definition): string {
  const sorted = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  const values = sorted.flatMap(([key, { value, origin, missing, span }]) =>
    span === null && /default/.test(origin) && key !== 'temperature' && key !== 'across'
      ? []
      : [`${key} ${value === null ? `unknown (${missing})` : JSON.stringify(value)} ${origin}`],
  );
  return [`${name} ${dialect} ${kind}`, ...values].join(', ');
}

function objectives(files: Readonly<Record<string, string>> | string, project = ''): string[] {
  const { definitions, broken, findings } = reading(
    typeof files === 'string' ? { 'train.py': files } : files,
    project,
  );
  expect({ broken, findings }).toEqual({ broken: [], findings: [] });
  return definitions.map(summary);
}

const TAIL = 'dialects: { my.losses.TailCon: { like: supcon, temperature: tau } }';

describe('a loss of the project file', () => {
  it.each<[string, string, string, string]>([
    [
      'imported from its module',
      'from my.losses import TailCon\nc = TailCon(tau=0.2)',
      TAIL,
      'c custom supcon, temperature 0.2 literal',
    ],
    [
      'imported under another name',
      'from my.losses import TailCon as T\nc = T(tau=0.2)',
      TAIL,
      'c custom supcon, temperature 0.2 literal',
    ],
    [
      'called by its module',
      'import my.losses\nc = my.losses.TailCon(tau=1 / 4)',
      TAIL,
      'c custom supcon, temperature 0.25 literal',
    ],
    [
      'handed on by a package',
      'from my import TailCon\nc = TailCon(tau=0.2)',
      TAIL,
      'c custom supcon, temperature 0.2 literal',
    ],
    [
      'of a constant',
      'from my.losses import TailCon\nTAU = 0.3\nc = TailCon(tau=TAU)',
      TAIL,
      'c custom supcon, temperature 0.3 constant',
    ],
    [
      'of what nobody knows',
      'from my.losses import TailCon\nc = TailCon(tau=cfg.tau)',
      TAIL,
      'c custom supcon, temperature unknown (cfg.tau) unresolved',
    ],
    [
      'without the argument',
      'from my.losses import TailCon\nc = TailCon()',
      TAIL,
      'c custom supcon, temperature unknown (tau) unresolved',
    ],
    [
      'by position, in the order that the description gives',
      'from my.losses import TailCon\nc = TailCon(8, 0.2)',
      'dialects: { TailCon: { like: supcon, arguments: [width, tau], temperature: tau } }',
      'c custom supcon, temperature 0.2 literal',
    ],
    [
      'with the default of the description',
      'from my.losses import TailCon\nc = TailCon()',
      'dialects: { TailCon: { like: soft-supcon, temperature: { argument: tau, default: 0.5 }, across: { argument: eps, default: 0.01 } } }',
      'c custom soft-supcon, across 0.01 default of the library, temperature 0.5 default of the library',
    ],
    [
      'with what is fixed',
      'from my.losses import Aware\nc = Aware(h=0.5)',
      'dialects: { Aware: { like: y-aware, temperature: 0.1, bandwidth: h, kernel: { exponent: 1.5 }, similarity: dot } }',
      'c custom y-aware, bandwidth 0.5 literal, kernel {"exponent":1.5} config objective-lens.yaml, similarity "dot" config objective-lens.yaml, temperature 0.1 config objective-lens.yaml',
    ],
    [
      'with a kernel by name, a list of classes and views',
      'from a import Odd\nc = Odd(0.1, "laplacian", [2, 3], 4)',
      'dialects: { a.Odd: { like: y-aware, arguments: [t, k, h, v], temperature: t, kernel: k, bandwidth: h, views: v } }',
      'c custom y-aware, bandwidth [2,3] literal, kernel "laplacian" literal, temperature 0.1 literal, views {"count":4,"tied":true} literal',
    ],
    [
      'computed by a function',
      'from my import pull\nloss = pull(z, y, tau=0.2)',
      'dialects: { my.pull: { like: supcon, temperature: tau } }',
      'loss custom supcon, temperature 0.2 literal',
    ],
    [
      'like a class of a library',
      'from my import Wrapped\nc = Wrapped()',
      'dialects: { my.Wrapped: { like: pytorch_metric_learning.losses.SupConLoss } }',
      'c custom supcon, temperature 0.1 default of the library',
    ],
    [
      'like a class of a library under other names',
      'from my import Wrapped\nc = Wrapped(var=4.0, t=0.3)',
      'dialects: { my.Wrapped: { like: nidl.losses.YAwareInfoNCE, bandwidth: var, temperature: t } }',
      'c custom y-aware, bandwidth 2 literal, temperature 0.3 literal',
    ],
  ])('%s', (_, text, project, expected) => {
    expect(objectives(text, project)).toEqual([expected]);
  });

  const OWN = lines(
    'class TailCon(nn.Module):',
    '    def __init__(self, width, tau=0.4):',
    '        super().__init__()',
  );
  it('has the signature and the defaults of its own class', () => {
    const files = {
      'my/losses.py': OWN,
      'my/__init__.py': '',
      'train.py': 'from my.losses import TailCon\nc = TailCon(8)\n',
    };
    expect(objectives(files, TAIL)).toEqual(['c custom supcon, temperature 0.4 default of the library']);
  });

  it('is none of another module', () => {
    expect(objectives('from other.losses import TailCon\nc = TailCon(tau=0.2)', TAIL)).toEqual([]);
    expect(objectives('from my.losses import HeadCon\nc = HeadCon(tau=0.2)', TAIL)).toEqual([]);
  });

  it('goes before what is known of a name', () => {
    const text = 'from my.losses import SupConLoss\nc = SupConLoss(0.9, tau=0.2)';
    const project = 'dialects: { my.losses.SupConLoss: { like: info-nce, temperature: tau } }';
    expect(objectives(text, project)).toEqual(['c custom info-nce, temperature 0.2 literal']);
  });

  it('says where a value cannot be', () => {
    const { text, marks } = readCarets(
      lines(
        'from my.losses import Soft',
        'c = Soft(tau=0.1, eps=2)',
        '                      ^ invalid-value: `eps` of Soft is 2, but it must be a number above 0 and at most 1',
      ),
    );
    const { broken, findings } = reading(
      { 'train.py': text },
      'dialects: { my.losses.Soft: { like: soft-supcon, temperature: tau, across: eps } }',
    );
    expectFindings(text, findings, marks);
    expect(broken).toMatchObject([{ name: 'c', kind: 'soft-supcon' }]);
  });
});

describe('a config that names a loss of the project file', () => {
  it.each([
    ['hydra.yaml', 'loss:\n  _target_: my.losses.TailCon\n  tau: 0.2\n'],
    ['lightning.yaml', 'loss:\n  class_path: my.losses.TailCon\n  init_args: { tau: 0.2 }\n'],
    ['latent.json', '{ "loss": { "target": "my.losses.TailCon", "params": { "tau": 0.2 } } }'],
  ])('%s', (path, text) => {
    const { project } = readProjectFile(TAIL);
    const { definitions, findings } = readIn({ [path]: text }, path, project);
    expect(findings).toEqual([]);
    expect(definitions.map(summary)).toEqual(['loss custom supcon, temperature 0.2 literal']);
    expect(readIn({ [path]: text }, path).definitions).toEqual([]);
  });
});

describe('a comment', () => {
  it.each<[string, string, string[]]>([
    [
      'above a call',
      lines('# objective-lens: {objective: supcon, temperature: tau}', 'c = build(tau=0.2)'),
      ['c custom supcon, temperature 0.2 literal'],
    ],
    [
      'behind a call, with a reason',
      'c = build(x)  # objective-lens: {objective: info-nce, temperature: 0.2, views: 4} as in the paper',
      ['c custom info-nce, temperature 0.2 literal, views {"count":4,"tied":true} literal'],
    ],
    [
      'above a call that is moved to a device',
      lines('# objective-lens: {objective: supcon, temperature: tau}', 'c = build(tau=0.2).to(device(0))'),
      ['c custom supcon, temperature 0.2 literal'],
    ],
    [
      'above the loss among other calls',
      lines('# objective-lens: {objective: soft-supcon, across: 0.01}', 'c = wrap(MyLoss(temperature=0.2))'),
      ['MyLoss custom soft-supcon, across 0.01 literal, temperature unknown (temperature) unresolved'],
    ],
    [
      'above a class',
      lines(
        '# objective-lens: {objective: supcon, temperature: tau}',
        '@register',
        'class Pull(nn.Module):',
        '    def __init__(self, width, tau=0.3): pass',
        'a = Pull(8)',
        'b = Pull(8, 0.2)',
      ),
      ['a custom supcon, temperature 0.3 default of the library', 'b custom supcon, temperature 0.2 literal'],
    ],
    [
      'above a function',
      lines(
        '# objective-lens: {objective: supcon, temperature: tau}',
        'def pull(z, y, tau=0.3): return z',
        'loss = pull(z, y)',
      ),
      ['loss custom supcon, temperature 0.3 default of the library'],
    ],
    [
      'above a known loss corrects what is known',
      lines(
        'from losses import SupConLoss',
        '# objective-lens: {objective: info-nce, temperature: 0.5}',
        'c = SupConLoss()',
        'd = SupConLoss()',
      ),
      [
        'c custom info-nce, temperature 0.5 literal',
        'd supcontrast supcon, temperature 0.07 default of the library',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(objectives(text)).toEqual(expected);
  });

  it('stands above a class of another module', () => {
    const files = {
      'my.py': lines(
        '# objective-lens: {objective: supcon, temperature: tau}',
        'class PullLoss:',
        '    def __init__(self, tau=0.3): pass',
      ),
      'train.py': 'from my import PullLoss\nc = PullLoss()\n',
    };
    expect(objectives(files)).toEqual(['c custom supcon, temperature 0.3 default of the library']);
  });

  it.each([
    [
      'a broken map',
      lines(
        '# objective-lens: {objective: supcon',
        '                                   ^ invalid-value: YAML syntax',
        'c = build()',
      ),
    ],
    [
      'no kind',
      lines(
        '# objective-lens: {temperature: tau}',
        '                  ^^^^^^^^^^^^^^^^^^ invalid-value: The key `objective` is missing',
        'c = build()',
      ),
    ],
    [
      'an unknown kind',
      lines(
        '# objective-lens: {objective: supcn}',
        '                              ^^^^^ invalid-value: Did you mean `supcon`?',
        'c = build()',
      ),
    ],
    [
      'an unknown key',
      lines(
        '# objective-lens: {objective: supcon, temprature: tau}',
        '                                      ^^^^^^^^^^ unknown-argument: Did you mean `temperature`?',
        'c = build()',
      ),
    ],
    [
      'nothing to speak of',
      lines(
        '# objective-lens: {objective: supcon}',
        '                  ^^^^^^^^^^^^^^^^^^^ unknown-argument: This comment describes nothing',
        'c = 1',
      ),
    ],
  ])('is told at its place: %s', (_, marked) => {
    const { text, marks } = readCarets(marked);
    expectFindings(text, reading({ 'train.py': text }).findings, marks);
  });

  it('is mended at its place', () => {
    const text = 'x = 1\n# objective-lens: {objective: supcon, temprature: tau}\nc = f()\n';
    const [{ fix }] = commentedLosses(text).findings;
    expect(fix?.newText).toBe('temperature');
    expect(text.slice(fix?.span.start, fix?.span.end)).toBe('temprature');
  });

  it('is read without a program too', () => {
    const text = 'x = 1\n# objective-lens: {objective: supcon, temperature: tau}\nc = f()\n';
    const { losses, findings } = commentedLosses(text);
    expect(findings).toEqual([]);
    expect(losses).toMatchObject([
      {
        description: { like: { objective: 'supcon' }, argumentNames: { temperature: 'tau' } },
        line: { start: text.indexOf('c ='), end: text.length - 1 },
      },
    ]);
  });
});

/** The traps of published losses: what is said where, with which numbers; and that nothing is said where there is no trap. */
import { describe, expect, it } from 'vitest';
import { NO_ANSWER } from '../../../src/geometry/analysis';
import { createLanguageService } from '../../../src/language/createLanguageService';
import type { Finding, RuleId } from '../../../src/language/finding';
import { EMPTY_PROJECT, type Project } from '../../../src/language/project';
import { readProjectFile } from '../../../src/language/projectFile';
import { expectFindings, readCarets } from '../../support/carets';
import { read, reader, readIn } from '../../support/pythonReader';

const service = createLanguageService(reader);
const TRAPS: readonly RuleId[] = [
  'inactive-objective',
  'unlabelled-supcon',
  'dropped-temperature',
  'bandwidth-is-variance',
  'column-normalised-weights',
  'loss-scale',
  'not-weighted-infonce',
  'float-as-string',
];

async function findingsIn(path: string, text: string, project: Project = EMPTY_PROJECT) {
  const analysis = await service.analyze(
    { uri: `file:///${path}`, path, text },
    {
      project,
      settings: { severity: {} },
      mathematics: () => Promise.resolve(NO_ANSWER),
      previous: null,
      signal: new AbortController().signal,
    },
  );
  const findings = analysis.findings.filter(({ rule }) => TRAPS.includes(rule));
  for (const { message } of findings) {
    expect(message.length).toBeLessThanOrEqual(300);
    expect(message).not.toMatch(/NaN|undefined|Infinity|\bnull\b/);
  }
  return { ...analysis, findings };
}

async function expectMarked(path: string, marked: string): Promise<readonly Finding[]> {
  const { text, marks } = readCarets(marked);
  const { findings } = await findingsIn(path, text);
  expectFindings(text, findings, marks);
  return findings;
}

const lines = (...parts: string[]) => parts.join('\n');
const fixed = (text: string, { fix }: Finding) =>
  fix && text.slice(0, fix.span.start) + fix.newText + text.slice(fix.span.end);

const SIGMA = `\${${'sigma'}}`;
const NIDL = 'from nidl.losses import YAwareInfoNCE as Y';
const COLUMNS = '    ^ column-normalised-weights: by the sums of columns';

describe('bandwidth-is-variance', () => {
  it.each<[string, string, string[], string | null]>([
    [
      'a sigma',
      'warning',
      [
        'sigma = 4',
        'y = Y(bandwidth=sigma)',
        COLUMNS,
        '                ^^^^^ bandwidth-is-variance: with `sigma` for it, σ = 2 and not 4, so label distances count twice as much. Samples with similar labels are pulled together less than was meant. Give the square of σ, 16.',
      ],
      'bandwidth=sigma**2)',
    ],
    [
      'a small sigma',
      'warning',
      [
        'sigma = 0.25',
        'y = Y(bandwidth=sigma)',
        COLUMNS,
        '                ^^^^^ bandwidth-is-variance: σ = 0.5 and not 0.25, so label distances count only 0.5 times as much. Samples with different labels are pulled together more',
      ],
      'bandwidth=sigma**2)',
    ],
    [
      'a sigma that is not known',
      'warning',
      [
        'def f(cfg):',
        '    return Y(bandwidth=cfg.sigma)',
        '           ^ column-normalised-weights: columns',
        '                       ^^^^^^^^^ bandwidth-is-variance: σ is the square root of `cfg.sigma`',
      ],
      'bandwidth=cfg.sigma**2)',
    ],
    [
      'a number',
      'information',
      [
        'y = Y(bandwidth=9)',
        COLUMNS,
        '                ^ bandwidth-is-variance: with 9 for it, σ is 3, in the unit of the labels. If you mean σ = 9, write 81; as it stands, label distances count 3 times as much.',
      ],
      'bandwidth=81)',
    ],
    [
      'a sigma of 1',
      'information',
      [
        'sigma = 1.0',
        'y = Y(bandwidth=sigma)',
        COLUMNS,
        '                ^^^^^ bandwidth-is-variance: is 1, which is its own square',
      ],
      'bandwidth=sigma**2)',
    ],
  ])('tells of %s', async (_, severity, code, fix) => {
    const marked = lines(NIDL, ...code);
    const findings = await expectMarked('train.py', marked);
    const finding = findings.find(({ rule }) => rule === 'bandwidth-is-variance');
    expect(finding?.severity).toBe(severity);
    expect(finding && fixed(readCarets(marked).text, finding)).toContain(fix);
  });

  it.each([
    'y = Y()',
    'y = Y(bandwidth=1.0)',
    'sigma = 4\ny = Y(bandwidth=sigma**2)',
    'sigma = 4\ny = Y(bandwidth=sigma * sigma)',
    'sigma = 4\ny = Y(bandwidth=np.square(sigma))',
    'variance = 4\ny = Y(bandwidth=variance)',
    'label_var = 4\ny = Y(bandwidth=label_var)',
    'y = Y(bandwidth=cfg.bandwidth)',
    'y = Y(bandwidth=[4.0, 9.0])',
    'y = Y(bandwidth=KernelMetric(bandwidth="scott"))',
  ])('says nothing of %s', async (code) => {
    const { findings } = await findingsIn('train.py', lines(NIDL, code));
    expect(findings.map(({ rule }) => rule)).toEqual(['column-normalised-weights']);
  });

  it('reads the sigma that a config interpolates, in YAML inside of Python too, and fixes it by a number', async () => {
    const config = lines(
      'sigma: 4',
      'model:',
      '  _target_: nidl.estimators.ssl.YAwareContrastiveLearning',
      `  bandwidth: ${SIGMA}`,
      '  temperature: 0.1',
    );
    for (const [path, text] of [
      ['model.yaml', config],
      ['model.py', `text = """\n${config}\n"""\n`],
    ]) {
      const { findings, objectives } = await findingsIn(path, text);
      expect(objectives[0].definition.parameters.bandwidth?.value).toBe(2);
      const finding = findings.find(({ rule }) => rule === 'bandwidth-is-variance');
      expect(finding?.message).toContain(`with \`${SIGMA}\` for it, σ = 2 and not 4`);
      expect(text.slice(finding?.span.start, finding?.span.end)).toBe(SIGMA);
      expect(finding && fixed(text, finding)).toContain('  bandwidth: 16\n');
    }
  });
});

it('stands at the right place in a notebook, and so does its fix', async () => {
  const notebook = JSON.stringify({
    cells: [
      { cell_type: 'code', source: ['%matplotlib inline\n', `${NIDL}\n`, 'sigma = 4'] },
      { cell_type: 'code', source: ['# "quoted"\n', 'y = Y(bandwidth=sigma)\n'] },
    ],
  });
  const { findings } = await findingsIn('train.ipynb', notebook);
  const finding = findings.find(({ rule }) => rule === 'bandwidth-is-variance');
  expect(finding && fixed(notebook, finding)).toBe(notebook.replace('=sigma)', '=sigma**2)'));
  expect(finding?.span).toEqual(finding?.fix?.span);
});

describe('column-normalised-weights', () => {
  it('tells how unevenly anchors count with known labels', async () => {
    const text = lines(NIDL, 'y = Y(bandwidth=1.0)');
    const { project } = readProjectFile('data: [{ objectives: "**", labels: [0, 0.5, 1, 6] }]');
    const { findings } = await findingsIn('a.py', text, project);
    expect(findings.map(({ severity }) => severity)).toEqual(['information']);
    expect(findings[0].message).toContain('With these labels they count 0.946 to 1.11 instead of 1.');
  });

  const copyOf = (line: string) =>
    lines(
      'class YAwareInfoNCE(nn.Module):',
      '    def __init__(self, kernel="gaussian", bandwidth=1.0, temperature=0.1):',
      '        super().__init__()',
      '    def forward(self, z1, z2, labels):',
      '        weights = self.kernel(labels)',
      `        ${line}`,
      '        return -(weights * log_sim).sum() / len(z1)',
      'criterion = YAwareInfoNCE()',
    );

  it.each<[string, number]>([
    ['weights /= weights.sum(axis=1)', 1],
    ['weights = weights / weights.sum(1)', 1],
    ['weights /= weights.sum(axis=1, keepdims=True)', 0],
    ['weights = weights / weights.sum(dim=1, keepdim=True)', 0],
    ['weights /= weights.sum(axis=1)[:, None]', 0],
    ['weights = weights / weights.sum(1).unsqueeze(1)', 0],
  ])('looks at what a copy does: %s', async (line, count) =>
    expect((await findingsIn('a.py', copyOf(line))).findings).toHaveLength(count),
  );

  it('is told of the y-Aware script too', () =>
    expectMarked(
      'train.py',
      lines(
        'from losses import GeneralizedSupervisedNTXenLoss',
        'y = GeneralizedSupervisedNTXenLoss(temperature=0.1, sigma=5)',
        '    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ column-normalised-weights: keepdims=True',
      ),
    ));
});

describe('loss-scale', () => {
  it.each<[string, string[]]>([
    [
      'a temperature over its base',
      [
        'from losses import SupConLoss',
        'c = SupConLoss(temperature=0.1)',
        '    ^^^^^^^^^^ loss-scale: The loss is 1.43 times the cross-entropy at temperature 0.1 (temperature/base_temperature): same optimum, gradients 1.43 times as large, as if the learning rate were. Pass `base_temperature=0.1`',
      ],
    ],
    [
      'a high temperature',
      [
        'from losses import SupConLoss',
        'c = SupConLoss(0.5)',
        '    ^^^^^^^^^^ loss-scale: gradients 7.14 times as large',
      ],
    ],
    [
      'a base that is given',
      [
        'from losses import SupConLoss',
        'c = SupConLoss(0.1, base_temperature=0.2)',
        '                                     ^^^ loss-scale: 0.5 times the cross-entropy',
      ],
    ],
    [
      'MoCo v3',
      [
        'from solo.losses import mocov3_loss_func',
        'loss = mocov3_loss_func(q, k, temperature=0.2)',
        '       ^^^^^^^^^^^^^^^^ loss-scale: 0.4 times the cross-entropy at temperature 0.2 (2·temperature)',
      ],
    ],
  ])('tells of %s', async (_, code) => {
    const [finding] = await expectMarked('train.py', lines(...code));
    expect(finding.severity).toBe('information');
  });

  it('sets a base that is given to the temperature', async () => {
    const text = lines('from losses import SupConLoss', 'c = SupConLoss(0.1, base_temperature=0.2)');
    const { findings } = await findingsIn('a.py', text);
    expect(fixed(text, findings[0])).toContain('base_temperature=0.1)');
  });

  it.each([
    'from losses import SupConLoss\nc = SupConLoss()',
    'from losses import SupConLoss\nc = SupConLoss(0.07)',
    'from losses import SupConLoss\nc = SupConLoss(0.1, "all", 0.1)',
    'from losses import SupConLoss\ndef f(t):\n    return SupConLoss(temperature=t)',
    'from pytorch_metric_learning.losses import SupConLoss\nc = SupConLoss(0.5)',
    'from lightly.loss import NTXentLoss\nc = NTXentLoss(0.2)',
  ])('says nothing of %s', async (code) => expect((await findingsIn('a.py', code)).findings).toEqual([]));
});

describe('unlabelled-supcon', () => {
  const IMPORT = 'from losses import SupConLoss';
  it('tells where a loss is called without labels', () =>
    expectMarked(
      'train.py',
      lines(
        IMPORT,
        'criterion = SupConLoss()',
        'for x in loader:',
        '    loss = criterion(features)',
        '           ^^^^^^^^^ unlabelled-supcon: this is NT-Xent (SimCLR), not SupCon',
        '    loss.backward()',
      ),
    ));

  it.each([
    'loss = SupConLoss(0.07)(features)',
    'loss = w * SupConLoss(0.07).cuda()(features)',
    'loss = SupConLoss(0.07).forward(features)',
  ])('tells of a loss that is built and called at once: %s', async (code) => {
    const { findings, objectives } = await findingsIn('train.py', lines(IMPORT, code));
    const start = IMPORT.length + 1 + code.indexOf('SupConLoss');
    expect(findings).toMatchObject([{ rule: 'unlabelled-supcon', span: { start, end: start + 10 } }]);
    expect(objectives[0].definition.kind).toBe('info-nce');
  });

  it('tells that a kernel of labels is not used', async () => {
    const { findings } = await findingsIn(
      'train.py',
      lines(
        'class YAwareInfoNCE(nn.Module):',
        '    def __init__(self, kernel="gaussian", bandwidth=1.0, temperature=0.1):',
        '        super().__init__()',
        '    def forward(self, z1, z2, labels=None):',
        '        return self.loss(z1, z2, labels)',
        'criterion = YAwareInfoNCE()',
        'loss = criterion(a, b)',
      ),
    );
    const finding = findings.find(({ rule }) => rule === 'unlabelled-supcon');
    expect(finding?.message).toContain('its kernel is not used: this is plain InfoNCE');
  });

  it.each([
    'loss = criterion(features, labels)',
    'loss = criterion(features, labels=labels)',
    'loss = criterion(features, mask=mask)',
    'loss = criterion(*batch)',
    'loss = criterion(f, y) if supervised else criterion(f)',
    'train(criterion)',
    'loss = SupConLoss(0.07)(features, labels)',
    'loss = SupConLoss(0.07).to(device)(features, labels=labels)',
  ])('says nothing of %s', async (use) =>
    expect((await findingsIn('a.py', lines(IMPORT, 'criterion = SupConLoss()', use))).findings).toEqual([]),
  );
});

describe('dropped-temperature', () => {
  const derived = (call: string) => [
    'from pytorch_metric_learning.losses import SupConLoss',
    'class MyLoss(SupConLoss):',
    '    def __init__(self, temperature=0.5):',
    `        super().__init__(${call})`,
  ];

  it('tells what the loss works with instead', () =>
    expectMarked(
      'train.py',
      lines(
        ...derived(''),
        'c = MyLoss(temperature=0.3)',
        '                       ^^^ dropped-temperature: `temperature` has no effect',
      ),
    ).then(([{ message, severity }]) => {
      expect(severity).toBe('warning');
      expect(message).toContain('works at temperature 0.1');
      expect(message).toContain('super().__init__(temperature=temperature)');
    }));

  it.each([
    [derived('temperature'), 'c = MyLoss(temperature=0.3)'],
    [derived('temperature=temperature'), 'c = MyLoss(temperature=0.3)'],
    [derived('**kwargs'), 'c = MyLoss(temperature=0.3)'],
    [derived(''), 'c = MyLoss()'],
  ])('says nothing of %s', async (code, call) =>
    expect((await findingsIn('a.py', lines(...code, call))).findings).toEqual([]),
  );
});

describe('not-weighted-infonce', () => {
  it.each([
    ['from pytorch_metric_learning.losses import MultiSimilarityLoss as L', 'two separate log-sum-exps'],
    ['from open_clip import SigLipLoss as L', 'a sigmoid for each pair'],
  ])('%s', async (line, words) => {
    const findings = await expectMarked(
      'a.py',
      lines(line, 'c = L()', '    ^ not-weighted-infonce: no geometry'),
    );
    expect(findings[0].severity).toBe('information');
    expect(findings[0].message).toContain(words);
  });
});

describe('float-as-string', () => {
  it('tells what PyYAML makes of a number, and writes it so that it is one', async () => {
    const marked = lines(
      'criterion:',
      "  name: 'SupCon'",
      '  params:',
      '    temperature: 5e-2',
      '                 ^^^^ float-as-string: Python will stop with a TypeError',
    );
    const [finding] = await expectMarked('train.yaml', marked);
    expect(finding.severity).toBe('error');
    expect(fixed(readCarets(marked).text, finding)).toContain('temperature: 5.0e-2');
  });

  it.each(['5.0e-2', '0.05', '"5e-2"'])('says nothing of %s', async (value) => {
    const text = lines('criterion:', "  name: 'SupCon'", '  params:', `    temperature: ${value}`);
    const { findings } = await findingsIn('train.yaml', text);
    expect(findings.filter(({ rule }) => rule === 'float-as-string')).toEqual([]);
  });

  it('says nothing where the library reads it as a number', async () => {
    const text = lines('_target_: lightly.loss.NTXentLoss', 'temperature: 5e-2');
    const { findings, objectives } = await findingsIn('model.yaml', text);
    expect(objectives[0].definition.parameters.temperature.value).toBe(0.05);
    expect(findings).toEqual([]);
  });
});

describe('unknown-argument', () => {
  const inherits = (call: string) => [
    'from lightly.loss import NTXentLoss',
    'class MyLoss(NTXentLoss):',
    '    def __init__(self, temperature=0.1, gather_distributed=False):',
    `        super().__init__(${call})`,
  ];

  it('tells where a position puts a value that has another name', () => {
    const marked = lines(
      ...inherits('temperature, gather_distributed'),
      '                                      ^^^^^^^^^^^^^^^^^^ unknown-argument: lands in `memory_bank_size`',
      'a = MyLoss(0.2)',
      'b = MyLoss(0.3)',
    );
    const { text, marks } = readCarets(marked);
    const { findings, definitions } = read('a.py', text);
    expectFindings(text, findings, marks);
    expect(definitions).toHaveLength(2);
    expect(fixed(text, findings[0])).toContain(
      'super().__init__(temperature, gather_distributed=gather_distributed)',
    );
  });

  it('tells it where an object of a class from another file is made', () => {
    const text = 'from my_losses import MyLoss\nc = MyLoss(0.2)\n';
    const classes = inherits('temperature, gather_distributed').join('\n');
    const { findings } = readIn({ 'my_losses.py': classes, 'a.py': text }, 'a.py');
    expect(findings).toMatchObject([{ rule: 'unknown-argument', span: { start: text.indexOf('MyLoss(') } }]);
    expect(findings[0].message).toContain('In MyLoss (my_losses.py): `gather_distributed` lands in');
  });

  it('tells of libraries whose order differs, without a fix that Python refuses', () => {
    const marked = lines(
      'from nidl.losses import DCLWLoss',
      'c = DCLWLoss(temperature, sigma)',
      '             ^^^^^^^^^^^ unknown-argument: lands in `sigma`',
      '                          ^^^^^ unknown-argument: lands in `temperature`',
    );
    const { text, marks } = readCarets(marked);
    const { findings } = read('a.py', text);
    expectFindings(text, findings, marks);
    expect(findings.map(({ fix }) => fix?.newText)).toEqual([undefined, 'sigma=sigma']);
  });

  it.each([
    inherits('temperature, gather_distributed=gather_distributed'),
    inherits('temperature=temperature'),
    inherits('temperature, 0, gather_distributed'),
    ['from lightly.loss import NTXentLoss', 'c = NTXentLoss(temp, bank_size)'],
  ])('says nothing of %s', (...code) => {
    expect(read('a.py', lines(...code, 'c = MyLoss(0.2)')).findings).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['a.py', 'from losses import SupConLoss\nc = SupConLoss(temprature=0.5)', 'SupConLoss(temperature=0.5)'],
    ['a.objective.yaml', 'objective: supcon\ntemprature: 0.5', '\ntemperature: 0.5'],
    ['a.objective.json', '{ "objective": "supcon", "temprature": 0.5 }', '"temperature": 0.5'],
  ])('offers the name that was meant, in %s', (path, text, expected) => {
    const finding = read(path, text).findings.find(({ rule }) => rule === 'unknown-argument');
    expect(finding && fixed(text, finding)).toContain(expected);
  });
});

/** Losses that train nothing as the text stands, and those of which only running the program would tell. */
import { describe, expect, it } from 'vitest';
import { NO_ANSWER } from '../../../src/geometry/analysis';
import { createLanguageService } from '../../../src/language/createLanguageService';
import { EMPTY_PROJECT } from '../../../src/language/project';
import { reader } from '../../support/pythonReader';

const service = createLanguageService(reader);
const lines = (...parts: string[]) => parts.join('\n');
const IMPORT = 'from losses import SupConLoss';

/** What is said of being inactive, or null; it is then all that is said of the objective. */
async function inactive(path: string, text: string): Promise<string | null> {
  const { findings, objectives } = await service.analyze(
    { uri: `file:///${path}`, path, text },
    {
      project: EMPTY_PROJECT,
      settings: { severity: {} },
      mathematics: () => Promise.resolve({ ...NO_ANSWER, verdict: 'conditional' }),
      previous: null,
      signal: new AbortController().signal,
    },
  );
  expect(objectives).toHaveLength(1);
  const finding = findings.find(({ rule }) => rule === 'inactive-objective');
  if (!finding) {
    expect(findings.map(({ rule }) => rule)).toContain('missing-data');
    return null;
  }
  expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
    'information inactive-objective',
  ]);
  return finding.message;
}

const BUILD = '    criterion = SupConLoss(temperature=0.5)';

describe('a branch that never runs', () => {
  it.each<[string, string[]]>([
    ['the condition is `False`', ['if False:', BUILD]],
    ['the condition is `0`', ['while 0:', BUILD]],
    ['USE is False', ['USE = False', 'if USE:', BUILD]],
    ['USE is False', ['USE = False', 'if USE:  # set by hand', '    # the loss', '', BUILD]],
    ['USE is False', ['USE = False', 'def f(x):', '    if USE and x > 2:', `    ${BUILD}`]],
    ['USE is True', ['USE = True', 'if not USE:', BUILD]],
    ['USE is True', ['USE = True', 'if USE:', '    pass', 'else:', BUILD]],
    [
      'NAME is "simsiam"',
      ['NAME = "simsiam"  # @param', 'if NAME == "barlow":', '    pass', 'elif NAME == "simclr":', BUILD],
    ],
    ['NAME is "barlow"', ['NAME = "barlow"', 'if NAME == "barlow":', '    pass', 'elif x:', BUILD]],
    ['NAME is "a"', ["NAME = 'a'", 'if NAME in ("b", "c"):', BUILD]],
    ['NAME is "a"', ["NAME = 'a'", 'if NAME not in ["a", "c"]:', BUILD]],
    ['NAME is "a"', ["NAME = 'a'", 'if (NAME != "a"):', BUILD]],
    ['A is None', ['A = None', 'B = 0', 'if A or B:', BUILD]],
    ['NAME is "a"', ["NAME = 'a'", 'if x and NAME == "b":', BUILD]],
    ['N is 2', ['N = 2', 'if N == 3:', BUILD]],
    ['T is None', ['T = None', 'if T is not None:', BUILD]],
    ['USE is False', ['USE = False', 'if USE:', '    criterion = wrap(', '  SupConLoss(temperature=0.5))']],
    [
      'USE is False',
      [
        'USE = False',
        'class M:',
        '    def __init__(self):',
        '        if USE:',
        '            self.criterion = SupConLoss()',
      ],
    ],
  ])('because %s', async (because, code) => {
    const message = await inactive('a.py', lines(IMPORT, ...code));
    expect(message).toContain(`never built: ${because} here`);
    expect(await inactive('a.py', lines(IMPORT, ...code).replaceAll('\n', '\r\n'))).toBe(message);
  });

  it.each<[string, string[]]>([
    ['a flag of the command line', ['if args.supcon:', BUILD]],
    ['a parameter', ['USE = False', 'def f(USE):', '    if USE:', `    ${BUILD}\n        return criterion`]],
    [
      'a default of a parameter',
      ['def f(use=False):', '    if use:', `    ${BUILD}\n        return criterion`],
    ],
    ['a name with two values', ['USE = False', 'if x:', '    USE = True', 'if USE:', BUILD]],
    ['an imported name', ['from config import USE', 'if USE:', BUILD]],
    ['a loop variable', ['for NAME in ["a", "b"]:', '    if NAME == "a":', `    ${BUILD}`]],
    ['the branch that runs', ['USE = True', 'if USE:', BUILD]],
    ['the other branch', ['USE = False', 'if USE:', '    pass', 'else:', BUILD]],
    [
      'a branch behind unknown ones',
      ['NAME = "simclr"', 'if x:', '    pass', 'elif NAME == "simclr":', BUILD],
    ],
    ['the `else` of a loop', ['for x in y:', '    pass', 'else:', BUILD]],
    ['the same level as a dead branch', ['if False:', '    pass', 'criterion = SupConLoss(temperature=0.5)']],
    ['words of a string', ['"""', 'if False:', '"""', 'criterion = SupConLoss(temperature=0.5)']],
    ['a commented condition', ['if True:', '    # if False:', BUILD]],
    ['a condition on two lines', ['USE = False', 'if (USE', '        or x):', BUILD]],
    ['the program itself', ['if __name__ == "__main__":', BUILD]],
    ['a name that a file may set', ['USE = False', 'exec(open("configurator.py").read())', 'if USE:', BUILD]],
    ['a name that options may set', ['USE = False', 'globals().update(options)', 'if USE:', BUILD]],
    ['an attribute that is set', ['class C:', '    use = False', 'C.use = True', 'if C.use:', BUILD]],
  ])('is not %s', async (_, code) => expect(await inactive('a.py', lines(IMPORT, ...code))).toBeNull());
});

describe('a weight of 0', () => {
  const USE = [IMPORT, 'criterion = SupConLoss(temperature=0.5)'];

  it.each<[string, string[]]>([
    ['', ['loss = ce + 0 * criterion(z, y)']],
    ['', ['loss = criterion(z, y) * 0.0 + ce']],
    ['`lam` ', ['lam = 0', 'loss = ce + lam * criterion(z, y)']],
    ['`lam` ', ['lam = 0.', 'con = criterion(z, y)', 'loss = ce + lam * con', 'print(con.item())']],
    [
      '',
      [
        'for z, y in loader:',
        '    con = criterion(z, y)',
        '    log(f"{con}")',
        '    (ce + con * 0).backward()',
      ],
    ],
  ])('%s in %s', async (weight, code) =>
    expect(await inactive('a.py', lines(...USE, ...code))).toContain(`its weight ${weight}is 0, so`),
  );

  it.each<[string, string[]]>([
    ['a weight above 0', ['loss = ce + 0.1 * criterion(z, y)']],
    ['a weight of the command line', ['loss = ce + args.lam * criterion(z, y)']],
    ['a default of a parameter', ['def f(z, y, lam=0):', '    return ce + lam * criterion(z, y)']],
    ['a weight of another term', ['loss = 0 * ce + criterion(z, y)']],
    ['a power', ['loss = ce + 0 ** criterion(z, y)']],
    [
      'a weight in one of two places',
      ['loss = 0 * criterion(z, y)', 'other = criterion(z, y)', 'other.backward()'],
    ],
    ['a value that goes elsewhere', ['con = criterion(z, y)', 'loss = ce + 0 * con', 'train(con)']],
    ['a weight that changes', ['lam = 0', 'lam = lam + 1', 'loss = ce + lam * criterion(z, y)']],
    ['an index', ['loss = ce + w[0] * criterion(z, y)']],
    ['a longer number', ['loss = ce + 10 * criterion(z, y)']],
  ])('is not %s', async (_, code) => expect(await inactive('a.py', lines(...USE, ...code))).toBeNull());

  it('in a config', async () => {
    const config = (weight: string) =>
      lines(
        'UnLabelLoss:',
        '  Train:',
        '    - SoftSupConLoss:',
        `        weight: ${weight}`,
        '        temperature: 0.07',
      );
    expect(await inactive('a.yaml', config('0.0'))).toContain('its weight `weight` is 0, so');
  });
});

describe('a loss that is never used', () => {
  const inFunction = (...code: string[]) =>
    lines(IMPORT, 'def train(z, y):', ...code.map((line) => `    ${line}`));
  const LOCAL = 'criterion = SupConLoss(temperature=0.5)';

  it.each([
    inFunction(LOCAL, 'return z'),
    inFunction(`criterion: nn.Module = (SupConLoss(0.5)`, '    .cuda())', 'return z'),
  ])('%s', async (text) => expect(await inactive('a.py', text)).toContain('`criterion` is never used'));

  it.each([
    inFunction(LOCAL, 'return criterion(z, y)'),
    inFunction(LOCAL, 'return lambda: criterion'),
    inFunction(LOCAL, 'return locals()'),
    inFunction(`self.${LOCAL}`, 'return z'),
    inFunction('global criterion', LOCAL, 'return z'),
    lines(IMPORT, LOCAL),
  ])('is not %s', async (text) => expect(await inactive('a.py', text)).toBeNull());
});

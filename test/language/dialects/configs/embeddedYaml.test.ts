/** YAML in a Python string is a config like any other, at its place in the script. */
import { describe, expect, it } from 'vitest';
import { read } from '../../../support/pythonReader';

const CONFIG = `
shared: &shared
  temperature: 0.1
model:
  sigma: 4
  age:
    _target_: nidl.losses.YAwareInfoNCE
    <<: *shared
    bandwidth: \${model.sigma}
`;

const script = (quoted: string) =>
  `"""A script: it's about _target_."""\n# 🙂 "not a string\nname = 'it\\'s'\nconfig_text = ${quoted}\nprint(config_text)\n`;

describe('YAML in a Python string', () => {
  it.each([
    { quoted: `r"""${CONFIG}"""` },
    { quoted: `"""${CONFIG}"""` },
    { quoted: `OmegaConf.create(u'''${CONFIG}''')` },
  ])('is read in $quoted', ({ quoted }) => {
    const text = script(quoted);
    const { definitions, findings } = read('examples/plot.py', text);
    expect(findings).toEqual([]);
    expect(definitions).toMatchObject([
      { name: 'age', kind: 'y-aware', dialect: 'nidl', parameters: { bandwidth: { value: 2 } } },
    ]);
    const [{ headSpan, parameters }] = definitions;
    expect(text.slice(headSpan.start, headSpan.end)).toBe('nidl.losses.YAwareInfoNCE');
    const { span } = parameters.temperature;
    expect(text.slice(span?.start, span?.end)).toBe('*shared');
    expect(text.slice(parameters.bandwidth?.span?.start).startsWith('$'.concat('{model.sigma}\n'))).toBe(
      true,
    );
  });

  it('stands among the losses of the script, in their order', () => {
    const text = `from nidl.losses import InfoNCE\nfirst = InfoNCE()\ntext = """${CONFIG}"""\nlast = InfoNCE(-1)\n`;
    const { definitions, broken, findings } = read('a.py', text);
    expect(definitions.map(({ name }) => name)).toEqual(['first', 'age']);
    expect(broken.map(({ name }) => name)).toEqual(['last']);
    expect(findings).toHaveLength(1);
  });

  it.each([
    { why: 'Python fills it in', quoted: `f"""${CONFIG}"""` },
    { why: 'it is bytes', quoted: `b"""${CONFIG}"""` },
    { why: 'characters are escaped', quoted: `"""${CONFIG}\\n"""` },
    { why: 'it is not closed', quoted: `"""${CONFIG}` },
    { why: 'it is a comment', quoted: `1 # """${CONFIG.replaceAll('\n', '\n#')}"""` },
  ])('is left alone where $why', ({ quoted }) => {
    expect(read('a.py', script(quoted))).toMatchObject({ definitions: [], broken: [], findings: [] });
  });

  it('is found in a cell of a notebook', () => {
    const source = `text = """${CONFIG}"""`.split(/(?<=\n)/);
    const text = JSON.stringify({ cells: [{ cell_type: 'code', outputs: [], source }] }, null, 1);
    const [{ headSpan }] = read('a.ipynb', text).definitions;
    expect(text.slice(headSpan.start, headSpan.end)).toBe('nidl.losses.YAwareInfoNCE');
  });
});

/** Markdown: commands and Python inside of fences count, and nothing else does. */
import { describe, expect, it } from 'vitest';
import { readAmong } from '../configs/readAmong';
import { FILES } from './files';

const read = (text: string) => readAmong({ ...FILES, 'docs/README.md': text }, 'docs/README.md');

/** The words of each objective's temperature. */
function temperatures(text: string): string[] {
  return read(text).definitions.map(({ parameters: { temperature } }) => {
    const { span, value, missing } = temperature;
    return span ? text.slice(span.start, span.end) : `${value ?? missing}`;
  });
}

const fenced = (code: string, info = '', mark = '```') =>
  `# Train\n\nRun:\n${mark}${info}\n${code}\n${mark}\nDone.\n`;
const COMMAND = 'python train.py --lr 1 \\\n  --temp 0.1';
const SNIPPET = 'from losses import SupConLoss\n\ncriterion = SupConLoss(temperature=0.2)\n';

describe('fenced code', () => {
  it.each([
    ['of no language', fenced(COMMAND), ['0.1']],
    ['of a shell', fenced(COMMAND, 'bash'), ['0.1']],
    ['with tildes', fenced(COMMAND, 'sh', '~~~'), ['0.1']],
    ['with attributes', fenced(COMMAND, '{.bash title="a"}'), ['0.1']],
    ['with prompts', fenced(`$ ${COMMAND}\nepoch 1, loss 0.1`, 'console'), ['0.1']],
    ['in a list', `- Run\n\n    \`\`\`\n    ${COMMAND}\n    \`\`\`\n`, ['0.1']],
    ['in a quote', `> \`\`\`\n> python train.py --temp 0.1\n> \`\`\`\n`, ['0.1']],
    ['with Windows line ends', fenced(COMMAND).replaceAll('\n', '\r\n'), ['0.1']],
    ['that is never closed', `\`\`\`\n${COMMAND}`, ['0.1']],
    ['in Python', fenced(SNIPPET, 'python'), ['0.2']],
    [
      'in Python, indented',
      `1. Build\n\n   \`\`\`python\n   ${SNIPPET.replaceAll('\n', '\n   ')}\n   \`\`\`\n`,
      ['0.2'],
    ],
    [
      'in interactive Python',
      fenced('>>> crit = SupConLoss(temperature=0.3)\n>>> crit\nSupConLoss(0.5)', 'pycon'),
      ['0.3'],
    ],
    ['twice', fenced(COMMAND) + fenced(SNIPPET, 'py'), ['0.1', '0.2']],
    ['behind an emoji', `😀 ${fenced(COMMAND)}`, ['0.1']],
  ])('%s', (_, text, expected) => {
    expect(temperatures(text)).toEqual(expected);
    expect(read(text).findings).toEqual([]);
  });

  it('keeps what stands in Python apart from other pieces of it', () => {
    const text =
      fenced('temp = 0.5', 'python') +
      fenced('from losses import SupConLoss\nc = SupConLoss(temperature=temp)', 'python');
    expect(read(text).definitions).toMatchObject([
      {
        kind: 'supcon',
        dialect: 'supcontrast',
        parameters: { temperature: { value: null, missing: 'temp' } },
      },
    ]);
  });

  it('stands at its place', () => {
    const text = fenced(SNIPPET, 'python');
    const [{ headSpan }] = read(text).definitions;
    expect(text.slice(headSpan.start, headSpan.end)).toBe('SupConLoss');
  });
});

describe('no objective', () => {
  it.each([
    ['in prose', 'Run `python train.py --temp 0.1`, or criterion = SupConLoss(temperature=0.2).'],
    ['in indented text', '    python train.py --temp 0.1\n'],
    ['in an HTML comment', `<!--\n${fenced(COMMAND)}-->\n`],
    ['in another language', fenced('loss = SupConLoss(temperature=0.2)', 'bibtex')],
    ['in YAML', fenced('method: simclr\nmethod_kwargs:\n  temperature: 0.2', 'yaml')],
    ['in a log', fenced('INFO SupConLoss temperature 0.1\ntrain.py: loss 0.2', 'text')],
    ['behind the closing fence', fenced('ls') + COMMAND],
  ])('%s', (_, text) => {
    expect(read(text)).toMatchObject({ definitions: [], broken: [], findings: [] });
  });
});

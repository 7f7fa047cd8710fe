/** Training commands: which script they start, which of their options count, and where each value stands. */
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../../src/language/reading';
import { readAmong } from '../configs/readAmong';
import { FILES } from './files';

const read = (text: string, path = 'run.sh') => readAmong({ ...FILES, [path]: text }, path);

/** Each objective in a line: what it is, its temperature, where that comes from, and the words that give it. */
function told({ definitions }: Reading, text: string): string[] {
  return definitions.map(({ kind, parameters: { temperature } }) => {
    const { value, origin, span, missing } = temperature;
    const words = span ? ` \`${text.slice(span.start, span.end)}\`` : '';
    return `${kind} ${value ?? missing} ${origin}${words}`;
  });
}

const SUPCON = 'supcon 0.1 literal `0.1`';

describe('a command that gives the temperature', () => {
  it.each([
    ['as a word', 'python train.py --temp 0.1', SUPCON],
    ['behind =', 'python train.py --temp=0.1', SUPCON],
    ['by its short name', 'python train.py -t 0.1', SUPCON],
    ['in quotes', 'python train.py --temp "0.1"', SUPCON],
    ['in quotes behind =', "python train.py --temp='0.1' --lr 1", SUPCON],
    ['twice', 'python train.py --temp 0.5 --temp 0.1', SUPCON],
    ['over several lines', 'python train.py --lr 1 \\\n  --temp 0.1 \\\n  --lr 2', SUPCON],
    ['behind a continuation with a blank behind it', 'python train.py --lr 1 \\ \n  --temp 0.1', SUPCON],
    ['with Windows line ends', 'python train.py \\\r\n  --temp 0.1\r\n', SUPCON],
    ['before a comment', 'python train.py --temp 0.1 # --temp 0.5', SUPCON],
    ['before a pipe', 'python train.py --temp 0.1 2>&1 | tee log.txt', SUPCON],
    ['in the background', 'nohup python -u train.py --temp 0.1 > log.txt &', SUPCON],
    ['with devices', 'CUDA_VISIBLE_DEVICES=0,1 python3 train.py --temp 0.1', SUPCON],
    ['by an interpreter of its own', '/opt/conda/bin/python3.10 ./train.py --temp 0.1', SUPCON],
    ['on several processes', 'torchrun --nproc_per_node=4 train.py --temp 0.1', SUPCON],
    [
      'by a launcher module',
      'python -m torch.distributed.launch --nproc_per_node 8 train.py --temp 0.1',
      SUPCON,
    ],
    ['by accelerate', 'accelerate launch --multi_gpu train.py --temp 0.1', SUPCON],
    ['of a module', 'python -m train --temp 0.1', SUPCON],
    ['of a module in a package', 'python -m tools.choice --tau 0.3', 'supcon 0.3 literal `0.3`'],
    ['on a cluster', 'srun -p gpu --gres=gpu:1 python train.py --temp 0.1', SUPCON],
    ['in a loop', 'for seed in 1 2; do python train.py --seed $seed --temp 0.1; done', SUPCON],
    ['from a variable', 'T=0.1\npython train.py --temp $T', 'supcon 0.1 constant `$T`'],
    [
      'from an exported variable',
      `export T="0.1"\npython train.py --temp "\${T}"`,
      'supcon 0.1 constant `$'.concat('{T}`'),
    ],
    ['from the loop', 'for t in 0.1 0.5; do\n  python train.py --temp $t\ndone', 'supcon $t unresolved `$t`'],
    ['from an argument', 'python train.py --temp $1', 'supcon $1 unresolved `$1`'],
    ['for the reader to fill in', 'python train.py --temp <TEMP>', 'supcon <TEMP> unresolved `<TEMP>`'],
    ['without labels', 'python train.py --temp 0.1 --method SimCLR', 'info-nce 0.1 literal `0.1`'],
    ['and a name', 'python tools/choice.py --loss simclr --tau 0.3', 'info-nce 0.3 literal `0.3`'],
    [
      'that a branch does not read',
      'python tools/choice.py --loss x --fixed --tau 0.3',
      'info-nce 0.5 literal',
    ],
    ['from another folder', 'cd tools\npython choice.py --tau 0.3', 'supcon 0.3 literal `0.3`'],
  ])('%s', (_, text, expected) => {
    const reading = read(text);
    expect(told(reading, text)).toEqual([expected]);
    expect(reading.broken).toEqual([]);
  });

  it('names the script, and is told from its first word to its last', () => {
    const text = 'echo start\nCUDA_VISIBLE_DEVICES=0 python train.py \\\n  --temp 0.1  # fast\n';
    const [{ span, headSpan, name, dialect }] = read(text).definitions;
    expect(text.slice(headSpan.start, headSpan.end)).toBe('train.py');
    expect(text.slice(span.start, span.end)).toBe('CUDA_VISIBLE_DEVICES=0 python train.py \\\n  --temp 0.1');
    expect({ name, dialect }).toEqual({ name: 'criterion', dialect: 'supcontrast' });
  });

  it('stands in a folder below or beside its script', () => {
    const text = 'python train.py --temp 0.1';
    expect(told(read(text, 'scripts/gpu/run.sh'), text)).toEqual([SUPCON]);
    const choice = 'python choice.py --tau 0.3';
    expect(told(read(choice, 'tools/run.sh'), choice)).toEqual(['supcon 0.3 literal `0.3`']);
  });

  it('keeps the default of what it does not give', () => {
    const text = 'python train.py --method SimCLR';
    const reading = read(text);
    expect(told(reading, text)).toEqual(['info-nce 0.07 default of --temp']);
    // That there are no labels is what the option asks for.
    expect(reading.definitions[0].remarks).toBeUndefined();
  });

  it('is scaled by what it gives', () => {
    const text = 'python train.py --temp 0.14';
    expect(read(text).definitions[0].remarks).toEqual([
      {
        kind: 'scaled-loss',
        span: { start: 23, end: 27 },
        factor: 2,
        formula: 'temperature/base_temperature',
      },
    ]);
  });

  it('that no loss can work with is wrong at its place', () => {
    const text = 'python train.py --temp -0.1';
    const { definitions, broken, findings } = read(text);
    expect(definitions).toEqual([]);
    expect(broken).toMatchObject([{ name: 'criterion', span: { start: 0, end: text.length } }]);
    expect(findings).toMatchObject([{ rule: 'invalid-value', span: { start: 23, end: 27 } }]);
    expect(findings[0].message).toContain('is -0.1 (--temp)');
  });

  it('tells what it was read with, so that a change of the script is noticed', () => {
    expect(read('python train.py --temp 0.1').sourceFiles).toEqual(
      expect.arrayContaining(['train.py', 'losses.py']),
    );
  });
});

describe('a loss', () => {
  it.each([
    ['of a class of another module', 'python main.py --tau 0.3', ['info-nce 0.3 literal `0.3`']],
    ['of a class that the options choose', 'python main.py --model byol', ['info-nce 0.1 default of --tau']],
    ['of a function', 'python main.py --model supcon --tau 0.3', ['supcon 0.3 literal `0.3`']],
    ['with flags of absl', 'python absl_train.py --temperature=0.3', ['supcon 0.3 literal `0.3`']],
    ['with options of click', 'python click_train.py --temperature 0.3', ['supcon 0.3 literal `0.3`']],
    ['with fields of a dataclass', 'python hf_train.py --temperature 0.3', ['supcon 0.3 literal `0.3`']],
  ])('%s', (_, text, expected) => {
    expect(told(read(text), text)).toEqual(expected);
  });
});

describe('no objective', () => {
  it.each([
    ['without options', 'python train.py'],
    ['with options that the loss does not read', 'python train.py --lr 0.1 --data_folder ./data'],
    ['of a script without a loss', 'python plain.py --temp 0.1'],
    ['of a script that is not there', 'python absent.py --temp 0.1'],
    ['outside of the workspace', 'python ../train.py --temp 0.1\npython /train.py --temp 0.1'],
    ['in a comment', '# python train.py --temp 0.1'],
    ['that is only shown', 'echo python train.py --temp 0.1'],
    ['in a string', 'say "python train.py --temp 0.1"'],
    ['in a text for another command', 'cat > a.txt <<EOF\npython train.py --temp 0.1\nEOF\n'],
    ['that only names a config', 'python configured.py --config b.yaml'],
    ['that only tests', 'python train.py --temp 0.1 --evaluate'],
    ['of code in the line', 'python -c "import train" train.py --temp 0.1'],
    ['of another program', 'vim train.py --temp 0.1'],
    ['with a script that a variable names', 'python $SCRIPT --temp 0.1'],
    ['that never ends its quotes', 'python train.py "--temp 0.1'],
  ])('%s', (_, text) => {
    expect(read(text)).toMatchObject({ definitions: [], broken: [], findings: [] });
  });
});

describe('several commands', () => {
  it('are told in their order, each with its own values', () => {
    const text =
      'python train.py --temp 0.1\npython train.py --temp 0.2 && python tools/choice.py --tau 0.3\n';
    expect(told(read(text), text)).toEqual([SUPCON, 'supcon 0.2 literal `0.2`', 'supcon 0.3 literal `0.3`']);
  });

  it('run on behind an apostrophe and a text that is never closed', () => {
    const text = "echo don't\npython train.py --temp 0.1\ncat <<EOF\n";
    expect(told(read(text), text)).toEqual([SUPCON]);
  });

  it.each([
    ['texts for other commands that never end', '<<A\n'.repeat(20_000)],
    ['the same with a word each', Array.from({ length: 20_000 }, (_, i) => `<<A${i}\n`).join('')],
    ['expansions that never end', '$('.repeat(100_000)],
    ['quotes that never end', `"'`.repeat(100_000)],
    ['continuations', '\\\n'.repeat(100_000)],
    ['fences', '```\n'.repeat(50_000)],
  ])('are read in little time among %s', (_, hostile) => {
    for (const path of ['a.sh', 'a.md']) {
      const started = performance.now();
      read(`python train.py --lr 1\n${hostile}`, path);
      expect(performance.now() - started).toBeLessThan(5000);
    }
  });
});

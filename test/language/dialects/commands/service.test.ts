/** What is said of commands: what their options cause, and nothing that the script already says. */
import { describe, expect, it } from 'vitest';
import type { DataFile } from '../../../../src/data/dataFile';
import { createLanguageService } from '../../../../src/language/createLanguageService';
import { EMPTY_PROJECT } from '../../../../src/language/project';
import { openedFile, utf8 } from '../../../support/dataFiles';
import { reader } from '../../../support/pythonReader';
import { analysisOf } from '../../explanation/samples';
import { FILES } from './files';

const CONDITIONAL = analysisOf({ verdict: 'conditional', reason: null });

async function analyze(path: string, text: string) {
  const files: Readonly<Record<string, string>> = { ...FILES, [path]: text };
  const open = async (name: string): Promise<DataFile> =>
    name in files ? openedFile(utf8(files[name]), files[name]) : { kind: 'missing' };
  return createLanguageService(reader).analyze(
    { uri: `file:///${path}`, path, text },
    {
      project: EMPTY_PROJECT,
      settings: { severity: {} },
      mathematics: async () => CONDITIONAL,
      previous: null,
      signal: new AbortController().signal,
      openDataFile: open,
    },
  );
}

describe('findings at a command', () => {
  it.each([
    ['what the script lacks', 'python train.py -t 0.07 --method SupCon', []],
    ['what the option causes', 'python train.py -t 0.1', ['loss-scale `0.1`']],
    ['what is open in the command', 'python train.py -t $1', ['missing-data `train.py`']],
    ['what is wrong in the command', 'python train.py -t 0', ['invalid-value `0`']],
    ['what is silenced', '# objective-lens: ignore\npython train.py \\\n  -t 0.1', []],
  ])('tell %s', async (_, text, expected) => {
    const { findings } = await analyze('run.sh', text);
    const told = findings.map(({ rule, span }) => `${rule} \`${text.slice(span.start, span.end)}\``);
    expect(told).toEqual(expected);
  });

  it('name what is missing by the words of the command', async () => {
    const { findings } = await analyze('README.md', '```\npython train.py --temp $TEMP\n```\n');
    expect(findings[0].message).toContain('the temperature ($TEMP)');
  });

  it('follow the script and what it imports', async () => {
    const { objectives, dataFiles } = await analyze('README.md', '```\npython train.py --temp 0.1\n```\n');
    expect(objectives.map(({ definition }) => definition.script)).toEqual(['train.py']);
    expect(dataFiles).toEqual(expect.arrayContaining(['train.py', 'losses.py']));
  });
});

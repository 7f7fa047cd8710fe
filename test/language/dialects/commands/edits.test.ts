/** Remedies are written where the command has the value, and nowhere where the script has it. */
import { expect, it } from 'vitest';
import { writeInto } from '../../../../src/language/changes/writer';
import { NO_FILES } from '../../../../src/language/dataFiles';
import { EMPTY_PROJECT } from '../../../../src/language/project';
import { reader } from '../../../support/pythonReader';
import { readAmong } from '../configs/readAmong';
import { FILES } from './files';

function written(path: string, text: string): string | null {
  const document = { uri: `file:///${path}`, path, text };
  const sources = new Map<string, string | null>(Object.entries(FILES));
  const { sourceFiles } = readAmong({ ...FILES, [path]: text }, path);
  for (const wanted of sourceFiles ?? []) sources.set(wanted, FILES[wanted] ?? null);
  const [definition] = reader.read(document, EMPTY_PROJECT, NO_FILES, sources).definitions;
  const from = { document, project: EMPTY_PROJECT, files: NO_FILES, sources };
  const answer = writeInto(definition, { temperature: 0.25 }, from, reader);
  if (!('edits' in answer)) return null;
  const [{ span, text: added }] = answer.edits;
  return text.slice(0, span.start) + added + text.slice(span.end);
}

it.each([
  ['a word', 'python train.py --temp 0.1', 'python train.py --temp 0.25'],
  ['behind =', 'python train.py --temp="0.1" --lr 1', 'python train.py --temp="0.25" --lr 1'],
  ['of the second line', 'python train.py \\\n  -t 0.1\n', 'python train.py \\\n  -t 0.25\n'],
  ['of a variable', 'T=0.1\npython train.py --temp $T', 'T=0.25\npython train.py --temp $T'],
  ['that the script gives', 'python train.py --method SimCLR', null],
])('%s', (_, text, expected) => {
  expect(written('run.sh', text)).toBe(expected);
  const fenced = (code: string) => `- Run\n\n  \`\`\`\n  ${code.replaceAll('\n', '\n  ')}\n  \`\`\`\n`;
  expect(written('README.md', fenced(text))).toBe(expected && fenced(expected));
});

/** The command `design`: from wished similarities to an objective that has them, as a file or as lines of PyTorch. */
import { basename, resolve } from 'node:path';
import { type Design, designObjective, UNCHANGED } from '../geometry/remedy/design/designObjective';
import { readDesignTarget } from '../language/design/designTarget';
import { writeObjective } from '../language/design/writeObjective';
import { writePytorch } from '../language/design/writePytorch';
import type { Finding } from '../language/finding';
import type { DesignCommand } from './arguments';
import { createPositions } from './positions';
import { readText } from './readText';
import type { Surroundings } from './runAnalyze';
import { printable } from './terminal';

/** The temperature of a target that names none: what contrastive losses are most often trained at. */
const USUAL_TEMPERATURE = 0.1;

/** 0 with a design on standard output, 2 where the target could not be read or has none. */
export async function runDesign(
  { path, temperature, format }: DesignCommand,
  { cwd, stdout, stderr }: Pick<Surroundings, 'cwd' | 'stdout' | 'stderr'>,
): Promise<number> {
  const say = (text: string) => stderr.write(`objective-lens: ${text}\n`);
  const file = await readText(resolve(cwd, path));
  if (file.kind === 'unread') {
    say(`cannot read ${printable(path)}: ${printable(file.because)}`);
    return 2;
  }
  const target = readDesignTarget(file.text, basename(path));
  for (const finding of target.findings) say(findingLine(path, file.text, finding));
  if (target.wish === null) return 2;
  const result = designObjective(target.wish, temperature ?? target.temperature ?? USUAL_TEMPERATURE);
  if (result.kind === 'refused') {
    say(`no objective for ${printable(path)}: ${result.because}.`);
    return 2;
  }
  say(changeLine(result.design));
  if (result.design.stoppedEarly)
    say('the search for the nearest similarities ended early: these can be had, but nearer ones may be too.');
  stdout.write(WRITERS[format](result.design, basename(path)));
  return 0;
}

const WRITERS = {
  objective: writeObjective,
  pytorch: writePytorch,
  json: designJson,
} as const;

function findingLine(path: string, text: string, { severity, span, message }: Finding): string {
  const { start } = createPositions(text)(span);
  return `${printable(path)}:${start.line + 1}:${start.character + 1}  ${severity}  ${printable(message)}`;
}

/** How much of the wish could not be had, and where the most. */
function changeLine({ definition, distance, largestChange, rank }: Design): string {
  const takes = `The optimum takes ${rank} ${rank === 1 ? 'dimension' : 'dimensions'}.`;
  if (distance < UNCHANGED) return `points have exactly the wished similarities. ${takes}`;
  const classes = definition.parameters.classes?.value ?? [];
  const [first, second] = largestChange.pair.map((i) => printable(classes[i].name));
  return `no points have the wished similarities; the nearest are ${short(distance)} away (Frobenius norm), the most for ${first} and ${second}: ${short(largestChange.from)} becomes ${short(largestChange.to)}. ${takes}`;
}

const short = (x: number) => String(Number(x.toPrecision(3)));

function designJson({ definition, ...design }: Design, source: string): string {
  const { classes, temperature } = definition.parameters;
  const names = (classes?.value ?? []).map(({ name }) => name);
  const [first, second] = design.largestChange.pair;
  const document = {
    schemaVersion: 1,
    classes: classes?.value ?? [],
    temperature: temperature.value,
    similarities: design.cosines.map((row) => [...row]),
    rank: design.rank,
    distance: design.distance,
    largestChange: { ...design.largestChange, pair: [names[first], names[second]] },
    stoppedEarly: design.stoppedEarly,
    objective: writeObjective({ definition, ...design }, source),
    pytorch: writePytorch({ definition, ...design }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

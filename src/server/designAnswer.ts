/** Designs an objective for the panel, as the command line does for a file: by the same readers, checks and writers. */
import { type Design, designObjective, type Wish } from '../geometry/remedy/design/designObjective';
import { readDesignTarget } from '../language/design/designTarget';
import { writeObjective } from '../language/design/writeObjective';
import { writePytorch } from '../language/design/writePytorch';
import type { Mathematics } from '../language/languageService';
import {
  type DesignAnswer,
  type DesignAsk,
  type DesignRefusal,
  type DesignTarget,
  MOST_DESIGNED,
  type ReadTargetAnswer,
  type ReadTargetAsk,
} from '../protocol/requests/design';

export async function designWished(
  mathematics: Mathematics,
  { target, temperature, source }: DesignAsk,
  signal: AbortSignal,
): Promise<DesignAnswer> {
  if (!(temperature > 0)) return refused('A temperature is a number above 0', 'temperature');
  const wish = checkedWish(target);
  if (typeof wish === 'string') return refused(wish, 'similarities');
  const result = designObjective(wish, temperature);
  if (result.kind === 'refused') return refused(result.because, result.at);
  const { design } = result;
  return {
    designed: {
      similarities: design.cosines.map((row) => Array.from(row)),
      rank: design.rank,
      change: changeOf(wish, design),
      stoppedEarly: design.stoppedEarly,
      objective: writeObjective(design, source),
      pytorch: writePytorch(design),
      analysis: await mathematics(design.definition, signal),
    },
  };
}

/** Also for a hierarchy or an arc that is typed into the panel: the text of a target file. */
export function readWished({ text, fileName }: ReadTargetAsk): ReadTargetAnswer {
  const { wish, temperature, findings } = readDesignTarget(text, fileName);
  const problems = findings.map(({ span, message }) => ({ line: lineOf(text, span.start), message }));
  const count = wish?.classes.length ?? 0;
  if (count > MOST_DESIGNED) return { target: null, temperature, problems: [...problems, tooMany(count)] };
  return { target: wish && targetOf(wish), temperature, problems };
}

const refused = (because: string, at: DesignRefusal['at']): DesignAnswer => ({ refused: { because, at } });

/** The wish as the reader of target files takes it, or what is wrong with it. */
function checkedWish({ classes, similarities }: DesignTarget): Wish | string {
  const names = classes.map(({ name }) => name);
  if (names.length > MOST_DESIGNED) return tooMany(names.length).message;
  const nameless = names.findIndex((name) => name.trim() === '');
  if (nameless >= 0) return `Class ${nameless + 1} has no name`;
  const { wish, findings } = readDesignTarget(JSON.stringify({ similarities, classes: names }), 'wish.json');
  if (wish === null) return findings.map(({ message }) => message).join(' ');
  return { ...wish, classes: classes.map(({ name, size }) => ({ name, count: size })) };
}

const targetOf = ({ classes, similarities }: Wish): DesignTarget => ({
  classes: classes.map(({ name, count }) => ({ name, size: count })),
  similarities,
});

const tooMany = (count: number) => ({
  line: 0,
  message: `The target has ${count} classes; a matrix that is edited by hand has at most ${MOST_DESIGNED}. The command “objective-lens design” takes larger ones.`,
});

function changeOf(wish: Wish, { cosines, largestChange }: Design) {
  const count = cosines.length;
  let sum = 0;
  for (let i = 0; i < count; i++)
    for (let j = 0; j < i; j++) sum += Math.abs(wish.similarities[i][j] - cosines[i][j]);
  const { pair, from, to } = largestChange;
  return { mean: sum / ((count * (count - 1)) / 2), largest: Math.abs(from - to), pair };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length - 1;
}

/** The panel's designs: what is saved is realizable with the similarities that were shown, and bad wishes are told. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/geometry/analyze';
import { decode } from '../../src/protocol/decode';
import { type DesignAsk, design, MOST_DESIGNED, readTarget } from '../../src/protocol/requests/design';
import { designWished, readWished } from '../../src/server/designAnswer';
import { read } from '../support/pythonReader';

const classesOf = (...names: string[]) => names.map((name, place) => ({ name, size: 1 + 10 * place }));
const THREE = classesOf('cat', 'dog', 'truck');
const uniform = (count: number, cosine: number) =>
  Array.from({ length: count }, (_, i) =>
    Array.from({ length: count }, (_other, j) => (i === j ? 1 : cosine)),
  );

async function asked(ask: Partial<DesignAsk['target']> & { temperature?: number; source?: string }) {
  const { temperature = 0.1, source = 'a wish', ...target } = ask;
  const question = {
    target: { classes: THREE, similarities: uniform(3, 0), ...target },
    temperature,
    source,
  };
  expect(decode(design.ask, question).kind).toBe('message');
  const answer = await designWished(async (it) => analyze(it), question, new AbortController().signal);
  expect(decode(design.answer, JSON.parse(JSON.stringify(answer)))).toMatchObject({ kind: 'message' });
  return answer;
}

async function designed(ask: Parameters<typeof asked>[0]) {
  const answer = await asked(ask);
  if ('refused' in answer) throw new Error(answer.refused.because);
  return answer.designed;
}

function readBack(objective: string) {
  const { definitions, findings } = read('made.objective.yaml', objective);
  expect(findings).toEqual([]);
  return { definition: definitions[0], analysis: analyze(definitions[0]) };
}

describe('a wish that points can have', () => {
  it('is had as it is, and its file is analysed as realizable with the same similarities', async () => {
    const similarities = [
      [1, 0.8, 0.2],
      [0.8, 1, -0.25],
      [0.2, -0.25, 1],
    ];
    const made = await designed({ similarities, temperature: 0.3 });
    expect(made.similarities).toEqual(similarities);
    expect(made).toMatchObject({ rank: 3, change: { mean: 0, largest: 0 }, stoppedEarly: false });
    const { definition, analysis } = readBack(made.objective);
    expect(analysis).toMatchObject({ verdict: 'realizable', gap: 0 });
    expect(definition.parameters.temperature.value).toBe(0.3);
    expect(definition.parameters.classes?.value).toEqual(
      THREE.map(({ name, size }) => ({ name, count: size })),
    );
    analysis.similarities!.flat().forEach((s, at) => {
      expect(s).toBeCloseTo(similarities.flat()[at], 9);
    });
    expect(made.analysis.geometry?.attainable.flat().length).toBe(9);
    expect(made.pytorch).toContain('temperature=0.3');
  });

  it('keeps the names of any class, as text', async () => {
    const names = ['<img src=x onerror=alert(1)>', 'a: b', 'no', '__proto__', '中文\u202e', '"', '- x #'];
    const made = await designed({ classes: classesOf(...names), similarities: uniform(7, 0.1) });
    const { definition, analysis } = readBack(made.objective);
    expect(definition.parameters.classes?.value?.map(({ name }) => name)).toEqual(names);
    expect(analysis.verdict).toBe('realizable');
  });

  it('is answered at the speed of a hand for as many classes as the matrix takes', async () => {
    const classes = classesOf(...Array.from({ length: MOST_DESIGNED }, (_, k) => `class ${k}`));
    const similarities = classes.map((_, i) => classes.map((_other, j) => (i === j ? 1 : Math.cos(i * j))));
    const made = await designed({ classes, similarities });
    expect(made.change.largest).toBeGreaterThan(0.1);
    expect(readBack(made.objective).analysis.verdict).toBe('realizable');
  });
});

it('a wish that no points can have is moved to the nearest, and says for which pair the most', async () => {
  const similarities = [
    [1, 0.9, 0.9],
    [0.9, 1, -0.5],
    [0.9, -0.5, 1],
  ];
  const made = await designed({ similarities });
  const [i, j] = made.change.pair;
  const moved = (row: number, column: number) =>
    Math.abs(made.similarities[row][column] - similarities[row][column]);
  expect(moved(i, j)).toBeCloseTo(made.change.largest, 12);
  expect(Math.max(moved(0, 1), moved(0, 2), moved(1, 2))).toBeCloseTo(made.change.largest, 12);
  expect(made.change.largest).toBeGreaterThan(0.2);
  expect(made.change.mean).toBeLessThan(made.change.largest);
  expect(made.rank).toBeLessThan(3);
});

const REFUSED: readonly [string, Parameters<typeof asked>[0], string, RegExp][] = [
  ['a cosine above 1', { similarities: uniform(3, 1.4) }, 'similarities', /1\.4.*between −1 and 1/],
  [
    'two numbers for one pair',
    {
      similarities: [
        [1, 0.1, 0],
        [0.2, 1, 0],
        [0, 0, 1],
      ],
    },
    'similarities',
    /0\.1.*0\.2/,
  ],
  ['a name twice', { classes: classesOf('a', 'a', 'b') }, 'similarities', /"a" is named twice/],
  ['a class without a name', { classes: classesOf('a', ' ', 'b') }, 'similarities', /Class 2 has no name/],
  ['one class', { classes: classesOf('a'), similarities: [[1]] }, 'similarities', /two classes/],
  ['all classes at one point', { similarities: uniform(3, 1) }, 'similarities', /one point/],
  ['a temperature of nothing', { temperature: 0 }, 'temperature', /above 0/],
  [
    'too cold a temperature',
    { temperature: 0.001, similarities: uniform(3, -0.5) },
    'temperature',
    /at least 0\.0022/,
  ],
];

it.each(REFUSED)('%s is refused at its place', async (_, ask, at, words) => {
  const answer = await asked(ask);
  expect(answer).toMatchObject({ refused: { at } });
  expect('refused' in answer && answer.refused.because).toMatch(words);
});

it('numbers that are none never arrive', () => {
  const question = {
    target: { classes: THREE, similarities: uniform(3, Number.NaN) },
    temperature: 1,
    source: '',
  };
  expect(decode(design.ask, question)).toMatchObject({ kind: 'malformed' });
});

it.each([
  ['fewer classes than rows', { classes: classesOf('a', 'b'), similarities: uniform(3, 0) }],
  [
    'a row that is too short',
    {
      classes: THREE,
      similarities: [
        [1, 0, 0],
        [0, 1],
        [0, 0, 1],
      ],
    },
  ],
])('%s never arrive', (_, target) => {
  expect(decode(design.ask, { target, temperature: 1, source: '' })).toMatchObject({
    because: expect.stringMatching(/one row and one column a class/),
  });
});

describe('a target that is text', () => {
  const readAs = (fileName: string, text: string) => {
    const answer = readWished({ fileName, text });
    expect(decode(readTarget.answer, JSON.parse(JSON.stringify(answer))).kind).toBe('message');
    return answer;
  };

  it('is a hierarchy, a table of counts, or similarities with their temperature', () => {
    const hierarchy = readAs('a.yaml', 'hierarchy: [[cat, dog], [car]]\nheights: [0.8, 0.2]');
    expect(hierarchy.target?.similarities).toEqual([
      [1, 0.8, 0.2],
      [0.8, 1, 0.2],
      [0.2, 0.2, 1],
    ]);
    const counts = readAs('counts.csv', 'name,a,b\na,9,1\nb,2,8\n');
    expect(counts.target?.classes.map(({ name }) => name)).toEqual(['a', 'b']);
    const json = readAs('a.json', '{"similarities": [[1, 0.5], [0.5, 1]], "temperature": 0.2}');
    expect(json).toMatchObject({ temperature: 0.2, problems: [] });
  });

  it('tells what is wrong, and on which line', () => {
    const { target, problems } = readAs('a.yaml', 'hierarchy: [[cat, dog], [car]]\nheights: [0.8, 1.2]');
    expect(target).toBeNull();
    expect(problems).toMatchObject([{ line: 1, message: expect.stringMatching(/1\.2/) }]);
    expect(readAs('a.yaml', 'losses: 3').problems[0].message).toMatch(/design target/);
  });

  it('of more classes than a hand can edit is refused with the way to go', () => {
    const names = Array.from({ length: 40 }, (_, k) => `c${k}`).join(', ');
    const { target, problems } = readAs('a.yaml', `arc: { classes: [${names}], degrees: 90 }`);
    expect(target).toBeNull();
    expect(problems[0].message).toMatch(/40 classes.*at most 30.*objective-lens design/);
  });
});

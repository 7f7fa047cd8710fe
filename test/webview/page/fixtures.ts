/** Objectives for the page in a plain browser: one for every state of the panel, analysed by the real mathematics. */
import { analyze } from '../../../src/geometry/analyze';
import { valuesOf } from '../../../src/language/changes/valuesOf';
import { accountForData } from '../../../src/language/explanation/dataAccount';
import { explain } from '../../../src/language/explanation/explain';
import { thresholds } from '../../../src/language/explanation/thresholds';
import { makeGuess, withGuessedData } from '../../../src/language/guesses/makeGuess';
import { describeParameters } from '../../../src/language/parameters';
import type { Definition } from '../../../src/objective/definition';
import type { HostMessage, ObjectiveView } from '../../../src/protocol/panelMessages';
import { DATA_DEFINITIONS } from './dataFixtures';
import { defineObjective, known, unknown } from './defineObjective';

/** Ages, in years, of eight participants. */
const AGES = [22, 27, 31, 38, 45, 52, 64, 78];

/** A long tail like CIFAR-100-LT's: from 500 images to 5, falling by the same factor from class to class. */
const LONG_TAIL = Array.from({ length: 100 }, (_, k) => Math.round(500 * 0.01 ** (k / 99)));

/** Like iNaturalist 2018: most of its 8142 classes are rare. */
const INATURALIST = Array.from({ length: 8142 }, (_, k) =>
  Math.max(2, Math.round(118 * 0.017 ** (k / 8141))),
);

const DEFINITIONS: Readonly<Record<string, () => Definition>> = {
  'supcon-60-6-6': () => supCon('SupCon 60-6-6', [60, 6, 6]),
  'supcon-balanced': () => supCon('Three equal classes', [20, 20, 20]),
  'minority-collapse': () => supCon('Two frequent, two rare', [100, 100, 1, 1]),
  'long-tail': () => supCon('CIFAR-100-LT', LONG_TAIL, 0.1, 128),
  'two-classes': () => soft('Case against control', [120, 40], 0.01, 0.1),
  radius: () => soft('Soft SupCon, too cold across', [6, 3, 1, 2], 0.05, 0.5),
  'soft-realizable': () => soft('Soft SupCon', [60, 30, 20, 10, 8, 5, 4, 3], 0.1, 0.3),
  'y-aware': () =>
    labelled(
      'Age, y-Aware',
      'y-aware',
      AGES.map((age) => [age]),
      12,
      {
        dialect: 'nidl',
      },
    ),
  'one-label-twice': () => labelled('Two ages', 'y-aware', [[30], [60]], 20),
  euclidean: () => labelled('Age and score', 'euclidean-euclidean', ageAndScore(), 1),
  'info-nce': () =>
    defineObjective('SimCLR, one batch', 'info-nce', {
      samples: known(200),
      temperature: known(0.2),
      dimension: known(128),
    }),
  'x-clr': () =>
    defineObjective('Captions', 'x-clr', {
      features: known(captionFeatures()),
      weightTemperature: known(0.2),
      temperature: known(0.1),
    }),
  'two-thousand-labels': () => labelled('Places on a globe', 'y-aware', globe(2000, 0.9), 0.3),
  'thousands-of-classes': () => supCon('iNaturalist, 8142 classes', INATURALIST, 0.1, 8192),
  unbounded: () =>
    labelled(
      'Age, unnormalised',
      'y-aware',
      AGES.map((age) => [age]),
      12,
      { similarity: 'dot' },
    ),
  'total-collapse': () =>
    defineObjective('All alike', 'weighted', {
      weights: known(Array.from({ length: 5 }, () => [1, 1, 1, 1, 1])),
      temperature: known(0.5),
    }),
  asymmetric: () =>
    defineObjective('Hand-written weights', 'weighted', {
      weights: known([
        [1, 0.6, 0.1, 0.3],
        [0.2, 1, 0.7, 0.2],
        [0.5, 0.1, 1, 0.4],
        [0.3, 0.2, 0.3, 1],
      ]),
      temperature: known(0.3),
    }),
  conditional: () =>
    defineObjective('Soft SupCon, temperature from the command line', 'soft-supcon', {
      classes: known(named([60, 30, 10])),
      across: known(0.05),
      temperature: unknown('args.temp'),
    }),
  'unknown-temperature': () =>
    labelled(
      'Age, temperature from the command line',
      'y-aware',
      AGES.map((age) => [age]),
      12,
      {
        dialect: 'nidl',
        temperature: null,
      },
    ),
  'no-labels': () =>
    defineObjective('train.py, line 41', 'supcon', {
      temperature: known(0.1, 'default of --temp'),
      classes: unknown('labels'),
    }),
  'hostile-names': () =>
    defineObjective('<img src=x onerror=alert(1)>', 'supcon', {
      temperature: known(0.5),
      classes: known([
        { name: '<script>alert("a class")</script>', count: 40 },
        { name: 'a class with an uncommonly long name that fits nowhere at all', count: 20 },
        { name: '中文类别 😀 ‮אבג', count: 4 },
      ]),
    }),
  ...DATA_DEFINITIONS,
};

export const FIXTURES: readonly string[] = [
  ...Object.keys(DEFINITIONS),
  'stale',
  'analyzing',
  'nothing',
  'malformed',
];

/** What the extension would send, in its order. */
export function messagesOf(fixture: string): unknown[] {
  if (fixture === 'nothing') {
    const because =
      'No objective stands at the cursor. Open a file with a contrastive loss, or choose one in the Objectives view.';
    return [{ type: 'nothing', because } satisfies HostMessage];
  }
  if (fixture === 'malformed')
    return [...messagesOf('supcon-60-6-6'), { type: 'objective', view: { summary: 1 } }];
  if (fixture === 'analyzing')
    return [
      ...messagesOf('supcon-60-6-6'),
      { type: 'analyzing', name: 'CIFAR-100-LT' } satisfies HostMessage,
    ];
  if (fixture === 'stale')
    return [
      objective(
        supCon('SupCon 40-20-4', [40, 20, 4]),
        'The file has a syntax error at line 4: a list is not closed.',
      ),
    ];
  const definition = definitionOf(fixture);
  if (definition === null) throw new Error(`there is no fixture ${fixture}`);
  return [objective(definition, null)];
}

/** Null for a fixture that is no objective. */
export const definitionOf = (fixture: string): Definition | null =>
  DEFINITIONS[fixture]?.() ?? globeOf(fixture);

/** `globe-500` has so many points. */
function globeOf(fixture: string): Definition | null {
  const count = Number(/^globe-(\d+)$/.exec(fixture)?.[1] ?? 0);
  return count > 0 ? labelled(`${count} places on a globe`, 'y-aware', globe(count, 0.9), 0.3) : null;
}

export const idOf = ({ name }: Definition) => `file:///workspace/${name}`;

export function viewOf(definition: Definition, staleBecause: string | null = null): ObjectiveView {
  const analysis = analyze(definition);
  const completed = withGuessedData(definition);
  const guess =
    definition.guess && completed
      ? makeGuess(definition.guess, completed, analyze(completed), DOCUMENT)
      : null;
  const explanation = explain(definition, analysis, guess);
  const { name, kind, dialect } = definition;
  const start = { line: 0, character: 0 };
  return {
    summary: {
      id: idOf(definition),
      uri: 'file:///workspace/example.objective.yaml',
      name,
      kind,
      dialect,
      verdict: analysis.verdict,
      reason: analysis.reason,
      headline: explanation.headline,
      range: { start, end: start },
      staleBecause,
    },
    parameters: describeParameters(definition),
    controls: Object.entries(valuesOf(definition)).map(([key, { value, origin }]) => ({
      key,
      value,
      origin,
    })),
    thresholds: thresholds(definition, analysis),
    explanation,
    analysis,
    data: accountForData(definition),
    ...(guess ? { guess } : {}),
  };
}

const DOCUMENT = {
  uri: 'file:///workspace/train.py',
  path: 'train.py',
  text: 'num_classes = 4\ncriterion = SupConLoss()\n',
};

const objective = (definition: Definition, staleBecause: string | null): HostMessage => ({
  type: 'objective',
  view: viewOf(definition, staleBecause),
});

function supCon(name: string, sizes: readonly number[], temperature = 0.5, dimension = 16): Definition {
  return defineObjective(name, 'supcon', {
    classes: known(named(sizes)),
    temperature: known(temperature),
    dimension: known(dimension),
  });
}

function soft(name: string, sizes: readonly number[], across: number, temperature: number): Definition {
  return defineObjective(name, 'soft-supcon', {
    classes: known(named(sizes)),
    across: known(across),
    temperature: known(temperature),
    dimension: known(64),
  });
}

function labelled(
  name: string,
  kind: 'y-aware' | 'euclidean-euclidean',
  labels: readonly (readonly number[])[],
  bandwidth: number,
  { dialect = 'objective-file', similarity, temperature = 0.1 }: LabelledOptions = {},
): Definition {
  const latent = similarity ?? (kind === 'y-aware' ? 'cosine' : 'negative-squared-euclidean');
  return defineObjective(
    name,
    kind,
    {
      labels: known(labels),
      kernel: known('gaussian', 'default of the library'),
      bandwidth: known(bandwidth),
      similarity: known(latent),
      temperature: temperature === null ? unknown('args.temp') : known(temperature),
    },
    dialect,
  );
}

interface LabelledOptions {
  readonly dialect?: string;
  readonly similarity?: 'cosine' | 'dot';
  readonly temperature?: number | null;
}

const named = (sizes: readonly number[]) => sizes.map((count, index) => ({ name: `class ${index}`, count }));

/** Twelve people on a grid that is not quite regular. */
function ageAndScore(): number[][] {
  return Array.from({ length: 12 }, (_, k) => [
    (k % 4) * 0.9 + 0.13 * Math.sin(5 * k),
    Math.floor(k / 4) * 0.8 + 0.11 * Math.cos(3 * k),
  ]);
}

/** Evenly spread places on a sphere of this radius. */
function globe(count: number, radius: number): number[][] {
  const golden = Math.PI * (3 - Math.sqrt(5));
  return Array.from({ length: count }, (_, k) => {
    const height = 1 - (2 * k + 1) / count;
    const across = Math.sqrt(1 - height * height);
    return [across * Math.cos(golden * k), height, across * Math.sin(golden * k)].map((x) => radius * x);
  });
}

/** Nine unit vectors in five dimensions, three around each of three themes. */
function captionFeatures(): number[][] {
  return Array.from({ length: 9 }, (_, k) => {
    const theme = Math.floor(k / 3);
    const row = [0, 1, 2, 3, 4].map((axis) => (axis === theme ? 1 : 0.35 * Math.sin(1 + 3 * k + 7 * axis)));
    const length = Math.hypot(...row);
    return row.map((value) => value / length);
  });
}

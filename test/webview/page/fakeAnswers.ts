/** Answers what the panel asks, as extension and server do, with the real mathematics and no editor. */
import { analyze } from '../../../src/geometry/analyze';
import { applyChanges } from '../../../src/language/changes/applyChanges';
import type { Definition } from '../../../src/objective/definition';
import type { PanelMessage } from '../../../src/protocol/panelMessages';
import type { Ask, PanelRequestName } from '../../../src/protocol/panelRequests';
import { designWished, readWished } from '../../../src/server/designAnswer';
import { decideAllCells } from './fakeVerdicts';
import { definitionOf, FIXTURES, idOf, viewOf } from './fixtures';

export type Question = Extract<PanelMessage, { readonly type: 'ask' }>;

/** Rejects with an error whose message is the refusal. */
export async function answerOf({ name, ask }: Question): Promise<unknown> {
  return ANSWERS[name](ask as never);
}

const ANSWERS: { readonly [N in PanelRequestName]: (ask: Ask<N>) => unknown } = {
  'what-if': ({ id, changes }) => {
    const { definition, problems } = applyChanges(definitionWithId(id), changes);
    return { view: viewOf(definition), problems };
  },
  verdicts: ({ id, changes, cells }) => decideAllCells(definitionWithId(id), changes, cells),
  objectives: () => ({
    objectives: FIXTURES.flatMap((fixture) => {
      const definition = definitionOf(fixture);
      return definition ? [viewOf(definition).summary] : [];
    }),
  }),
  objective: ({ id }) => {
    const definition = definitionWithId(id);
    return { view: viewOf(definition) };
  },
  apply: () => ({ refusedBecause: null }),
  design: (ask) => designWished(async (definition) => analyze(definition), ask, new AbortController().signal),
  'read-target': (ask) => readWished(ask),
  'choose-file': () => ({ file: window.fileToChoose ?? null }),
  save: ({ name }) => ({ savedAs: name }),
  copy: () => ({}),
};

function definitionWithId(id: string): Definition {
  for (const fixture of FIXTURES) {
    const definition = definitionOf(fixture);
    if (definition && idOf(definition) === id) return definition;
  }
  throw new Error('This objective is not known any more.');
}

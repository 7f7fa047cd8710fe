/** What the panel is told while its page loads, its document is edited and its objective moves or vanishes. */
import { describe, expect, it } from 'vitest';
import { createPanelContent } from '../../src/extension/panel/panelContent';
import {
  followObjective,
  type ShownObjective,
  shownObjective,
} from '../../src/extension/panel/shownObjective';
import type { ObjectiveSummary, ObjectiveView } from '../../src/protocol/objectives';
import type { HostMessage } from '../../src/protocol/panelMessages';
import { summary } from './summaries';

const view = (of: ObjectiveSummary) => ({ summary: of }) as ObjectiveView;
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

function harness() {
  const posted: HostMessage[] = [];
  const shown: ShownObjective[] = [];
  const questions: { id: string; answer(view: ObjectiveView | null): void; fail(error: Error): void }[] = [];
  const content = createPanelContent({
    post: (message) => posted.push(message),
    requestView: (id) => new Promise((answer, fail) => questions.push({ id, answer, fail })),
    fileName: (uri) => uri.split('/').at(-1)!,
    shown: (objective) => shown.push(objective),
  });
  return { posted, shown, questions, content };
}

describe('the panel', () => {
  it('gets nothing before its page is ready, then the newest, and again after it was loaded again', async () => {
    const { content, posted, questions } = harness();
    const a = summary();
    void content.show(shownObjective(a));
    expect(posted).toEqual([]);
    content.ready();
    expect(posted).toEqual([{ type: 'analyzing', name: 'a' }]);
    questions[0].answer(view(a));
    await turn();
    content.ready();
    expect(posted.slice(1)).toEqual([
      { type: 'objective', view: view(a) },
      { type: 'objective', view: view(a) },
    ]);
  });

  it('shows the objective of the newest click only', async () => {
    const { content, posted, questions } = harness();
    content.ready();
    const [a, b] = [summary({ id: 'x#0', name: 'a' }), summary({ id: 'x#1', name: 'b' })];
    void content.show(shownObjective(a));
    void content.show(shownObjective(b));
    questions[1].answer(view(b));
    await turn();
    questions[0].answer(view(a));
    await turn();
    expect(posted.filter(({ type }) => type === 'objective')).toEqual([{ type: 'objective', view: view(b) }]);
  });

  it('is updated when its document is analysed again, and not by other documents', async () => {
    const { content, posted, questions } = harness();
    content.ready();
    const a = summary();
    void content.show(shownObjective(a));
    questions[0].answer(view(a));
    await turn();
    await content.analyzed('file:///work/other.py', []);
    expect(questions).toHaveLength(1);
    const stale = summary({ staleBecause: 'The text cannot be read.' });
    void content.analyzed(a.uri, [stale]);
    questions[1].answer(view(stale));
    await turn();
    expect(posted.at(-1)).toEqual({ type: 'objective', view: view(stale) });
  });

  it('waits, saying so, where the analysis is still under way', async () => {
    const { content, posted, questions } = harness();
    content.ready();
    const a = summary();
    void content.show(shownObjective(a));
    questions[0].answer(null);
    await turn();
    expect(posted).toEqual([{ type: 'analyzing', name: 'a' }]);
    void content.analyzed(a.uri, [a]);
    questions[1].answer(view(a));
    await turn();
    expect(posted.at(-1)!.type).toBe('objective');
  });

  it('says that the server gave no answer, and shows its objective once that is analysed again', async () => {
    const { content, posted, questions } = harness();
    content.ready();
    const a = summary();
    const shown = content.show(shownObjective(a));
    questions[0].fail(new Error('the server has stopped'));
    await expect(shown).rejects.toThrow('the server has stopped');
    expect(posted.at(-1)).toMatchObject({
      type: 'nothing',
      because: expect.stringContaining('“a” cannot be shown'),
    });
    void content.analyzed(a.uri, [a]);
    questions[1].answer(view(a));
    await turn();
    expect(posted.at(-1)).toEqual({ type: 'objective', view: view(a) });
  });

  it('keeps what it shows where the server ends in the middle of a question', async () => {
    const { content, posted, questions } = harness();
    content.ready();
    const a = summary();
    void content.show(shownObjective(a));
    questions[0].answer(view(a));
    await turn();
    const updated = content.analyzed(a.uri, [a]);
    questions[1].fail(new Error('the server has stopped'));
    await expect(updated).rejects.toThrow('the server has stopped');
    expect(posted.at(-1)).toEqual({ type: 'objective', view: view(a) });
  });

  it('says nothing of a question that failed after a newer one was asked', async () => {
    const { content, posted, questions } = harness();
    content.ready();
    const [a, b] = [summary({ id: 'x#0', name: 'a' }), summary({ id: 'x#1', name: 'b' })];
    const first = content.show(shownObjective(a));
    void content.show(shownObjective(b));
    questions[0].fail(new Error('the server has stopped'));
    await first;
    expect(posted.at(-1)).toEqual({ type: 'analyzing', name: 'b' });
  });

  it('says why there is nothing once its objective is gone, and shows it when it is back', async () => {
    const { content, posted, questions } = harness();
    content.ready();
    const a = summary();
    void content.show(shownObjective(a));
    void content.analyzed(a.uri, []);
    questions[0].answer(view(a));
    await turn();
    expect(posted.at(-1)).toMatchObject({
      type: 'nothing',
      because: expect.stringContaining('a.objective.yaml'),
    });
    void content.analyzed(a.uri, [a]);
    questions[1].answer(view(a));
    await turn();
    expect(posted.at(-1)).toEqual({ type: 'objective', view: view(a) });
  });

  it('sends nothing to a page that has gone', async () => {
    const { content, posted, questions } = harness();
    content.ready();
    const a = summary();
    void content.show(shownObjective(a));
    content.dispose();
    questions[0].answer(view(a));
    await turn();
    expect(posted).toEqual([{ type: 'analyzing', name: 'a' }]);
  });

  it('remembers where its objective stands, and nothing of what it holds', async () => {
    const { content, shown } = harness();
    void content.show(shownObjective(summary({ headline: 'secret' })));
    expect(shown).toEqual([
      {
        id: 'file:///work/a.objective.yaml#0',
        uri: 'file:///work/a.objective.yaml',
        name: 'a',
        kind: 'supcon',
      },
    ]);
  });
});

describe('following an objective through edits', () => {
  const at = (place: number, name: string, kind = 'supcon') => summary({ id: `x#${place}`, name, kind });
  const shown = shownObjective(at(1, 'b'));

  it.each([
    ['stays', [at(0, 'a'), at(1, 'b')], 'x#1'],
    ['is moved by a new one above it', [at(0, 'a'), at(1, 'new'), at(2, 'b')], 'x#2'],
    ['is renamed', [at(0, 'a'), at(1, 'c')], 'x#1'],
    ['is one of two of its name, and stands where it stood', [at(0, 'b'), at(1, 'b')], 'x#1'],
    ['is replaced by another kind', [at(0, 'a'), at(1, 'c', 'x-clr')], null],
    ['is deleted', [at(0, 'a')], null],
    ['is deleted with all others', [], null],
  ])('which %s', (_, present, id) => {
    expect(followObjective(shown, present)?.id ?? null).toBe(id);
  });
});

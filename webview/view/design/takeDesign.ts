/** The designed objective on its way to where it is used: a file of the workspace, or the clipboard. */
import { askOf } from '../../design/designState';
import type { Host } from '../../host';
import type { Store } from '../../store';
import { button } from '../../widgets';
import { displayText, element } from '../dom';

export interface TakeDesign {
  readonly root: HTMLElement;
  setEnabled(enabled: boolean): void;
}

export function createTakeDesign(store: Store, host: Host): TakeDesign {
  const said = element('span', {
    className: 'hint',
    testId: 'design-said',
    attributes: { role: 'status' },
  });
  /** Of the wish as it stands, which may be newer than the picture. */
  async function designed() {
    const ask = askOf(store.get().design);
    if (ask === null) throw new Error('Nothing is wished yet.');
    const answer = await host.ask('design', ask);
    if ('refused' in answer) throw new Error(answer.refused.because);
    return answer.designed;
  }
  async function say(work: () => Promise<string>): Promise<void> {
    said.textContent = '';
    said.textContent = displayText(await work().catch((error: unknown) => messageOf(error)));
  }
  async function save(): Promise<string> {
    const { objective } = await designed();
    const ask = { name: 'design.objective.yaml', content: { text: objective }, opens: true };
    const { savedAs } = await host.ask('save', ask);
    return savedAs === null ? '' : `Saved as ${savedAs}.`;
  }
  const copy = async (form: 'objective' | 'pytorch') => {
    await host.ask('copy', { text: (await designed())[form] });
    return 'Copied.';
  };
  const buttons = [
    button('Save as objective file…', 'design-save', () => void say(save), 'primary'),
    button('Copy objective', 'design-copy-objective', () => void say(() => copy('objective'))),
    button('Copy PyTorch', 'design-copy-pytorch', () => void say(() => copy('pytorch'))),
  ];
  return {
    root: element('div', { className: 'buttons' }, ...buttons.map(({ root }) => root), said),
    setEnabled(enabled) {
      for (const it of buttons) it.setEnabled(enabled);
    },
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

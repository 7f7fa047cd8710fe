/** What can be taken away from the panel: each item makes a file or a text, and hands it to the extension. */
import type { ObjectiveView } from '../../src/protocol/panelMessages';
import type { Ask } from '../../src/protocol/panelRequests';
import type { Host } from '../host';
import { fullEmbedding } from './embedding';
import type { Figure, Figures } from './figures';
import { pngOf } from './png';
import { reportText } from './report';
import { embeddingCode, embeddingCsv, resultJson, similaritiesCsv } from './tables';

export interface TakeAwayItem {
  readonly id: string;
  readonly label: string;
  /** Answers what was done, in words; null where the user has changed their mind. */
  take(): Promise<string | null>;
}

/** For the objective that is shown; what it has no geometry for is left out. */
export function takeAwayItems(view: ObjectiveView, figures: Figures, host: Host): TakeAwayItem[] {
  const stem = fileStem(view.summary.name);
  const shown = figures.all().filter((figure) => figure.svg() !== null);
  return [
    {
      id: 'report',
      label: 'Report in Markdown, with pictures…',
      take: () => save(host, reportFiles(view, shown, stem)),
    },
    ...shown.flatMap((figure) => pictureItems(figure, stem, host)),
    ...numberItems(view, stem, host),
  ];
}

function pictureItems({ id, label, svg }: Figure, stem: string, host: Host): TakeAwayItem[] {
  const text = () => svg() ?? '';
  return [
    {
      id: `${id}-svg`,
      label: `${label}: SVG…`,
      take: () => save(host, { name: `${stem}-${id}.svg`, content: { text: text() } }),
    },
    {
      id: `${id}-png`,
      label: `${label}: PNG…`,
      take: async () => save(host, { name: `${stem}-${id}.png`, content: { base64: await pngOf(text()) } }),
    },
  ];
}

function numberItems(view: ObjectiveView, stem: string, host: Host): TakeAwayItem[] {
  const { geometry } = view.analysis;
  if (geometry === null) return [];
  const embedding = () => fullEmbedding(geometry);
  const file = (id: string, label: string, ending: string, text: () => string): TakeAwayItem => ({
    id,
    label,
    take: () => save(host, { name: `${stem}-${ending}`, content: { text: text() } }),
  });
  return [
    file('similarities-csv', 'Similarities: CSV…', 'similarities.csv', () => similaritiesCsv(geometry)),
    file('embedding-csv', 'Embedding: CSV…', 'embedding.csv', () => embeddingCsv(embedding())),
    file('json', 'Everything: JSON…', 'analysis.json', () => resultJson(view, embedding())),
    {
      id: 'copy-numpy',
      label: 'Copy embedding as NumPy',
      take: () => copy(host, embeddingCode(embedding(), 'numpy')),
    },
    {
      id: 'copy-pytorch',
      label: 'Copy embedding as PyTorch',
      take: () => copy(host, embeddingCode(embedding(), 'pytorch')),
    },
  ];
}

function reportFiles(view: ObjectiveView, figures: readonly Figure[], stem: string): Ask<'save'> {
  const pictures = figures.flatMap(({ id, label, svg }) => {
    const text = svg();
    return text === null ? [] : [{ file: `${stem}-${id}.svg`, label, text }];
  });
  return {
    name: `${stem}.md`,
    content: { text: reportText(view, pictures) },
    beside: pictures.map(({ file, text }) => ({ name: file, content: { text } })),
    opens: true,
  };
}

async function save(host: Host, ask: Ask<'save'>): Promise<string | null> {
  const { savedAs } = await host.ask('save', ask);
  return savedAs === null ? null : `Saved as ${savedAs}.`;
}

async function copy(host: Host, text: string): Promise<string> {
  await host.ask('copy', { text });
  return 'Copied.';
}

/** A name that every file system takes. */
export const fileStem = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60) || 'objective';

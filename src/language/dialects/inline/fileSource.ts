/** Recognises data that stands in another file, `{ file: train.csv, column: label }`, which is not read yet. */
import type { ValueNode } from '../../values';
import type { FindingList } from '../findingList';
import type { InlineValue } from './inlineValue';

/** Null when the node is no reference to a file. The value then is unknown and the verdict conditional. */
export function readFileSource(
  node: ValueNode,
  what: string,
  example: string,
  findings: FindingList,
): InlineValue<never> | null {
  if (node.kind !== 'map') return null;
  const file = node.entries.find(({ key }) => key === 'file');
  if (file?.value.kind !== 'string') return null;
  findings.unread(
    node.span,
    `Reading ${what} from a file is not supported yet, so they count as unknown and the verdict is conditional. ` +
      `Write them inline, for example \`${example}\`.`,
  );
  return { kind: 'unknown', missing: file.value.value };
}

/** Configs that another text is read with: parsed once as long as they stay as they are, however often they are asked. */
import type { ValueNode } from '../values';
import { parseJson } from './jsonParser';
import { parseToml } from './tomlParser';
import { parseYaml } from './yamlParser';

const PARSERS = {
  json: parseJson,
  toml: parseToml,
  pyyaml: (text: string) => parseYaml(text, 'pyyaml'),
  omegaconf: (text: string) => parseYaml(text, 'omegaconf'),
} as const;

/** Characters of all texts together whose values are kept: some 25 MB of values. */
const MOST_KEPT = 1_000_000;

/** By the content, the oldest first. */
const kept = new Map<string, ValueNode | null>();

/** What a text says, with the scalars of who loads it. Every keystroke in the text beside it asks for this anew. */
export function parseClosedConfig(text: string, as: keyof typeof PARSERS): ValueNode | null {
  const key = `${as} ${text}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const { root } = PARSERS[as](text);
  kept.set(key, root);
  forgetOldest();
  return root;
}

/** The text that was read last is always kept. */
function forgetOldest(): void {
  let total = [...kept.keys()].reduce((sum, { length }) => sum + length, 0);
  for (const oldest of kept.keys()) {
    if (total <= MOST_KEPT || kept.size === 1) return;
    total -= oldest.length;
    kept.delete(oldest);
  }
}

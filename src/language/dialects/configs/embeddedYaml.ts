/** Configs that stand in a Python script as text: `config_text = """…"""`, written to a file or given to OmegaConf. */

import { movedReading } from '../../movedReading';
import type { Reading } from '../../reading';
import { readConfig } from './readConfig';
import type { PythonSources } from './targetClass';

/** What makes a text in three quotes a config that builds something; looking for its words alone is many times faster. */
const WORDS = ['_target_:', 'class_path:'];
const BUILDS = /^[ \t]*(?:-[ \t]+)?(?:_target_|class_path):[ \t]*\S/m;

/** Texts in three quotes with their prefix, and what else quotes or hides them. */
const STRING =
  /([A-Za-z]{0,2})("""|''')((?:\\[\s\S]|(?!\2)[^\\])*)\2|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|#[^\n]*/g;

/** Readings of all such configs in a script, at their places in it. */
export function readEmbeddedYaml(text: string, python: PythonSources): Reading[] {
  if (!WORDS.some((word) => text.includes(word)) || !BUILDS.test(text)) return [];
  return [...text.matchAll(STRING)].flatMap(({ 0: whole, 1: prefix, 3: content, index }) => {
    // In an f-string braces are Python's, in bytes and behind backslashes not every character is what it looks like.
    const isPlain = /^[ru]?$/i.test(prefix ?? '') && (/r/i.test(prefix ?? '') || !content?.includes('\\'));
    if (content === undefined || !isPlain || !BUILDS.test(content)) return [];
    const start = index + whole.length - content.length - 3;
    const reading = readConfig('yaml', content, python);
    return [movedReading(reading, (span) => ({ start: span.start + start, end: span.end + start }))];
  });
}

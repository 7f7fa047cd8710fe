/** Takes the prompts of interactive Python away, as documents show it: `>>> loss = SupConLoss()`. */
import { PlacedText } from './placedText';

const PROMPT = /^(?:>>>|\.\.\.)(?: |(?=\n|$))/;

/** The lines behind a prompt, where there are any: all others are what Python answered. */
export function withoutPrompts(code: PlacedText): PlacedText {
  const { text } = code;
  if (!/^>>> /m.test(text)) return code;
  const typed = new PlacedText();
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const lead = PROMPT.exec(line)?.[0].length;
    if (lead === undefined) continue;
    typed.add(line.slice(lead), code.locate({ start: index + lead, end: index + line.length }).start);
    typed.addOwn('\n');
  }
  return typed;
}

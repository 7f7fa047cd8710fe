/**
 * Text as Markdown that shows exactly that text. Names come from files that nobody vouches for, and a class called
 * `[click](command:…)` must stay a name.
 */

/** More than anybody reads in a hover; a hostile name may have megabytes. */
const LONGEST_TEXT = 2000;

/** One paragraph's worth of plain text, escaped; line breaks become spaces. */
export function escapeMarkdown(text: string): string {
  const clipped = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  return (
    clipped
      .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
      .replace(/[\\`*_{}[\]<>#|~&!$@^]/g, '\\$&')
      // Addresses would become links by themselves.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/\bwww\./gi, (match) => `${match.slice(0, -1)}\\.`)
      // At the start of a paragraph these would make a list or underline a heading.
      .replace(
        /^(\s*)([-+=]|\d+(?=[.)]\s)[.)])/,
        (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
      )
  );
}

/** A link whose already encoded address cannot end the link early. */
export function markdownLink(title: string, address: string): string {
  const safe = address.replace(/[()<>\s]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `[${escapeMarkdown(title)}](${safe})`;
}

/**
 * One spelling for each address. Editors and Node escape different characters, and a file that is found on the disk and
 * then opened must stay one document: its findings and objective ids would come twice otherwise.
 */

/** The same address with each part of its path escaped the way VS Code does it. */
export function canonicalUri(uri: string): string {
  const match = /^([a-z][a-z0-9+.-]*:)(\/\/[^/?#]*)?([^?#]*)(.*)$/is.exec(uri);
  if (!match) return uri;
  const [, scheme, authority = '', path, rest] = match;
  return scheme.toLowerCase() + authority + path.split('/').map(reescape).join('/') + rest;
}

/** Unescaped path below a folder, with forward slashes; null for what is not inside. */
export function relativePath(folderUri: string, uri: string): string | null {
  const folder = folderUri.endsWith('/') ? folderUri : `${folderUri}/`;
  if (!uri.startsWith(folder)) return null;
  return uri.slice(folder.length).split('/').map(unescapeSegment).join('/');
}

/** Address of a path below a folder. */
export function uriBelow(folderUri: string, path: string): string {
  const folder = folderUri.endsWith('/') ? folderUri : `${folderUri}/`;
  return folder + path.split('/').map(escapeSegment).join('/');
}

/** Last part of the path, unescaped. */
export function fileName(uri: string): string {
  return unescapeSegment(
    uri
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? uri,
  );
}

const reescape = (segment: string) => escapeSegment(unescapeSegment(segment));

function unescapeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray `%` is a character of the name, not an escape.
    return segment;
  }
}

/** `encodeURIComponent` leaves five characters that VS Code escapes. */
function escapeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

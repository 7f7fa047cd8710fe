/** Writes plain values on one line, as YAML, JSON and TOML have them. */
import type { PlainValue } from './shape';

export type DataSyntax = 'yaml' | 'json' | 'toml';

export function renderYaml(value: PlainValue): string {
  if (isList(value)) return `[${value.map(renderYaml).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${renderText(key)}: ${renderYaml(item)}`)
      .join(', ')} }`;
  return typeof value === 'string' ? renderText(value) : String(value);
}

/** Words that YAML would read as something else, or not at all, stand in quotes. */
function renderText(text: string): string {
  const isPlain = /^[A-Za-z][\w .()/=-]*$/.test(text) && !/^(?:true|false|yes|no|on|off|null)$/i.test(text);
  return isPlain && text.trim() === text ? text : JSON.stringify(text);
}

export function renderJson(value: PlainValue): string {
  if (isList(value)) return `[${value.map(renderJson).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)}: ${renderJson(item)}`)
      .join(', ')} }`;
  return JSON.stringify(value);
}

export function renderToml(value: PlainValue): string {
  if (isList(value)) return `[${value.map(renderToml).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${renderTomlKey(key)} = ${renderToml(item)}`)
      .join(', ')} }`;
  return JSON.stringify(value);
}

export const renderTomlKey = (key: string) => (/^[\w-]+$/.test(key) ? key : JSON.stringify(key));

const RENDERERS: Readonly<Record<DataSyntax, (value: PlainValue) => string>> = {
  yaml: renderYaml,
  json: renderJson,
  toml: renderToml,
};

export const render = (value: PlainValue, syntax: DataSyntax) => RENDERERS[syntax](value);

const isList = (value: PlainValue): value is readonly PlainValue[] => Array.isArray(value);

/** A key in a few lines of Markdown: what it is, what it does to the geometry, what stands without it, how it is written. */
import { type DataSyntax, render, renderTomlKey } from './render';
import { alternatives, type KeyDescription, type Shape } from './shape';

export function describeKey(description: KeyDescription, syntax: DataSyntax): string {
  const { about, effect } = description;
  return [
    about,
    ...(effect ? [`**Geometry:** ${effect}`] : []),
    facts(description)
      .map((fact) => `- ${fact}`)
      .join('\n'),
    [`\`\`\`${syntax}`, writtenKey(description, syntax), '```'].join('\n'),
  ].join('\n\n');
}

function facts({ value, unit, otherwise, required, for: owners }: KeyDescription): string[] {
  return [
    `Value: ${expected(value)}`,
    ...(unit ? [`Unit: ${unit}`] : []),
    ...(required ? ['Required'] : []),
    ...(otherwise ? [`Without it: ${otherwise}`] : []),
    ...(owners ? [`For ${owners.join(', ')}`] : []),
  ];
}

/** The example as it stands in a file. */
export function writtenKey({ key, example }: KeyDescription, syntax: DataSyntax): string {
  const value = render(example, syntax);
  if (syntax === 'yaml') return `${key}: ${value}`;
  return syntax === 'json' ? `"${key}": ${value}` : `${renderTomlKey(key)} = ${value}`;
}

/** What may stand as a value, in words. */
export function expected(shape: Shape): string {
  return [...new Set(alternatives(shape).map(oneExpected))].join(', or ');
}

function oneExpected(shape: Shape): string {
  switch (shape.kind) {
    case 'number':
      return numberExpected(shape);
    case 'choice':
      return shape.options.map(({ value }) => `\`${value}\``).join(', ');
    case 'switch':
      return '`true`, `false`';
    case 'text':
      return 'text';
    case 'file':
      return 'the name of a data file';
    case 'column':
      return 'the name of a column';
    case 'null':
      return '`null`';
    case 'list':
      return `a list (each ${expected(shape.of)})`;
    case 'names':
      return `a map from names (each to ${expected(shape.of)})`;
    case 'map':
      return `a map of ${shape.keys.map(({ key }) => `\`${key}\``).join(', ')}`;
    default:
      return 'an objective';
  }
}

function numberExpected({ whole, above, least, most }: Extract<Shape, { kind: 'number' }>): string {
  const bounds = [
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(least === undefined ? [] : [`of at least ${least}`]),
    ...(most === undefined ? [] : [`at most ${most}`]),
  ];
  return [whole ? 'a whole number' : 'a number', bounds.join(' and ')]
    .filter((part) => part !== '')
    .join(' ');
}

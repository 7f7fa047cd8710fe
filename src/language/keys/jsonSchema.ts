/** Writes a description as a JSON schema (draft-07), which editors complete and validate by. */
import { describeKey } from './describeKey';
import { alternatives, type KeyDescription, type PlainValue, type Shape, type Variant } from './shape';

export type JsonSchema = { readonly [key: string]: unknown };

export function jsonSchema(shape: Shape, title: string): JsonSchema {
  const definitions: Record<string, JsonSchema> = {};
  const root = schemaOf(shape, definitions);
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...root, definitions };
}

type Definitions = Record<string, JsonSchema>;

function schemaOf(shape: Shape, definitions: Definitions): JsonSchema {
  switch (shape.kind) {
    case 'number':
      return {
        type: shape.whole ? 'integer' : 'number',
        ...(shape.above === undefined ? {} : { exclusiveMinimum: shape.above }),
        ...(shape.least === undefined ? {} : { minimum: shape.least }),
        ...(shape.most === undefined ? {} : { maximum: shape.most }),
      };
    case 'choice':
      return {
        enum: shape.options.map(({ value }) => value),
        enumDescriptions: shape.options.map(({ about }) => about),
      };
    case 'switch':
      return { type: 'boolean' };
    case 'text':
      return { type: 'string', minLength: 1, ...(shape.pattern ? { pattern: shape.pattern } : {}) };
    case 'file':
    case 'column':
      return { type: 'string', minLength: 1 };
    case 'null':
      return { type: 'null' };
    case 'list':
      return { type: 'array', items: schemaOf(shape.of, definitions), minItems: 1 };
    case 'names':
      return { type: 'object', additionalProperties: schemaOf(shape.of, definitions), minProperties: 1 };
    case 'map':
      return mapSchema(shape.keys, definitions);
    case 'variants':
      return variantsSchema(shape, definitions);
    case 'either':
      return eitherSchema(shape, definitions);
  }
}

function mapSchema(keys: readonly KeyDescription[], definitions: Definitions): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(keys.map((key) => [key.key, keySchema(key, definitions)])),
    ...requiredOf(keys),
    additionalProperties: false,
  };
}

function requiredOf(keys: readonly KeyDescription[]): { required?: string[] } {
  const required = keys.flatMap(({ key, required }) => (required ? [key] : []));
  return required.length > 0 ? { required } : {};
}

function keySchema(key: KeyDescription, definitions: Definitions): JsonSchema {
  return {
    description: key.about,
    markdownDescription: describeKey(key, 'yaml'),
    ...schemaOf(key.value, definitions),
    examples: [key.example satisfies PlainValue],
  };
}

/** One definition for all places: each key is described once, and each variant says which it has. */
function variantsSchema(
  { by, variants }: Extract<Shape, { kind: 'variants' }>,
  definitions: Definitions,
): JsonSchema {
  const name = by.key;
  if (!Object.hasOwn(definitions, name)) {
    const reference = (key: string) => ({ $ref: `#/definitions/${name}.${key}` });
    for (const key of variants.flatMap(({ keys }) => keys)) {
      const { required: _, ...described } = key;
      definitions[`${name}.${key.key}`] ??= keySchema(described, definitions);
    }
    definitions[name] = {
      type: 'object',
      properties: { [by.key]: keySchema(by, definitions) },
      required: [by.key],
      allOf: variants.map((variant) => variantSchema(by.key, variant, reference)),
    };
  }
  return { $ref: `#/definitions/${name}` };
}

function variantSchema(
  by: string,
  { name, keys }: Variant,
  reference: (key: string) => JsonSchema,
): JsonSchema {
  const properties = { [by]: true, ...Object.fromEntries(keys.map(({ key }) => [key, reference(key)])) };
  return conditional(
    { properties: { [by]: { const: name } }, required: [by] },
    { properties, ...requiredOf(keys), additionalProperties: false },
  );
}

/** Of two maps that a required key tells apart one is chosen by it, so that what is wrong is told of that one. */
function eitherSchema(shape: Extract<Shape, { kind: 'either' }>, definitions: Definitions): JsonSchema {
  const shapes = alternatives(shape);
  const schemas = shapes.map((one) => schemaOf(one, definitions));
  const [usual, marked] = shapes;
  const mark = marked?.kind === 'map' ? marked.keys.find(({ required }) => required)?.key : undefined;
  if (shapes.length !== 2 || usual.kind !== 'variants' || mark === undefined) return { anyOf: schemas };
  return { type: 'object', ...conditional({ required: [mark] }, schemas[1], schemas[0]) };
}

/** Put together from entries: an object literal with `then` in it looks like a promise to linters. */
function conditional(test: JsonSchema, then: JsonSchema, otherwise?: JsonSchema): JsonSchema {
  return Object.fromEntries([
    ['if', test],
    ['then', then],
    ...(otherwise ? [['else', otherwise] as const] : []),
  ]);
}

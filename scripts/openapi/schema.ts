import * as z from "zod";

/**
 * The keywords of JSON Schema 2020-12 that our contract comes out as. Strict: a keyword nobody taught the page stops the build
 * instead of being left out of it.
 */
const Schema = z.strictObject({
  $ref: z.string().optional(),
  type: z.enum(["object", "array", "string", "number", "integer", "boolean", "null"]).optional(),
  description: z.string().optional(),
  examples: z.array(z.unknown()).optional(),
  const: z.union([z.string(), z.number(), z.boolean()]).optional(),
  enum: z.array(z.union([z.string(), z.number()])).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  minProperties: z.number().optional(),
  required: z.array(z.string()).optional(),
  get properties(): z.ZodOptional<z.ZodRecord<z.ZodString, typeof Schema>> {
    return z.record(z.string(), Schema).optional();
  },
  get additionalProperties(): z.ZodOptional<z.ZodUnion<readonly [z.ZodBoolean, typeof Schema]>> {
    return z.union([z.boolean(), Schema]).optional();
  },
  get propertyNames(): z.ZodOptional<typeof Schema> {
    return Schema.optional();
  },
  get items(): z.ZodOptional<typeof Schema> {
    return Schema.optional();
  },
  get anyOf(): z.ZodOptional<z.ZodArray<typeof Schema>> {
    return z.array(Schema).optional();
  },
  get oneOf(): z.ZodOptional<z.ZodArray<typeof Schema>> {
    return z.array(Schema).optional();
  },
  get allOf(): z.ZodOptional<z.ZodArray<typeof Schema>> {
    return z.array(Schema).optional();
  },
});
export type Schema = z.infer<typeof Schema>;

/** Components by name. */
export type Components = Readonly<Record<string, Schema>>;

const PREFIX = "#/components/schemas/";
export const refTo = (name: string): string => `${PREFIX}${name}`;
/** The component that a reference names. */
export const nameOfRef = (ref: string): string => ref.slice(PREFIX.length);

/** What zod wrote, without what belongs to a document of its own. @throws ZodError at a keyword we do not know */
export function readSchema(written: unknown): Schema {
  const { $schema: _, $id: __, ...schema } = z.looseObject({}).parse(written);
  // Through text: zod hangs functions on the schemas it gives.
  return Schema.parse(JSON.parse(JSON.stringify(schema)));
}

/** A schema with every schema inside it changed, the innermost first. */
export function mapSchema(schema: Schema, change: (inner: Schema) => Schema): Schema {
  const deep = (inner: Schema): Schema => mapSchema(inner, change);
  const { properties, additionalProperties, propertyNames, items, anyOf, oneOf, allOf } = schema;
  return change({
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, inner]) => [name, deep(inner)]),
      ),
    }),
    ...(typeof additionalProperties === "object" && {
      additionalProperties: deep(additionalProperties),
    }),
    ...(propertyNames && { propertyNames: deep(propertyNames) }),
    ...(items && { items: deep(items) }),
    ...(anyOf && { anyOf: anyOf.map(deep) }),
    ...(oneOf && { oneOf: oneOf.map(deep) }),
    ...(allOf && { allOf: allOf.map(deep) }),
  });
}

/** The components a schema leans on, those of its components with it. */
export function namesIn(schema: Schema, components: Components, found = new Set<string>()) {
  mapSchema(schema, (inner) => {
    const name = inner.$ref === undefined ? undefined : nameOfRef(inner.$ref);
    if (name !== undefined && !found.has(name)) {
      found.add(name);
      namesIn(components[name] ?? {}, components, found);
    }
    return inner;
  });
  return found;
}

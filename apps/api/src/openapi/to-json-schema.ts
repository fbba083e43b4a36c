import { z } from 'zod';

/** A zod schema as JSON Schema 2020-12, which OpenAPI 3.1 speaks; schemas with an id become components. */
export function toJsonSchema(
  schema: unknown,
): { schema: unknown; components: Record<string, unknown> } | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const {
    $schema: _dialect,
    $defs = {},
    ...converted
  } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
  });
  return { schema: converted, components: $defs };
}

/** JSON Schema as the OpenAPI document holds it, as far as inputs use it. */
export interface InputSchema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  properties?: Record<string, InputSchema>;
  additionalProperties?: boolean | InputSchema;
  propertyNames?: InputSchema;
  items?: InputSchema;
  anyOf?: InputSchema[];
  oneOf?: InputSchema[];
  allOf?: InputSchema[];
}
export type Schemas = Record<string, InputSchema>;

/** A body that is right but for one value. */
export interface Hostile {
  what: string;
  /** Where the value stands, in the words of a problem's `errors`: `place.from`. */
  path: string[];
  /** JSON as text: not everything that can be sent can be made by `JSON.stringify`. */
  text: string;
}

const someId = '0198b7a0-0000-7000-8000-000000000000';
/** Right values for what a schema says by a format or a pattern alone. */
const byFormat: Record<string, string> = {
  uuid: someId,
  email: 'nobody@newsroom.example',
  date: '2026-11-22',
  'date-time': '2026-11-22T12:00:00Z',
};
const byPattern = [
  'some-words',
  someId,
  '2026-11-22T12:00',
  'AQ==',
  '/az/',
  'block-one',
  'https://example.org/',
];
/** Where only the rule itself knows what is right. */
const byName: Record<string, string> = {
  timeZone: 'Asia/Baku',
  canonicalUrl: 'https://example.org/',
  sourceUrl: 'https://example.org/',
  x: 'https://example.org/',
  appStore: 'https://example.org/',
  href: '/az/',
};
const enough = 'Words that are long enough';

/** Values of each kind, and names of what no field takes. */
const kinds: Record<string, string> = {
  null: 'null',
  boolean: 'true',
  number: '7.5',
  string: '"hostile"',
  array: '[]',
  object: '{}',
};
const noText: [string, string][] = [
  ['the sign of nothing', String.raw`"a\u0000b"`],
  ['half a sign', String.raw`"a\ud800b"`],
  ['endless words', JSON.stringify('x'.repeat(20_000))],
];
const noNumber = ['1e308', '-1e308', '9007199254740993', '2147483648', '-1', '0.5'];

/** Everything wrong that can be sent in place of a body that its schema describes, one fault at a time. */
export function* hostileBodies(schema: InputSchema, schemas: Schemas): Generator<Hostile> {
  yield* hostile(schema, schemas, '');
}

/** JSON text that the schema takes. */
export function rightBody(schema: InputSchema, schemas: Schemas): string {
  return JSON.stringify(right(schema, schemas, ''));
}

function* hostile(given: InputSchema, schemas: Schemas, name: string): Generator<Hostile> {
  const variants = variantsOf(given, schemas);
  const taken = new Set(variants.flatMap(kindsOf));
  for (const [kind, text] of Object.entries(kinds))
    if (!taken.has(kind)) yield { what: `${kind} in its place`, path: [], text };
  for (const schema of variants) yield* hostileOf(schema, schemas, name);
}

function* hostileOf(schema: InputSchema, schemas: Schemas, name: string): Generator<Hostile> {
  if (schema.enum || schema.const !== undefined) {
    if (kindsOf(schema).includes('string')) yield { what: 'another word', path: [], text: '"hostile"' };
  } else if (schema.type === 'string') {
    for (const [what, text] of noText) yield { what, path: [], text };
  } else if (schema.type === 'integer' || schema.type === 'number') {
    for (const text of noNumber)
      if (!(schema.type === 'number' && text === '0.5')) yield { what: text, path: [], text };
  } else if (schema.type === 'array') yield* hostileArray(schema, schemas, name);
  else if (schema.type === 'object') yield* hostileObject(schema, schemas);
}

function* hostileArray({ items = {} }: InputSchema, schemas: Schemas, name: string): Generator<Hostile> {
  const one = JSON.stringify(right(items, schemas, name));
  yield { what: 'ever more of them', path: [], text: `[${Array(6_000).fill(one).join()}]` };
  for (const { what, path, text } of hostile(items, schemas, name))
    yield { what, path: ['0', ...path], text: `[${text}]` };
}

function* hostileObject(schema: InputSchema, schemas: Schemas): Generator<Hostile> {
  const values = entriesOf(schema, schemas).map(
    ([key, value]) => [key, value, JSON.stringify(right(value, schemas, key))] as const,
  );
  const written = (replaced: string | null, by: string) =>
    values.map(([key, , text]) => `${JSON.stringify(key)}:${key === replaced ? by : text}`);
  const whole = (parts: readonly string[]) => `{${parts.join()}}`;
  for (const surplus of ['surplus', 'id', 'createdById', 'toString'])
    if (!values.some(([key]) => key === surplus))
      yield {
        what: `a field of its own, ${surplus}`,
        path: [],
        text: whole([...written(null, ''), `"${surplus}":1`]),
      };
  for (const [key, value] of values)
    for (const { what, path, text } of hostile(value, schemas, key))
      yield { what, path: [key, ...path], text: whole(written(key, text)) };
}

function right(given: InputSchema, schemas: Schemas, name: string): unknown {
  const [schema] = variantsOf(given, schemas).filter(({ type }) => type !== 'null');
  if (!schema) return null;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        entriesOf(schema, schemas).map(([key, value]) => [key, right(value, schemas, key)]),
      );
    case 'array':
      return [right(schema.items ?? {}, schemas, name)];
    case 'string':
      return rightText(schema, name);
    case 'boolean':
      return true;
    default:
      return Math.max(1, schema.minimum ?? 1);
  }
}

function rightText({ format, pattern }: InputSchema, name: string): string {
  const ofFormat = format === undefined ? undefined : byFormat[format];
  const fitting = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return (
    byName[name] ?? ofFormat ?? (fitting ? byPattern.find((text) => fitting.test(text)) : undefined) ?? enough
  );
}

/** Its fields; of a record, one for each name that it must have, or the first that it may. */
function entriesOf(schema: InputSchema, schemas: Schemas): [string, InputSchema][] {
  const fields = Object.entries(schema.properties ?? {});
  const { additionalProperties: other } = schema;
  if (fields.length > 0 || typeof other !== 'object') return fields;
  const [names] = variantsOf(schema.propertyNames ?? {}, schemas);
  return [[String(names?.enum?.[0] ?? 'some'), other]];
}

/** What a schema allows, each by itself. */
function variantsOf(schema: InputSchema, schemas: Schemas): InputSchema[] {
  const named = schema.$ref?.split('/').at(-1);
  if (named !== undefined) {
    const found = schemas[named];
    if (!found) throw new Error(`There is no schema ${named}.`);
    return variantsOf(found, schemas);
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.flatMap((each) => variantsOf(each, schemas));
  const [only] = schema.allOf ?? [];
  return only ? variantsOf(only, schemas) : [schema];
}

function kindsOf({ type, enum: words, const: word }: InputSchema): string[] {
  const values = words ?? (word === undefined ? [] : [word]);
  if (values.length > 0) return values.map((value) => (value === null ? 'null' : typeof value));
  return type === 'integer' ? ['number'] : type === undefined ? [] : [type];
}

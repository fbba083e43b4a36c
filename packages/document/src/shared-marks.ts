/** Marks as a shared text has them: a value for each name, with a hash behind the name of those that may overlap. */
export type SharedMarks = Readonly<Record<string, unknown>>;

/** The mark's name in the schema. */
export const markName = (key: string): string => key.replace(/--.*$/, '');

/** The id in a mark's value, as those of suggestions and comments have one. */
export const markId = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;

/** The ids of the suggestions that a text stands in without being part of them. */
export const apartIn = (marks: SharedMarks): unknown[] =>
  Object.entries(marks).flatMap(([key, value]) => (markName(key) === 'apart' ? [markId(value)] : []));

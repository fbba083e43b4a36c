import type { LocalizedText } from '@broadsheet/types';
import { newId } from '../../src/common/new-id.ts';
import type { TestApp } from '../create-test-app.ts';

export interface NamedOptions {
  slug?: string;
  names?: LocalizedText;
}

export interface MadeNamed {
  id: string;
  slug: string;
  names: LocalizedText;
}

/** A section of the paper, behind the others. */
export async function makeSection(test: TestApp, options: NamedOptions = {}): Promise<MadeNamed> {
  const made = named('section', options);
  await test.dataSource.query(
    `insert into section (id, slug, names, position)
     values ($1, $2, $3, (select coalesce(max(position), 0) + 1 from section))`,
    [made.id, made.slug, made.names],
  );
  return made;
}

/** An id, and a slug and names made from it where none are given. */
export function named(kind: string, options: NamedOptions): MadeNamed {
  const id = newId();
  const slug = options.slug ?? `${kind}-${id.slice(-12)}`;
  return { id, slug, names: options.names ?? { en: `The ${slug}` } };
}

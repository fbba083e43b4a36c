import type { LocalizedText } from '@broadsheet/types';
import type { TestApp } from '../create-test-app.ts';
import { named, type MadeNamed, type NamedOptions } from './make-section.ts';

/** A part of the world, behind the others; in the rail unless told otherwise. */
export async function makeRegion(
  test: TestApp,
  options: NamedOptions & { railTitles?: LocalizedText; inRail?: boolean } = {},
): Promise<MadeNamed> {
  const made = named('region', options);
  await test.dataSource.query(
    `insert into region (id, slug, names, rail_titles, in_rail, position)
     values ($1, $2, $3, $4, $5, (select coalesce(max(position), 0) + 1 from region))`,
    [made.id, made.slug, made.names, options.railTitles ?? {}, options.inRail ?? true],
  );
  return made;
}

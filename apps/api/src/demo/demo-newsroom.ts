import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { GrantInput, LocalizedText, SiteTexts } from '@broadsheet/types';
import { languages } from '@broadsheet/types';
import { AuthorsService } from '../authors/authors.service.ts';
import type { Person } from '../common/access.ts';
import { RegionsService } from '../regions/regions.service.ts';
import { SectionsService } from '../sections/sections.service.ts';
import { SettingsService } from '../settings/settings.service.ts';
import { TopicsService } from '../topics/topics.service.ts';
import { UsersService } from '../users/users.service.ts';
import { authors } from './content/authors.ts';
import { people } from './content/people.ts';
import { regions } from './content/regions.ts';
import { sections } from './content/sections.ts';
import { site } from './content/site.ts';
import { topics } from './content/topics.ts';
import type { AuthorKey, DemoGrant, PersonKey, RegionKey, SectionKey, TopicKey } from './content/types.ts';

/** What stories are written in and by: ids by the keys of the content. */
export interface DemoNewsroom {
  sections: ReadonlyMap<SectionKey, string>;
  regions: ReadonlyMap<RegionKey, string>;
  topics: ReadonlyMap<TopicKey, string>;
  authors: ReadonlyMap<AuthorKey, string>;
  people: ReadonlyMap<PersonKey, Person>;
}

/** What stands under a key of the demo's content; a key without anything is a fault of the content. */
export function at<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demo has nothing called ${String(key)}`);
  return value;
}

/** Makes the paper: its settings, sections, regions, topics, people and authors, each by its own service. */
export async function makeNewsroom(app: NestFastifyApplication): Promise<DemoNewsroom> {
  await writeSettings(app.get(SettingsService, { strict: false }));
  const made = {
    sections: new Map<SectionKey, string>(),
    regions: new Map<RegionKey, string>(),
    topics: new Map<TopicKey, string>(),
    authors: new Map<AuthorKey, string>(),
    people: new Map<PersonKey, Person>(),
  };
  for (const { key, slug, names } of sections)
    made.sections.set(key, (await app.get(SectionsService, { strict: false }).create({ slug, names })).id);
  for (const { key, slug, names, railTitle, inRail } of [...regions].sort((a, b) => a.order - b.order)) {
    const input = { slug, names, railTitles: railTitle, inRail };
    made.regions.set(key, (await app.get(RegionsService, { strict: false }).create(input)).id);
  }
  for (const { key, slug, names } of topics)
    made.topics.set(key, (await app.get(TopicsService, { strict: false }).create({ slug, names })).id);
  await invitePeople(app, made);
  for (const { key, slug, names, person } of authors) {
    const userId = person ? at(made.people, person).id : null;
    made.authors.set(
      key,
      (await app.get(AuthorsService, { strict: false }).create({ slug, names, userId })).id,
    );
  }
  return made;
}

async function invitePeople(
  app: NestFastifyApplication,
  made: Omit<DemoNewsroom, 'people'> & { people: Map<PersonKey, Person> },
): Promise<void> {
  const users = app.get(UsersService, { strict: false });
  const scoped = <K>(scope: 'any' | readonly K[], ids: ReadonlyMap<K, string>): 'any' | string[] =>
    scope === 'any' ? 'any' : scope.map((key) => at(ids, key));
  const toGrant = (grant: DemoGrant): GrantInput => ({
    role: grant.role,
    sections: scoped(grant.sections, made.sections),
    regions: scoped(grant.regions, made.regions),
    languages: grant.languages === 'any' ? 'any' : [...grant.languages],
  });
  for (const { key, email, name, language, grants } of people) {
    const { user } = await users.invite({ email, name, grants: grants.map(toGrant) });
    const { id, colour } = user;
    made.people.set(key, {
      id,
      email,
      name,
      locale: language,
      colour,
      grants: user.grants,
      sessionId: '',
    });
  }
}

async function writeSettings(settings: SettingsService): Promise<void> {
  const { version } = await settings.get();
  const inLanguage = (text: LocalizedText, language: (typeof languages)[number]) => text[language] ?? '';
  const texts = Object.fromEntries(
    languages.map((language): [string, SiteTexts] => [
      language,
      {
        name: inLanguage(site.name, language),
        description: inLanguage(site.tagline, language),
        social: site.social,
        apps: site.apps,
        followHeading: inLanguage(site.followHeading, language),
        reuseTerms: inLanguage(site.reuseTerms, language),
        copyright: inLanguage(site.copyrightHolder, language),
        sourceLine: inLanguage(site.sourceLine, language),
        menu: [],
      },
    ]),
  );
  await settings.update({
    version,
    timeZone: site.timeZone,
    defaultLanguage: site.defaultLanguage,
    liveLanguages: [...site.liveLanguages],
    texts,
  });
}

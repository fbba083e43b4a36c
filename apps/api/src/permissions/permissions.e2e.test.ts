import { newsroomActions, roles, scopedActions, type Role } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makePlaced, makePlaces, placedAs, type Places } from '../../test/factories/walked-stories.ts';
import { may, mayInNewsroom, permissionSql, SqlParameters } from './permissions.ts';
import { answersOf, columns, narrow, newsroom, wide } from './permission-table.ts';

describe('the permission rule and its SQL agree with the table written by hand', () => {
  let test: TestApp;
  let places: Places;
  beforeAll(async () => {
    test = await createTestApp();
    places = await makePlaces(test);
  });
  afterAll(() => test.close());

  const narrowOf = (role: Role) =>
    role === 'admin'
      ? { role }
      : { role, sections: [places.section], regions: [places.region], languages: [places.language] };

  /** What rule and SQL say, column by column; an action about the story alone must not need the article. */
  const compare = async (person: TestPerson, table: Partial<Record<string, string>>) => {
    for (const column of columns) {
      const placed = placedAs(column, places, person.id);
      const { storyId, articleId } = await makePlaced(test, placed);
      for (const action of scopedActions) {
        const line = table[action];
        if (line === undefined) continue;
        const expected = answersOf(line)[columns.indexOf(column)];
        const parameters = new SqlParameters([storyId, articleId]);
        const rows: unknown[] = await test.dataSource.query(
          `select 1 from story join article on article.story_id = story.id
            where story.id = $1 and article.id = $2 and ${permissionSql(person, action, parameters)}`,
          parameters.values,
        );
        const found = { action, column, rule: may(person, action, placed), sql: rows.length === 1 };
        expect(found).toEqual({ action, column, rule: expected, sql: expected });
      }
    }
  };

  it.each(roles)('for a %s with a narrow grant', async (role) =>
    compare(await makePerson(test, narrowOf(role)), narrow[role]),
  );

  it.each(roles)('for a %s everywhere', async (role) =>
    compare(await makePerson(test, { role }), wide[role]),
  );

  it('for somebody without a grant, who may nothing', async () => {
    const nothing = Object.fromEntries(
      scopedActions.map((action) => [action, columns.map(() => 'no').join(' ')]),
    );
    await compare(await makePerson(test, { role: null }), nothing);
  });

  it('for two grants, which add up and do not mix: a section of one with a region of the other is neither', () => {
    const everywhere = { regions: 'any' as const, sections: 'any' as const, languages: 'any' as const };
    const holder = {
      id: 'holder',
      grants: [
        { ...everywhere, id: 'a', role: 'journalist' as const, sections: ['politics'], regions: ['georgia'] },
        { ...everywhere, id: 'b', role: 'desk_editor' as const, sections: ['sport'], regions: ['turkey'] },
      ],
    };
    const at = (sectionId: string, regionId: string) =>
      may(holder, 'article.write', { sectionId, regionIds: [regionId], language: 'en', createdById: null });
    expect([
      at('politics', 'georgia'),
      at('sport', 'turkey'),
      at('politics', 'turkey'),
      at('sport', 'georgia'),
    ]).toEqual([true, true, false, false]);
  });

  it.each(newsroomActions)('for %s in the whole newsroom', async (action) => {
    for (const [index, role] of roles.entries()) {
      const person = await makePerson(test, narrowOf(role));
      expect([role, mayInNewsroom(person, action)]).toEqual([role, answersOf(newsroom[action])[index]]);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SessionsService } from '../../src/auth/sessions.service.ts';
import { createTestApp, type TestApp } from '../create-test-app.ts';
import { makePerson } from './make-person.ts';
import { makeRegion } from './make-region.ts';
import { makeSection } from './make-section.ts';
import { makeSettings } from './make-settings.ts';
import { makeStory } from './make-story.ts';
import { makeAuthor, makeTopic } from './make-term.ts';

describe('the test newsroom', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());

  it('has people who are signed in with the grant they were given', async () => {
    const section = await makeSection(test);
    const region = await makeRegion(test);
    const person = await makePerson(test, {
      role: 'journalist',
      sections: [section.id],
      regions: [region.id],
      languages: ['az'],
    });
    const token = person.cookie.split('=')[1] ?? '';
    expect(await test.app.get(SessionsService).find(token)).toMatchObject({
      id: person.id,
      grants: [{ role: 'journalist', sections: [section.id], regions: [region.id], languages: ['az'] }],
    });
  });

  it('has stories with topics and authors at hand', async () => {
    await makeSettings(test);
    const person = await makePerson(test);
    const section = await makeSection(test);
    const region = await makeRegion(test);
    await makeTopic(test);
    await makeAuthor(test, { userId: person.id });
    const story = await makeStory(test, {
      createdById: person.id,
      sectionId: section.id,
      regionIds: [region.id],
      languages: ['az', 'hy'],
    });
    expect(Object.keys(story.articleIds)).toEqual(['az', 'hy']);
  });
});

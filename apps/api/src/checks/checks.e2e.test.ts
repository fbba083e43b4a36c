import { newBlockId } from '@broadsheet/document';
import type { Article, ArticleContent, CheckReport, Media, Problem, Story, Thread } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makePicture } from '../../test/factories/make-picture.ts';
import { makeSection } from '../../test/factories/make-section.ts';
import { makeAuthor } from '../../test/factories/make-term.ts';
import { suggestWords } from '../../test/factories/suggest-words.ts';

describe('what is looked at before an article is published', () => {
  let test: TestApp;
  let chief: TestPerson;
  let sectionId: string;
  let authorId: string;
  beforeAll(async () => {
    test = await createTestApp({ scheduleSweep: 50 });
    chief = await makePerson(test, { role: 'editor_in_chief' });
    sectionId = (await makeSection(test)).id;
    authorId = (await makeAuthor(test)).id;
  });
  afterAll(() => test.close());

  /** An article that nothing is wrong with, but for its text. */
  const begin = async (content: ArticleContent) => {
    const story = (await chief.request('POST', '/api/stories', { language: 'en', sectionId })).as<Story>();
    const lead = await makePicture(chief);
    await chief.request('PATCH', `/api/media/${lead.id}`, { version: lead.version, credit: 'A reader' });
    await chief.request('PATCH', `/api/stories/${story.id}`, {
      version: story.version,
      leadMediaId: lead.id,
    });
    const { id } = story.articles[0]!;
    await put(id, { authors: [{ authorId, role: 'text' }] });
    await writeText(test, id, chief.id, content);
    return { id, story, lead };
  };
  /** Says of the headline what must be settled before it goes out. */
  const block = async (id: string) => {
    const input = { place: { kind: 'headline' }, text: 'Is it?', isBlocking: true };
    return (await chief.request('POST', `/api/articles/${id}/threads`, input)).as<Thread>();
  };
  const read = async (id: string) => (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
  const put = async (id: string, details: object) => {
    const { version } = await read(id);
    await chief.request('PATCH', `/api/articles/${id}`, { version, ...details });
  };
  const take = async (id: string, step: string, more: object = {}) => {
    const { version } = await read(id);
    return chief.request('POST', `/api/articles/${id}/${step}`, { version, ...more });
  };
  const reasonsOf = (answer: Awaited<ReturnType<typeof take>>) =>
    answer.as<Problem>().errors?.map(({ reason }) => reason);
  const found = async (id: string) =>
    (await chief.request('GET', `/api/articles/${id}/checks`)).as<CheckReport>().findings;

  it('nothing is found in what is ready, and it goes out without a question', async () => {
    const { id } = await begin(makeContent('The bridge is open again'));
    expect(await found(id)).toEqual([]);
    expect((await take(id, 'publish', { accepted: [] })).status).toBe(200);
  });

  it.each(['publish', 'approve'])(
    'a TK stops the step “%s”, whoever says it is fine, until it is gone',
    async (step) => {
      const { id } = await begin(makeContent('The bridge is open again', ['It cost [TK sum].']));
      const answer = await take(id, step, { accepted: ['tk_left'] });
      expect([answer.status, answer.as<Problem>().code, reasonsOf(answer)]).toEqual([
        422,
        'ARTICLE_NOT_READY',
        ['tk_left'],
      ]);
      expect((await take(id, 'schedule', { publishAt: '2099-01-01T10:00' })).status).toBe(422);
      await writeText(test, id, chief.id, makeContent('The bridge is open again', ['It cost much.']));
      expect((await take(id, step, { accepted: [] })).status).toBe(200);
    },
  );

  it('a warning is asked about by name, and only what was seen is accepted', async () => {
    const { id } = await begin(makeContent('A bridge', ['It opened.', '', 'People crossed it.']));
    const asked = await take(id, 'publish', { accepted: [] });
    expect([asked.status, asked.as<Problem>().code, reasonsOf(asked)]).toEqual([
      409,
      'ARTICLE_WARNED',
      ['headline_short', 'block_empty'],
    ]);
    expect(reasonsOf(await take(id, 'publish', { accepted: ['block_empty'] }))).toEqual(['headline_short']);
    expect((await read(id)).publishedRevisionId).toBeNull();
    expect((await take(id, 'publish', { accepted: ['headline_short', 'block_empty'] })).status).toBe(200);
  });

  it('an article that nobody signs is asked about, and one from an agency is not', async () => {
    const { id } = await begin(makeContent('The bridge is open again'));
    await put(id, { authors: [] });
    expect(reasonsOf(await take(id, 'publish', { accepted: [] }))).toEqual(['byline_missing']);
    await put(id, { sourceName: 'Azertac' });
    expect((await take(id, 'publish', { accepted: [] })).status).toBe(200);
  });

  it('what was accepted at approval is not asked again at publication', async () => {
    const { id } = await begin(makeContent('A bridge'));
    expect((await take(id, 'approve', { accepted: ['headline_short'] })).status).toBe(200);
    expect((await take(id, 'publish', { accepted: [] })).status).toBe(200);
  });

  it('a link is dead until the article it leads to is published, and says where it stands', async () => {
    const target = await begin(makeContent('The ferry sails again'));
    const content = makeContent('The bridge is open again', ['It opened.']);
    const blockId = newBlockId();
    const href = '/en/news/the-ferry-sails-again';
    content.body.content.push({
      type: 'paragraph',
      attrs: { id: blockId },
      content: [{ type: 'text', text: 'The ferry', marks: [{ type: 'link', attrs: { href } }] }],
    });
    const { id } = await begin(content);
    expect(await found(id)).toEqual([{ code: 'link_dead', place: 'body', blockId, quote: href }]);
    await take(target.id, 'publish');
    expect(await found(id)).toEqual([]);
  });

  it('rights that end before its time keep an article from being scheduled, and its checks look at that time', async () => {
    const { id, lead } = await begin(makeContent('The bridge is open again'));
    const rightsEnd = async (day: string | null) => {
      const { version } = (await chief.request('GET', `/api/media/${lead.id}`)).as<Media>();
      await chief.request('PATCH', `/api/media/${lead.id}`, { version, rightsEnd: day });
    };
    const codes = async () => (await found(id)).map(({ code }) => code);
    expect((await take(id, 'schedule', { publishAt: '2099-02-01T10:00' })).status).toBe(200);
    await rightsEnd('2099-01-31');
    const told = { place: 'lead', mediaId: lead.id, quote: lead.filename };
    expect(await found(id)).toEqual([expect.objectContaining({ code: 'rights_expired', ...told })]);
    await rightsEnd('2099-02-01');
    expect(await codes()).toEqual(['rights_expiring']);
    await take(id, 'unschedule');
    await rightsEnd('2099-01-31');
    expect(await codes()).toEqual([]);
    const late = await take(id, 'schedule', { publishAt: '2099-02-01T10:00' });
    expect([late.status, reasonsOf(late)]).toEqual([422, ['rights_expired']]);
    expect((await take(id, 'schedule', { publishAt: '2099-01-31T23:59' })).status).toBe(200);
    expect((await take(id, 'schedule', { publishAt: '2099-02-01T00:00' })).status).toBe(422);
  });

  it('a blocking comment and an open suggestion stop a step until they are answered', async () => {
    const { id } = await begin(makeContent('The bridge is open again'));
    await suggestWords(test, id, chief.id, 'It is said that ');
    expect(reasonsOf(await take(id, 'publish'))).toEqual(['suggestion_open']);
    await writeText(test, id, chief.id, makeContent('The bridge is open again'));
    const { id: thread } = await block(id);
    for (const step of ['publish', 'approve'])
      expect(reasonsOf(await take(id, step))).toEqual(['comment_blocking']);
    await chief.request('POST', `/api/threads/${thread}/resolve`);
    expect((await take(id, 'publish', { accepted: [] })).status).toBe(200);
  });

  it('two blocking comments on the same words are found each by itself', async () => {
    const { id } = await begin(makeContent('The bridge is open again'));
    const threads = [await block(id), await block(id)];
    const [first, second] = await found(id);
    expect(first?.quote).toBe(second?.quote);
    expect([first?.threadId, second?.threadId]).toEqual(threads.map((thread) => thread.id));
  });

  it('a comment that blocks after an article was scheduled holds people, and not the clock', async () => {
    const { id } = await begin(makeContent('The bridge is open again'));
    await take(id, 'schedule', { publishAt: '2099-01-01T10:00' });
    await block(id);
    expect(reasonsOf(await take(id, 'publish'))).toEqual(['comment_blocking']);
    await test.dataSource.query('update article set publish_at = now() where id = $1', [id]);
    await expect.poll(async () => (await read(id)).status).toBe('published');
  });

  it('S7: what is found is told to whoever may read the story, and to nobody else', async () => {
    const { id } = await begin(makeContent('The bridge is open again'));
    const elsewhere = await makePerson(test, {
      role: 'journalist',
      sections: [(await makeSection(test)).id],
    });
    expect((await elsewhere.request('GET', `/api/articles/${id}/checks`)).status).toBe(404);
  });
});

import type { Article, PublicArticle, PublicList, PublicTermPage, Story } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makePicture } from '../../test/factories/make-picture.ts';
import { makeRegion } from '../../test/factories/make-region.ts';
import { makeSection, type MadeNamed } from '../../test/factories/make-section.ts';
import { makeSettings } from '../../test/factories/make-settings.ts';
import { makeAuthor, makeTopic } from '../../test/factories/make-term.ts';

describe('publishing', () => {
  let test: TestApp;
  let section: MadeNamed;
  let chief: TestPerson;
  beforeAll(async () => {
    // nothing here may lean on the texts that lists read: they follow only after a minute
    test = await createTestApp({ projectionDelay: 60_000 });
    section = await makeSection(test);
    chief = await makePerson(test, { role: 'editor_in_chief' });
  });
  afterAll(() => test.close());

  const begin = async (headline: string): Promise<{ story: Story; id: string }> => {
    const story = (
      await chief.request('POST', '/api/stories', { language: 'en', sectionId: section.id })
    ).as<Story>();
    const { id } = story.articles[0]!;
    await writeText(test, id, chief.id, makeContent(headline));
    return { story, id };
  };
  const publish = async (id: string) => {
    const { version } = (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
    return chief.request('POST', `/api/articles/${id}/publish`, { version });
  };
  const get = async <T>(path: string) => (await (await fetch(`${test.url}/api/public/${path}`)).json()) as T;
  const read = (slug: string) => get<PublicArticle>(`en/articles/${slug}`);

  describe('the last keystroke (publish-flushes-last-keystroke, F12)', () => {
    it('is published when it was stored before the button was pressed', async () => {
      const { id } = await begin('Typed');
      for (const text of ['One', 'One two', 'One two three.'])
        await writeText(test, id, chief.id, makeContent('Typed', [text]));
      expect((await publish(id)).status).toBe(200);
      expect((await read('typed')).html).toBe('<p>One two three.</p>');
    });

    it('is taken away again when it was a deletion', async () => {
      const { id } = await begin('Deleted');
      await writeText(test, id, chief.id, makeContent('Deleted', ['Keep.', 'Take this out.']));
      await writeText(test, id, chief.id, makeContent('Deleted', ['Keep.']));
      await publish(id);
      expect((await read('deleted')).html).toBe('<p>Keep.</p>');
    });

    it('is either in what is published or said to be missing, when it comes at the same moment', async () => {
      for (let round = 0; round < 10; round++) {
        const { id } = await begin(`At once ${round}`);
        const [answer] = await Promise.all([
          publish(id),
          writeText(test, id, chief.id, makeContent(`At once ${round}`, ['The last word.'])),
        ]);
        expect(answer.status).toBe(200);
        const article = (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
        const isIn = (await read(`at-once-${round}`)).html.includes('The last word.');
        expect(article.changedSincePublication).toBe(!isIn);
      }
    });
  });

  it('gives readers names in their language only, and all that lists are made of', async () => {
    const region = await makeRegion(test);
    const [english, armenian] = [
      await makeTopic(test, { names: { en: 'Bridges', hy: 'Կամուրջներ' } }),
      await makeTopic(test, { names: { hy: 'Միայն' } }),
    ];
    const author = await makeAuthor(test, { names: { en: 'Nare Solak' } });
    const { story, id } = await begin('Names');
    const lead = await makePicture(chief, { width: 900, height: 600 });
    const updated = await chief.request('PATCH', `/api/stories/${story.id}`, {
      version: story.version,
      regionIds: [region.id],
      topicIds: [armenian.id, english.id],
      leadMediaId: lead.id,
    });
    expect(updated.status).toBe(200);
    const { version } = (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
    const authors = [{ authorId: author.id, role: 'text' }];
    await chief.request('PATCH', `/api/articles/${id}`, { version, authors });
    await publish(id);
    const article = await read('names');
    expect(article.topics).toEqual([{ id: english.id, slug: english.slug, name: 'Bridges' }]);
    expect(article.authorNames).toEqual(['Nare Solak']);
    const tint = expect.stringMatching(/^#a[89ab]3[234]3[234]$/) as string;
    expect(article.picture).toMatchObject({ width: 900, height: 600, alt: 'Red', tint });
    for (const filter of [
      `section=${section.id}`,
      `region=${region.id}`,
      `topic=${english.id}`,
      `author=${author.id}`,
    ]) {
      const list = (await (await fetch(`${test.url}/api/public/en/articles?${filter}`)).json()) as PublicList;
      expect(list.items.map((item) => item.slug)).toContain('names');
      const { html: _html, ...card } = article;
      expect(card).toMatchObject(list.items.find((item) => item.slug === 'names')!);
    }
  });

  it('tells of topics and authors in which languages anything of them is published, and lists no others', async () => {
    const [empty, clocks] = [await makeTopic(test), await makeTopic(test)];
    const { story, id } = await begin('Clocks');
    await chief.request('PATCH', `/api/stories/${story.id}`, {
      version: story.version,
      topicIds: [clocks.id],
    });
    const terms = () => get<PublicTermPage>('terms/topic');
    const before = await terms();
    await publish(id);
    expect((await terms()).items).toEqual(
      [...before.items, { ...clocks, languages: ['en'] }].sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    );
    expect(await get(`terms/topic/${empty.slug}`)).toMatchObject({ id: empty.id, languages: [] });
    const { items } = await terms();
    const last = items.at(-1)?.slug ?? '';
    expect(await get(`terms/topic?after=${last}`)).toEqual({ items: [], next: null });
  });

  it('names the other languages once they are published and while they are live, and keeps the time of the first publication', async () => {
    const { story, id } = await begin('Two languages');
    const first = (await publish(id)).as<Article>();
    const translation = (
      await chief.request('POST', `/api/stories/${story.id}/articles`, { language: 'az', from: 'en' })
    ).as<Article>();
    expect(translation).toMatchObject({ sourceLanguage: 'en', language: 'az' });
    expect((await read('two-languages')).translations).toMatchObject([
      { language: 'en', slug: 'two-languages' },
    ]);
    await writeText(test, translation.id, chief.id, makeContent('İki dil', ['Körpü açıldı.']));
    await publish(translation.id);
    expect((await read('two-languages')).translations).toMatchObject([
      { language: 'az', slug: 'iki-dil' },
      { language: 'en', slug: 'two-languages' },
    ]);
    await makeSettings(test, { defaultLanguage: 'en', liveLanguages: ['en', 'ru'] });
    expect((await read('two-languages')).translations).toMatchObject([
      { language: 'en', slug: 'two-languages' },
    ]);
    await makeSettings(test);
    await writeText(test, id, chief.id, makeContent('Two languages', ['Corrected.']));
    const second = (await publish(id)).as<Article>();
    expect(second.publishedAt).toBe(first.publishedAt);
    const article = await read('two-languages');
    expect(Date.parse(article.modifiedAt)).toBeGreaterThan(Date.parse(article.publishedAt));
  });

  it('refuses pictures without a description in the language, lead and text alike', async () => {
    const { story, id } = await begin('Undescribed');
    const lead = await makePicture(chief);
    await chief.request('PATCH', `/api/media/${lead.id}`, { version: lead.version, alt: { az: 'Şəkil' } });
    await chief.request('PATCH', `/api/stories/${story.id}`, {
      version: story.version,
      leadMediaId: lead.id,
    });
    const content = makeContent('Undescribed');
    content.body.content.push({
      type: 'picture',
      attrs: { id: 'picture-1', mediaId: lead.id, alt: null, credit: null },
      content: [{ type: 'caption' }],
    });
    await writeText(test, id, chief.id, content);
    const answer = await publish(id);
    expect(answer.status).toBe(422);
    expect((answer.body as { errors: { path: string }[] }).errors.map((fault) => fault.path)).toEqual([
      'lead',
      'body',
    ]);
  });

  it('pages through the newest without a gap or a double', async () => {
    const seen: string[] = [];
    let older: string | null = null;
    do {
      const answer: Response = await fetch(
        `${test.url}/api/public/en/articles?limit=3${older ? `&older=${older}` : ''}`,
      );
      const page = (await answer.json()) as PublicList;
      seen.push(...page.items.map((item) => item.id));
      older = page.older;
    } while (older);
    const [row] = (await test.dataSource.query(
      `select array_agg(article_id order by published_at desc, article_id desc) as ids from published_article where language = 'en'`,
    )) as [{ ids: string[] }];
    expect(seen).toEqual(row.ids);
  });

  it.each([
    `/api/public/en/articles/x'%20or%20'1'='1`,
    `/api/public/en/articles/%00`,
    `/api/public/en/articles?older=${Buffer.from(`2024-01-01 00:00:00' or 1=1 -- x`).toString('base64url')}`,
    `/api/public/en/articles?section=1;drop%20table%20story`,
    `/api/public/en/articles?sort=password`,
    `/api/public/xx/articles`,
    `/api/public/en/sitemap?after=zzz`,
  ])('answers %s with a plain refusal (S2)', async (path) => {
    const answer = await fetch(`${test.url}${path}`);
    expect([400, 404, 422]).toContain(answer.status);
  });
});

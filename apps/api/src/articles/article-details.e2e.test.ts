import type { Article, Problem, PublicArticle, SitemapPage, Story } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makeSection } from '../../test/factories/make-section.ts';
import { makeAuthor } from '../../test/factories/make-term.ts';

describe('what is kept beside the text of an article', () => {
  let test: TestApp;
  let chief: TestPerson;
  let sectionId: string;
  let authors: { id: string; slug: string }[];
  beforeAll(async () => {
    test = await createTestApp();
    chief = await makePerson(test, { role: 'editor_in_chief' });
    sectionId = (await makeSection(test)).id;
    authors = [
      await makeAuthor(test, { names: { en: 'Nare Solak', hy: 'Նարե Սոլակ' } }),
      await makeAuthor(test, { names: { en: 'Kamran Yazdar', hy: 'Քամրան Յազդար' } }),
    ];
  });
  afterAll(() => test.close());

  const begin = async (headline: string) => {
    const story = (await chief.request('POST', '/api/stories', { language: 'en', sectionId })).as<Story>();
    const { id } = story.articles[0]!;
    await writeText(test, id, chief.id, makeContent(headline));
    return { id, story };
  };
  const read = async (id: string) => (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
  const change = async (id: string, patch: object) => {
    const { version } = await read(id);
    return chief.request('PATCH', `/api/articles/${id}`, { version, ...patch });
  };
  const publish = async (id: string) => {
    const { version } = await read(id);
    expect((await chief.request('POST', `/api/articles/${id}/publish`, { version })).status).toBe(200);
  };
  const published = async (slug: string, language = 'en') =>
    (await (await fetch(`${test.url}/api/public/${language}/articles/${slug}`)).json()) as PublicArticle;

  it('reaches readers with a publication, and not before', async () => {
    const { id, story } = await begin('The whole of it');
    const [nare, kamran] = [authors[0]!.id, authors[1]!.id];
    const byline = [
      { authorId: nare, role: 'text' },
      { authorId: kamran, role: 'photo' },
      { authorId: nare, role: 'photo' },
    ];
    await publish(id);
    const changed = await change(id, {
      authors: [...byline, byline[0]],
      summary: 'In one sentence.',
      canonicalUrl: 'https://courtyard.example/essays/the-whole',
      sourceName: 'The Courtyard Review',
      sourceUrl: 'https://courtyard.example/',
    });
    expect(changed.as<Article>()).toMatchObject({ authors: byline, changedSincePublication: true });
    await chief.request('PATCH', `/api/stories/${story.id}`, {
      version: story.version,
      contentType: 'opinion',
    });
    expect(await published('the-whole-of-it')).toMatchObject({
      authors: [],
      canonicalUrl: null,
      source: null,
    });
    await publish(id);
    const article = await published('the-whole-of-it');
    expect(article).toMatchObject({
      contentType: 'opinion',
      summary: 'In one sentence.',
      canonicalUrl: 'https://courtyard.example/essays/the-whole',
      source: { name: 'The Courtyard Review', url: 'https://courtyard.example/' },
      authorNames: ['Nare Solak'],
      translations: [{ language: 'en', slug: 'the-whole-of-it', isSyndicated: true }],
    });
    expect(article.authors.map(({ name, role }) => [name, role])).toEqual([
      ['Nare Solak', 'text'],
      ['Kamran Yazdar', 'photo'],
      ['Nare Solak', 'photo'],
    ]);
  });

  it('a translation begins with the byline of its source, in its own language', async () => {
    const { id, story } = await begin('To be translated');
    await change(id, {
      authors: [
        { authorId: authors[0]!.id, role: 'text' },
        { authorId: authors[1]!.id, role: 'translation' },
      ],
    });
    const made = await chief.request('POST', `/api/stories/${story.id}/articles`, {
      language: 'hy',
      from: 'en',
    });
    expect(made.as<Article>().authors).toEqual([{ authorId: authors[0]!.id, role: 'text' }]);
  });

  it('a syndicated piece stands in no sitemap', async () => {
    const [own, taken] = [await begin('One of our own'), await begin('Taken from elsewhere')];
    await change(taken.id, { canonicalUrl: 'https://courtyard.example/a' });
    await publish(own.id);
    await publish(taken.id);
    for (const part of ['sitemap', 'sitemap/news']) {
      const page = (await (await fetch(`${test.url}/api/public/en/${part}`)).json()) as SitemapPage;
      const slugs = page.items.map(({ slug }) => slug);
      expect(slugs).toContain('one-of-our-own');
      expect(slugs).not.toContain('taken-from-elsewhere');
    }
  });

  it('notes to the desk reach no reader', async () => {
    const { id, story } = await begin('With a note');
    const noted = await chief.request('PATCH', `/api/stories/${story.id}`, {
      version: story.version,
      notes: 'Ask Nodar first.',
    });
    expect(noted.as<Story>().notes).toBe('Ask Nodar first.');
    await publish(id);
    expect(JSON.stringify(await published('with-a-note'))).not.toContain('Nodar');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,hello',
    '//evil.example/a',
    '/en/news/here',
    'https:/evil.example',
    'https://',
    'https://user:secret@evil.example/',
    'https://evil.example/ a',
    'https://evil.example/"onload="',
    'https://evil.example/\u202Egpj',
    'ftp://evil.example/',
    `https://evil.example/${'a'.repeat(2000)}`,
  ])('S4 and S18: %s is no canonical and no source address', async (address) => {
    const { id } = await begin('Addresses');
    for (const field of ['canonicalUrl', 'sourceUrl']) {
      const answer = await change(id, { [field]: address });
      expect([field, answer.status, answer.as<Problem>().errors?.[0]?.path]).toEqual([field, 422, field]);
    }
    expect(await read(id)).toMatchObject({ canonicalUrl: null, sourceUrl: null });
  });

  it('S8: takes nothing that is not its own to change', async () => {
    const { id, story } = await begin('Not yours to say');
    for (const patch of [
      { status: 'published' },
      { acceptedChecks: ['tk_left'] },
      { publishedRevisionId: id },
      { deskNote: 'Well done' },
      { authors: [{ authorId: authors[0]!.id, role: 'owner' }] },
      { authors: [{ authorId: authors[0]!.id, role: 'text', name: 'Somebody' }] },
      { authors: [{ authorId: id, role: 'text' }] },
    ])
      expect([patch, (await change(id, patch)).status]).toEqual([patch, 422]);
    for (const patch of [{ contentType: 'advert' }, { createdBy: chief.id }, { may: { edit: true } }]) {
      const answer = await chief.request('PATCH', `/api/stories/${story.id}`, {
        version: story.version,
        ...patch,
      });
      expect([patch, answer.status]).toEqual([patch, 422]);
    }
    expect(await read(id)).toMatchObject({ status: 'draft', authors: [], deskNote: '' });
  });
});

import { schemaVersion } from '@broadsheet/document';
import type { ArticleContent, Role } from '@broadsheet/types';
import type { DataSource } from 'typeorm';
import { newId } from '../../src/common/new-id.ts';
import { Documents } from '../../src/collaboration/documents.service.ts';
import { hashToken, newToken } from '../../src/auth/session-token.ts';

/** A person with an open session. */
export interface Staff {
  id: string;
  name: string;
  token: string;
  sessionId: string;
}

/** Where a person's grant reaches; null is "any". */
export interface Reach {
  role: Role;
  sections?: string[] | null;
  languages?: string[] | null;
}

export const handshakeToken = JSON.stringify({ schemaVersion });

/** The people and stories that tests of writing together need, straight in the database. */
export class Newsroom {
  constructor(
    readonly dataSource: DataSource,
    readonly documents: Documents,
  ) {}

  async person(name: string, reach: Reach = { role: 'journalist' }): Promise<Staff> {
    const [id, token, sessionId] = [newId(), newToken(), newId()];
    await this.dataSource.query('insert into "user" (id, email, name, colour) values ($1, $2, $3, 1)', [
      id,
      `${id}@example.org`,
      name,
    ]);
    await this.grant(id, reach);
    await this.dataSource.query(
      `insert into session (id, user_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
      [sessionId, id, hashToken(token)],
    );
    return { id, name, token, sessionId };
  }

  async grant(userId: string, { role, sections = null, languages = null }: Reach): Promise<void> {
    await this.dataSource.query(
      'insert into "grant" (id, user_id, role, section_ids, languages) values ($1, $2, $3, $4, $5)',
      [newId(), userId, role, sections, languages],
    );
  }

  async section(slug: string): Promise<string> {
    const id = newId();
    await this.dataSource.query('insert into section (id, slug, names, position) values ($1, $2, $3, 1)', [
      id,
      slug,
      { en: slug },
    ]);
    return id;
  }

  /** A story with one article, its document seeded. */
  async article(
    by: Staff,
    {
      content = null,
      section = null,
      language = 'en',
    }: {
      content?: ArticleContent | null;
      section?: string | null;
      language?: string;
    } = {},
  ): Promise<string> {
    const [storyId, articleId] = [newId(), newId()];
    await this.dataSource.transaction(async (manager) => {
      await manager.query('insert into story (id, section_id, created_by_id) values ($1, $2, $3)', [
        storyId,
        section,
        by.id,
      ]);
      await manager.query('insert into article (id, story_id, language) values ($1, $2, $3)', [
        articleId,
        storyId,
        language,
      ]);
      await this.documents.create(manager, articleId, content, by.id);
    });
    return articleId;
  }

  /** What is stored of an article, whoever holds it in memory. */
  stored(articleId: string): Promise<ArticleContent> {
    return this.dataSource.transaction(
      async (manager) => (await this.documents.snapshot(manager, articleId)).content,
    );
  }
}

/** An article's content with one paragraph. */
export const oneParagraph = (text: string, headline = ''): ArticleContent => ({
  headline,
  standfirst: [],
  body: {
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { id: 'first-block' }, content: [{ type: 'text', text }] }],
  },
});

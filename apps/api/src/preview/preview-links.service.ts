import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { NewPreviewLink, Preview, PreviewLink, PreviewLinkInput } from '@broadsheet/types';
import { DataSource } from 'typeorm';
import { readableArticle, scopeOf } from '../articles/article-rows.ts';
import { hashToken, newToken } from '../auth/session-token.ts';
import type { Person } from '../common/access.ts';
import { notFound } from '../common/changed-meanwhile.ts';
import { DomainError } from '../common/domain-error.ts';
import { newId } from '../common/new-id.ts';
import { ENV, type Env } from '../env.ts';
import { may } from '../permissions/permissions.ts';
import { linksOfMakers, makerColumns, mayStillBeMade, type MadeLink } from './link-makers.ts';

/** How long a person's own look lasts without being asked for anew, in hours; it ends with the session before. */
const ownHours = 12;

interface Row {
  id: string;
  name: string;
  created_by: { id: string; name: string };
  created_at: Date;
  expires_at: Date;
}

interface OwnLook {
  revisionId?: string | null;
}
interface NewLink {
  name: string;
  hours: number;
  sessionId: string | null;
  revisionId: string | null;
}

const columns = `l.id, l.name, l.created_at, l.expires_at, json_build_object('id', u.id, 'name', u.name) as created_by`;

/** Who may look at a draft from outside: a person themselves, and whoever was sent a link. */
@Injectable()
export class PreviewLinksService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** The person's own look at what they may read. @throws DomainError NOT_FOUND */
  async own(person: Person, articleId: string, { revisionId = null }: OwnLook): Promise<Preview> {
    await readableArticle(this.dataSource, person, articleId);
    if (revisionId !== null) await this.refuseOther(articleId, revisionId);
    const token = newToken();
    const { expires_at } = await this.insert(person, articleId, token, {
      name: '',
      hours: ownHours,
      sessionId: person.sessionId,
      revisionId,
    });
    return { url: this.address(token), expiresAt: expires_at.toISOString() };
  }

  /** @returns the link; its token is told this once and kept only as a hash. @throws DomainError NOT_FOUND, FORBIDDEN */
  async make(person: Person, articleId: string, input: PreviewLinkInput): Promise<NewPreviewLink> {
    await this.refuseReader(person, articleId);
    const token = newToken();
    const row = await this.insert(person, articleId, token, { ...input, sessionId: null, revisionId: null });
    return { ...toLink(row), url: this.address(token) };
  }

  /** The links that hold, the newest first. @throws DomainError NOT_FOUND, FORBIDDEN */
  async list(person: Person, articleId: string): Promise<PreviewLink[]> {
    await this.refuseReader(person, articleId);
    const rows: (Row & MadeLink)[] = await this.dataSource.query(
      `select ${columns}, ${makerColumns} from ${linksOfMakers} and l.article_id = $1 and l.session_id is null
        order by l.id desc limit 200`,
      [articleId],
    );
    return rows.filter(mayStillBeMade).map(toLink);
  }

  /** Takes back one link, whoever made it; one that is over stays over. @throws DomainError NOT_FOUND, FORBIDDEN */
  async revoke(person: Person, articleId: string, linkId: string): Promise<void> {
    await this.refuseReader(person, articleId);
    await this.dataSource.query(
      `update preview_link set revoked_at = now()
        where id = $1 and article_id = $2 and session_id is null and revoked_at is null and expires_at > now()`,
      [linkId, articleId],
    );
  }

  private async insert(
    person: Person,
    articleId: string,
    token: string,
    { name, hours, sessionId, revisionId }: NewLink,
  ): Promise<Row> {
    const rows: Row[] = await this.dataSource.query(
      `with l as (
         insert into preview_link (id, article_id, token_hash, created_by_id, name, session_id, revision_id, expires_at)
         values ($1, $2, $3, $4, $5, $6, $8, now() + $7 * interval '1 hour') returning *)
       select ${columns} from l join "user" u on u.id = l.created_by_id`,
      [newId(), articleId, hashToken(token), person.id, name, sessionId, hours, revisionId],
    );
    const [row] = rows;
    if (!row) throw new Error('A preview link was not written');
    return row;
  }

  private async refuseOther(articleId: string, revisionId: string): Promise<void> {
    const found: unknown[] = await this.dataSource.query(
      'select 1 from revision where id = $1 and article_id = $2',
      [revisionId, articleId],
    );
    if (found.length === 0) throw notFound('revision');
  }

  private address(token: string): string {
    return `${this.env.SITE_URL}/preview/${token}`;
  }

  private async refuseReader(person: Person, articleId: string): Promise<void> {
    const article = await readableArticle(this.dataSource, person, articleId);
    if (!may(person, 'article.write', scopeOf(article)))
      throw new DomainError('FORBIDDEN', 'You may read this article but not show it to others.');
  }
}

const toLink = (row: Row): PreviewLink => ({
  id: row.id,
  name: row.name,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
});

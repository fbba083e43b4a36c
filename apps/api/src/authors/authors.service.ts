import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  Author,
  AuthorInput,
  AuthorUpdate,
  LocalizedText,
  PublicTerm,
  PublicTermPage,
} from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { announceChange } from '../changes/announce-change.ts';
import { changedMeanwhile, notFound } from '../common/changed-meanwhile.ts';
import { DomainError } from '../common/domain-error.ts';
import { newId } from '../common/new-id.ts';
import { slugTaken, withConstraints } from '../common/with-constraints.ts';
import { publishedTerm, publishedTerms } from '../publishing/published-terms.ts';
import { listKeys } from '../redirects/list-keys.ts';
import { RedirectsService } from '../redirects/redirects.service.ts';

interface AuthorRow {
  id: string;
  slug: string;
  names: LocalizedText;
  user_id: string | null;
  version: number;
}

const columns = 'id, slug, names, user_id, version';

/** Bylines, with or without an account. */
@Injectable()
export class AuthorsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(RedirectsService) private readonly redirects: RedirectsService,
  ) {}

  async list(): Promise<Author[]> {
    const rows: AuthorRow[] = await this.dataSource.query(`select ${columns} from author order by slug`);
    return rows.map(toAuthor);
  }

  /** The head of an author's page. @throws DomainError NOT_FOUND */
  async publicTerm(slug: string): Promise<PublicTerm> {
    const term = await publishedTerm(this.dataSource, 'author', slug);
    if (!term) throw notFound('author');
    return term;
  }

  /** For sitemaps. */
  publicTerms(after?: string): Promise<PublicTermPage> {
    return publishedTerms(this.dataSource, 'author', after);
  }

  async create(input: AuthorInput): Promise<Author> {
    return withConstraints(constraints(input.slug), () =>
      this.dataSource.transaction(async (manager) => {
        await this.redirects.refuseTaken(manager, 'author', input.slug, null);
        const id = newId();
        await manager.query('insert into author (id, slug, names, user_id) values ($1, $2, $3, $4)', [
          id,
          input.slug,
          input.names,
          input.userId,
        ]);
        await announceChange(manager, listKeys('author', id));
        return this.load(manager, id);
      }),
    );
  }

  /** A new slug takes the page along: its old address redirects. Published articles keep the name they were published with. */
  async update(id: string, { version, ...input }: AuthorUpdate): Promise<Author> {
    return withConstraints(constraints(input.slug ?? ''), () =>
      this.dataSource.transaction(async (manager) => {
        const before = await this.load(manager, id, 'for update');
        if (before.version !== version) throw changedMeanwhile('this author');
        const after = { ...before, ...input };
        const moves = after.slug !== before.slug;
        if (moves) await this.redirects.refuseTaken(manager, 'author', after.slug, before.slug);
        await manager.query(
          'update author set slug = $2, names = $3, user_id = $4, version = version + 1 where id = $1',
          [id, after.slug, after.names, after.userId],
        );
        if (moves) await this.redirects.move(manager, 'author', before.slug, { kind: 'author', ...after });
        await announceChange(manager, listKeys('author', id));
        return this.load(manager, id);
      }),
    );
  }

  private async load(manager: EntityManager, id: string, lock: '' | 'for update' = ''): Promise<Author> {
    const rows: AuthorRow[] = await manager.query(`select ${columns} from author where id = $1 ${lock}`, [
      id,
    ]);
    if (!rows[0]) throw notFound('author');
    return toAuthor(rows[0]);
  }
}

const toAuthor = ({ user_id, ...row }: AuthorRow): Author => ({ ...row, userId: user_id });

const constraints = (slug: string) => ({
  uq_author_slug: () => slugTaken(slug),
  fk_author_user_id: () =>
    new DomainError(
      'INPUT_INVALID',
      'There is no such person, so the author was not saved. Choose another.',
      [{ path: 'userId', message: 'There is no such person.' }],
    ),
});

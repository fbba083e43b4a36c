import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Topic, TopicInput, TopicUpdate, PublicTerm, PublicTermPage } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { announceChange } from '../changes/announce-change.ts';
import { changedMeanwhile, notFound } from '../common/changed-meanwhile.ts';
import { newId } from '../common/new-id.ts';
import { slugTaken, withConstraints } from '../common/with-constraints.ts';
import { publishedTerm, publishedTerms } from '../publishing/published-terms.ts';
import { listKeys } from '../redirects/list-keys.ts';
import { RedirectsService } from '../redirects/redirects.service.ts';

const columns = 'id, slug, names, version';

/** What stories are about, beside their section and regions. */
@Injectable()
export class TopicsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(RedirectsService) private readonly redirects: RedirectsService,
  ) {}

  async list(): Promise<Topic[]> {
    const rows: Topic[] = await this.dataSource.query(`select ${columns} from topic order by slug`);
    return rows;
  }

  /** The head of a topic's page. @throws DomainError NOT_FOUND */
  async publicTerm(slug: string): Promise<PublicTerm> {
    const term = await publishedTerm(this.dataSource, 'topic', slug);
    if (!term) throw notFound('topic');
    return term;
  }

  /** For sitemaps. */
  publicTerms(after?: string): Promise<PublicTermPage> {
    return publishedTerms(this.dataSource, 'topic', after);
  }

  async create(input: TopicInput): Promise<Topic> {
    return withConstraints({ uq_topic_slug: () => slugTaken(input.slug) }, () =>
      this.dataSource.transaction(async (manager) => {
        await this.redirects.refuseTaken(manager, 'topic', input.slug, null);
        const id = newId();
        await manager.query('insert into topic (id, slug, names) values ($1, $2, $3)', [
          id,
          input.slug,
          input.names,
        ]);
        await announceChange(manager, listKeys('topic', id));
        return this.load(manager, id);
      }),
    );
  }

  /** A new slug takes the page along: its old address redirects. Published articles keep the name they were published with. */
  async update(id: string, { version, ...input }: TopicUpdate): Promise<Topic> {
    return withConstraints({ uq_topic_slug: () => slugTaken(input.slug ?? '') }, () =>
      this.dataSource.transaction(async (manager) => {
        const before = await this.load(manager, id, 'for update');
        if (before.version !== version) throw changedMeanwhile('this topic');
        const after = { ...before, ...input };
        const moves = after.slug !== before.slug;
        if (moves) await this.redirects.refuseTaken(manager, 'topic', after.slug, before.slug);
        await manager.query('update topic set slug = $2, names = $3, version = version + 1 where id = $1', [
          id,
          after.slug,
          after.names,
        ]);
        if (moves) await this.redirects.move(manager, 'topic', before.slug, { kind: 'topic', ...after });
        await announceChange(manager, listKeys('topic', id));
        return this.load(manager, id);
      }),
    );
  }

  private async load(manager: EntityManager, id: string, lock: '' | 'for update' = ''): Promise<Topic> {
    const rows: Topic[] = await manager.query(`select ${columns} from topic where id = $1 ${lock}`, [id]);
    if (!rows[0]) throw notFound('topic');
    return rows[0];
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type BlockFacts, blockFacts, findChecks, headlineText } from '@broadsheet/document/render';
import { slugify, type CheckFinding, type CheckReport } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { metadataOf, readableArticle, type ArticleRow } from '../articles/article-rows.ts';
import { blockingThreads } from '../comments/blocking-threads.ts';
import { Documents } from '../collaboration/documents.service.ts';
import type { Person } from '../common/access.ts';
import type { ArticlePicture } from '../publishing/article-pictures.ts';
import { picturesOf } from '../publishing/published-row.ts';
import type { FrozenRevision } from '../revisions/freeze.ts';
import { LinksService } from '../links/links.service.ts';
import { expiringRights } from './expiring-rights.ts';

type Checked = Pick<FrozenRevision, 'content' | 'metadata' | 'suggestions'>;

/** How what is checked goes to readers. */
interface Occasion {
  /** When they get it, if that is later than now. */
  at?: Date | null | undefined;
  /** The clock takes the step: what people said of the text meanwhile does not hold it (decision 34). */
  byClock?: boolean | undefined;
}

/** What is looked at before an article reaches its readers. The rules of the text are those of the writing page. */
@Injectable()
export class ChecksService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Documents) private readonly documents: Documents,
    @Inject(LinksService) private readonly links: LinksService,
  ) {}

  /** All that is found in the draft as it is now; what is scheduled is judged by its time. @throws DomainError NOT_FOUND */
  async report(person: Person, articleId: string): Promise<CheckReport> {
    const row = await readableArticle(this.dataSource, person, articleId);
    return this.dataSource.transaction(async (manager) => {
      const { content, suggestions } = await this.documents.snapshot(manager, articleId);
      const metadata = metadataOf(row);
      metadata.slug ||= slugify(headlineText(content.headline), row.language);
      const draft = { content, metadata, suggestions };
      const pictures = await picturesOf(manager, draft, row.language);
      return { findings: await this.find(manager, row, draft, pictures, { at: row.publish_at }) };
    });
  }

  /** All that is found in what is about to go to readers. */
  async find(
    manager: EntityManager,
    row: ArticleRow,
    { content, metadata, suggestions = [] }: Checked,
    pictures: ReadonlyMap<string, ArticlePicture>,
    { at = null, byClock = false }: Occasion = {},
  ): Promise<CheckFinding[]> {
    const blocks = content.body.content.map((block) => blockFacts(block, row.language));
    const found = findChecks({
      language: row.language,
      headline: headlineText(content.headline),
      standfirst: content.standfirst,
      blocks,
      slug: metadata.slug,
      sectionId: metadata.sectionId,
      authors: metadata.authors,
      sourceName: metadata.sourceName,
      leadMediaId: metadata.leadMediaId,
      picture: (id) => pictures.get(id) ?? null,
    });
    const open = suggestions.map(({ field }): CheckFinding => ({
      code: 'suggestion_open',
      place: field,
      blockId: null,
      quote: '',
    }));
    const dead = await this.deadLinks(manager, blocks);
    const threads = byClock ? [] : await blockingThreads(manager, row.id);
    const blocking = threads.map(({ threadId, quote }): CheckFinding => ({
      code: 'comment_blocking',
      place: 'comments',
      blockId: null,
      quote,
      threadId,
    }));
    const rights = await expiringRights(manager, content, metadata.leadMediaId, at);
    return [...found, ...open, ...dead, ...blocking, ...rights];
  }

  /** Links of the text to pages of this site that readers do not find. Other sites are not asked. */
  private async deadLinks(manager: EntityManager, blocks: readonly BlockFacts[]): Promise<CheckFinding[]> {
    const hrefs = blocks.flatMap(({ links }) => links);
    if (hrefs.length === 0) return [];
    const { items } = await this.links.check(hrefs, manager);
    const dead = new Set(items.filter(({ state }) => state !== 'live').map(({ href }) => href));
    return blocks.flatMap(({ id, links }) =>
      links
        .filter((href) => dead.has(href))
        .map((quote): CheckFinding => ({ code: 'link_dead', place: 'body', blockId: id, quote })),
    );
  }
}

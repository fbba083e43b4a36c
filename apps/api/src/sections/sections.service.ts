import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Section, SectionInput, SectionUpdate } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { announceChange } from '../changes/announce-change.ts';
import { changedMeanwhile, notFound } from '../common/changed-meanwhile.ts';
import { DomainError } from '../common/domain-error.ts';
import { newId } from '../common/new-id.ts';
import { reorder } from '../common/reorder.ts';
import { slugTaken, withConstraints } from '../common/with-constraints.ts';
import { listKeys } from '../redirects/list-keys.ts';
import { loadNewPlace } from '../redirects/new-place.ts';
import { RedirectsService } from '../redirects/redirects.service.ts';
import { sectionColumns, toSection, type SectionRow } from './to-section.ts';

/** The paper's desks. Whatever readers see of them is told to the reader's page store. */
@Injectable()
export class SectionsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(RedirectsService) private readonly redirects: RedirectsService,
  ) {}

  /** In their order, the retired ones among them. */
  async list(): Promise<Section[]> {
    const rows: SectionRow[] = await this.dataSource.query(
      `select ${sectionColumns} from section order by position, id`,
    );
    return rows.map(toSection);
  }

  async create(input: SectionInput): Promise<Section> {
    return withConstraints({ uq_section_slug: () => slugTaken(input.slug) }, () =>
      this.dataSource.transaction(async (manager) => {
        await this.redirects.refuseTaken(manager, 'section', input.slug, null);
        const id = newId();
        await manager.query(
          `insert into section (id, slug, names, position)
           values ($1, $2, $3, (select coalesce(max(position), 0) + 1 from section))`,
          [id, input.slug, input.names],
        );
        await announceChange(manager, ['site', ...listKeys('section', id)]);
        return this.load(manager, id);
      }),
    );
  }

  /** A new slug takes the page along: its old address redirects. */
  async update(id: string, { version, ...input }: SectionUpdate): Promise<Section> {
    const { slug = '' } = input;
    return withConstraints({ uq_section_slug: () => slugTaken(slug) }, () =>
      this.dataSource.transaction(async (manager) => {
        const before = await this.load(manager, id, 'for update');
        if (before.version !== version) throw changedMeanwhile('this section');
        refuseRetired(before);
        const after = { ...before, ...input };
        if (after.slug !== before.slug)
          await this.redirects.refuseTaken(manager, 'section', after.slug, before.slug);
        await manager.query(`update section set slug = $2, names = $3, version = version + 1 where id = $1`, [
          id,
          after.slug,
          after.names,
        ]);
        if (after.slug !== before.slug)
          await this.redirects.move(manager, 'section', before.slug, { kind: 'section', ...after });
        await announceChange(manager, ['site', ...listKeys('section', id)]);
        return this.load(manager, id);
      }),
    );
  }

  /** @throws DomainError CHANGED_MEANWHILE unless the ids are all sections that are not retired. */
  async order(ids: string[]): Promise<Section[]> {
    await this.dataSource.transaction(async (manager) => {
      await reorder(manager, 'section', ids);
      await announceChange(manager, ['site']);
    });
    return this.list();
  }

  /** Takes the page off the site for good; its addresses redirect in one hop, and its slug is never given again. */
  async retire(id: string, redirectTo: string | null): Promise<Section> {
    return this.dataSource.transaction(async (manager) => {
      const before = await this.load(manager, id, 'for update');
      refuseRetired(before);
      const place = redirectTo === null ? null : await loadNewPlace(manager, redirectTo, id);
      await manager.query('update section set retired_at = now(), version = version + 1 where id = $1', [id]);
      await this.redirects.move(manager, 'section', before.slug, place);
      await announceChange(manager, ['site', ...listKeys('section', id)]);
      return this.load(manager, id);
    });
  }

  private async load(manager: EntityManager, id: string, lock: '' | 'for update' = ''): Promise<Section> {
    const rows: SectionRow[] = await manager.query(
      `select ${sectionColumns} from section where id = $1 ${lock}`,
      [id],
    );
    if (!rows[0]) throw notFound('section');
    return toSection(rows[0]);
  }
}

function refuseRetired({ retired }: Section): void {
  if (retired)
    throw new DomainError(
      'STEP_NOT_ALLOWED',
      'This section is retired, so it was not changed. Make a new one.',
    );
}

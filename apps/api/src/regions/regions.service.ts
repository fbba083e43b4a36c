import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Region, RegionInput, RegionUpdate } from '@broadsheet/types';
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
import { regionColumns, toRegion, type RegionRow } from './to-region.ts';

/** The parts of the world that a story may be about. Whatever readers see of them is told to the reader's page store. */
@Injectable()
export class RegionsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(RedirectsService) private readonly redirects: RedirectsService,
  ) {}

  /** In their order, the retired ones among them. */
  async list(): Promise<Region[]> {
    const rows: RegionRow[] = await this.dataSource.query(
      `select ${regionColumns} from region order by position, id`,
    );
    return rows.map(toRegion);
  }

  async create(input: RegionInput): Promise<Region> {
    return withConstraints({ uq_region_slug: () => slugTaken(input.slug) }, () =>
      this.dataSource.transaction(async (manager) => {
        await this.redirects.refuseTaken(manager, 'region', input.slug, null);
        const id = newId();
        await manager.query(
          `insert into region (id, slug, names, rail_titles, in_rail, position)
           values ($1, $2, $3, $4, $5, (select coalesce(max(position), 0) + 1 from region))`,
          [id, input.slug, input.names, input.railTitles, input.inRail],
        );
        await announceChange(manager, ['site', ...listKeys('region', id)]);
        return this.load(manager, id);
      }),
    );
  }

  /** A new slug takes the page along: its old address redirects. */
  async update(id: string, { version, ...input }: RegionUpdate): Promise<Region> {
    const { slug = '' } = input;
    return withConstraints({ uq_region_slug: () => slugTaken(slug) }, () =>
      this.dataSource.transaction(async (manager) => {
        const before = await this.load(manager, id, 'for update');
        if (before.version !== version) throw changedMeanwhile('this region');
        refuseRetired(before);
        const after = { ...before, ...input };
        if (after.slug !== before.slug)
          await this.redirects.refuseTaken(manager, 'region', after.slug, before.slug);
        await manager.query(
          `update region set slug = $2, names = $3, rail_titles = $4, in_rail = $5, version = version + 1 where id = $1`,
          [id, after.slug, after.names, after.railTitles, after.inRail],
        );
        if (after.slug !== before.slug)
          await this.redirects.move(manager, 'region', before.slug, { kind: 'region', ...after });
        await announceChange(manager, ['site', ...listKeys('region', id)]);
        return this.load(manager, id);
      }),
    );
  }

  /** @throws DomainError CHANGED_MEANWHILE unless the ids are all regions that are not retired. */
  async order(ids: string[]): Promise<Region[]> {
    await this.dataSource.transaction(async (manager) => {
      await reorder(manager, 'region', ids);
      await announceChange(manager, ['site']);
    });
    return this.list();
  }

  /** Takes the page off the site for good; its addresses redirect in one hop, and its slug is never given again. */
  async retire(id: string, redirectTo: string | null): Promise<Region> {
    return this.dataSource.transaction(async (manager) => {
      const before = await this.load(manager, id, 'for update');
      refuseRetired(before);
      const place = redirectTo === null ? null : await loadNewPlace(manager, redirectTo, id);
      await manager.query('update region set retired_at = now(), version = version + 1 where id = $1', [id]);
      await this.redirects.move(manager, 'region', before.slug, place);
      await announceChange(manager, ['site', ...listKeys('region', id)]);
      return this.load(manager, id);
    });
  }

  private async load(manager: EntityManager, id: string, lock: '' | 'for update' = ''): Promise<Region> {
    const rows: RegionRow[] = await manager.query(
      `select ${regionColumns} from region where id = $1 ${lock}`,
      [id],
    );
    if (!rows[0]) throw notFound('region');
    return toRegion(rows[0]);
  }
}

function refuseRetired({ retired }: Region): void {
  if (retired)
    throw new DomainError(
      'STEP_NOT_ALLOWED',
      'This region is retired, so it was not changed. Make a new one.',
    );
}

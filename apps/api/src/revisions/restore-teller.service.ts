import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { RevisionReason } from '@broadsheet/types';
import { DataSource } from 'typeorm';
import { OpenSockets } from '../collaboration/open-sockets.service.ts';
import { Notices } from '../database/notices.service.ts';

interface RestoreRow {
  by: { id: string; name: string };
  at: Date;
  name: string | null;
  reason: RevisionReason;
  created_at: Date;
}

/** Tells whoever has an article open that somebody put an earlier version in the place of its text, and where that is kept. */
@Injectable()
export class RestoreTeller implements OnModuleInit {
  private readonly logger = new Logger(RestoreTeller.name);

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(OpenSockets) private readonly sockets: OpenSockets,
    @Inject(Notices) private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.notices.on('restored', (payload) => {
      const [articleId = '', revisionId = '', keptId = ''] = payload.split(' ');
      this.tell(articleId, revisionId, keptId).catch((error: unknown) => {
        this.logger.warn(`Nobody was told that ${articleId} was restored: ${String(error)}`);
      });
    });
  }

  private async tell(articleId: string, revisionId: string, keptId: string): Promise<void> {
    if (this.sockets.withArticle(articleId).length === 0) return;
    const rows: RestoreRow[] = await this.dataSource.query(
      `select json_build_object('id', u.id, 'name', u.name) as by, kept.created_at as at,
              n.name, back.reason, back.created_at
         from revision kept join "user" u on u.id = kept.created_by_id
         join revision back on back.id = $2 left join revision_name n on n.revision_id = back.id
        where kept.id = $1`,
      [keptId, revisionId],
    );
    for (const { by, at, name, reason, created_at: createdAt } of rows)
      this.sockets.tell(articleId, {
        type: 'restored',
        by,
        at: at.toISOString(),
        version: { name, reason, createdAt: createdAt.toISOString() },
        keptId,
      });
  }
}

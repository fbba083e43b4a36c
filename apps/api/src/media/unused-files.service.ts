import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Jobs } from '../jobs/jobs.service.ts';
import { MEDIA_STORE, type MediaStore } from './media-store.ts';

/** Takes away stored files that nothing needs any more, at once or, while their store does not answer, later. */
@Injectable()
export class UnusedFiles implements OnModuleInit {
  private readonly logger = new Logger(UnusedFiles.name);

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(MEDIA_STORE) private readonly store: MediaStore,
    @Inject(Jobs) private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('unused-files', ({ mediaId, name }) => this.clear(mediaId, name));
  }

  /**
   * What led here is decided already, so that the store can't stand in its way.
   * @param name one file of those under the id; without it, all of them
   */
  async forget(mediaId: string, name: string | null = null): Promise<void> {
    try {
      await this.clear(mediaId, name);
    } catch (error) {
      this.logger.warn(`Files of ${mediaId} are taken away later: ${String(error)}`);
      await this.jobs.send(this.dataSource.manager, 'unused-files', { mediaId, name });
    }
  }

  private clear(mediaId: string, name: string | null): Promise<void> {
    return this.store.clear(mediaId, name === null ? undefined : (stored) => stored !== name);
  }
}

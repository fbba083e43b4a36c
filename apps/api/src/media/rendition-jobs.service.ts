import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { renditionWidths } from '@broadsheet/types';
import { DataSource } from 'typeorm';
import { Jobs } from '../jobs/jobs.service.ts';
import { livingCrops } from './media-crops.ts';
import { MEDIA_STORE, type MediaStore } from './media-store.ts';
import { Renditions, widthOfCrop, type Wanted } from './renditions.service.ts';

/** What the newsroom's own screens show of a picture. */
const forTheDesk = [
  { crop: '3x2', width: 320 },
  { crop: '3x2', width: 640 },
  { crop: 'full', width: 640 },
  { crop: 'full', width: 960 },
] as const;
/** What pages ask for; JPEG is for feeds and previews of links, and made when one asks. */
const forReaders = ['avif', 'webp'] as const;

/** Makes the files of a picture after its upload, after its publication and after a new file or focal point. */
@Injectable()
export class RenditionJobs implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Renditions) private readonly renditions: Renditions,
    @Inject(MEDIA_STORE) private readonly store: MediaStore,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('renditions', ({ mediaId }) => this.make(mediaId));
  }

  /** Also forgets cuts that nobody can ask for any more. */
  private async make(mediaId: string): Promise<void> {
    const crops = (await livingCrops(this.dataSource, mediaId)).filter(({ crop }) => crop !== 'file');
    const wanted: Wanted[] = forTheDesk.flatMap(({ crop, width }) => {
      const source = crops.find((each) => each.current && each.crop === crop);
      return source ? [{ source, width, format: 'webp' as const }] : [];
    });
    for (const source of crops.filter(({ isPublished }) => isPublished))
      for (const width of widthsOf(widthOfCrop(source)))
        for (const format of forReaders) wanted.push({ source, width, format });
    await this.renditions.makeAhead(wanted);
    const living = new Set(crops.map(({ key }) => key));
    if (living.size > 0)
      await this.store.clear(mediaId, (name) => {
        const key = /^([\w-]+)-\d+\.(?:avif|webp|jpg)$/.exec(name)?.[1];
        return key === undefined || living.has(key);
      });
  }
}

/** The widths that pages offer of a crop: never wider than it is, and at least the smallest. */
function widthsOf(cropWidth: number): number[] {
  const widths = renditionWidths.filter((width) => width <= cropWidth);
  return widths.length > 0 ? widths : [renditionWidths[0]];
}

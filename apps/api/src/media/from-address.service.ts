import { Inject, Injectable } from '@nestjs/common';
import { mediaMaxBytes, type Language, type Media, type MediaFromAddress } from '@broadsheet/types';
import type { Person } from '../common/access.ts';
import { DomainError } from '../common/domain-error.ts';
import { OutgoingFetch } from '../outgoing/outgoing-fetch.service.ts';
import { UploadsService } from './uploads.service.ts';

/** How many addresses one person may have fetched at the same time, so that nobody scans others from here. */
const atOnce = 4;

/** Pictures that stand on other sites: fetched here, never by the browser, and taken in like any upload. */
@Injectable()
export class FromAddressService {
  private readonly underWay = new Map<string, number>();

  constructor(
    @Inject(OutgoingFetch) private readonly outgoing: OutgoingFetch,
    @Inject(UploadsService) private readonly uploads: UploadsService,
  ) {}

  /** What the library has already, and this person may see, is not taken in twice. @throws DomainError ADDRESS_REFUSED, ADDRESS_SILENT, TOO_MANY_REQUESTS, and what an upload throws */
  async add(
    person: Person,
    { address, articleId, alt, caption }: MediaFromAddress,
    /** Of its words, where it is for no article that is there already. */
    language?: Language,
  ): Promise<Media> {
    return this.inTurn(person, async () => {
      const accept = 'image/avif,image/webp,image/png,image/jpeg,image/gif,image/*;q=0.8';
      const answer = await this.outgoing.get(address, { maxBytes: mediaMaxBytes, accept });
      return this.uploads.addOnce(person, answer.body, {
        filename: nameIn(answer.address),
        only: 'picture',
        words: { ...(alt && { alt }), ...(caption && { caption }) },
        ...(articleId && { articleId }),
        ...(language && { language }),
      });
    });
  }

  private async inTurn(person: Person, work: () => Promise<Media>): Promise<Media> {
    const count = this.underWay.get(person.id) ?? 0;
    if (count >= atOnce)
      throw new DomainError(
        'TOO_MANY_REQUESTS',
        'Several pictures are being fetched for you already. Nothing was kept of this one; wait until they are here.',
      );
    this.underWay.set(person.id, count + 1);
    try {
      return await work();
    } finally {
      const left = (this.underWay.get(person.id) ?? 1) - 1;
      if (left > 0) this.underWay.set(person.id, left);
      else this.underWay.delete(person.id);
    }
  }
}

/** The last part of the path, as a name for people. */
function nameIn({ pathname, hostname }: URL): string {
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || hostname;
  } catch {
    return last || hostname;
  }
}

import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { mediaMaxBytesOf, type UploadFinish, type UploadOutcome } from '@broadsheet/types';
import { Server } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import type { Person } from '../common/access.ts';
import { notFound } from '../common/changed-meanwhile.ts';
import { DomainError } from '../common/domain-error.ts';
import { newId } from '../common/new-id.ts';
import { toProblem } from '../common/problem.filter.ts';
import { toDomainError } from '../common/to-domain-error.ts';
import { ENV, type Env } from '../env.ts';
import { IncomingFiles, type ReceivedFile } from './incoming-files.ts';
import { empty } from './inspections.service.ts';
import { MediaService } from './media.service.ts';
import { plainName } from './plain-name.ts';
import { ResumableStore } from './resumable-store.ts';
import { UploadsService } from './uploads.service.ts';

const largest = Math.max(...Object.values(mediaMaxBytesOf));
/** Files that one person may have on their way at the same time. */
const mostOpen = 200;
const cleaningInterval = 60 * 60 * 1000;

interface UploadRow {
  filename: string;
  bytes: number;
  media_id: string | null;
}

/** Files that come in parts and go on where a lost connection stopped them (tus 1.0). */
@Injectable()
export class ResumableUploads implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(ResumableUploads.name);
  private readonly store: ResumableStore;
  private readonly incoming: IncomingFiles;
  private readonly server: Server;
  private readonly senders = new WeakMap<object, Person>();
  private cleaning: NodeJS.Timeout | null = null;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(UploadsService) private readonly uploads: UploadsService,
    @Inject(MediaService) private readonly media: MediaService,
    @Inject(ENV) env: Env,
  ) {
    this.incoming = new IncomingFiles(env.DATA_DIR);
    this.store = new ResumableStore(dataSource, this.incoming);
    this.server = new Server({
      path: '/api/uploads',
      datastore: this.store,
      maxSize: largest,
      relativeLocation: true,
      namingFunction: () => newId(),
      onUploadCreate: async (request, upload) => {
        await this.begin(this.senders.get(request), upload.id, upload.size, upload.metadata?.['filename']);
        return {};
      },
      onResponseError: (_request, error) => this.toTusError(error),
    });
  }

  onApplicationBootstrap(): void {
    this.cleaning = setInterval(() => void this.clean(), cleaningInterval).unref();
    void this.clean();
  }

  onModuleDestroy(): void {
    if (this.cleaning) clearInterval(this.cleaning);
  }

  /** Forgets what never came whole within a day. */
  async clean(): Promise<void> {
    await this.store
      .deleteExpired()
      .catch((error: unknown) => this.logger.warn(`Old uploads were not cleared: ${String(error)}`));
  }

  /** One step of the protocol, by its sender alone. @throws DomainError NOT_FOUND for another's upload (S7) */
  async speak(
    person: Person,
    id: string | null,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    if (id !== null) await this.own(person, id);
    const web = toWebRequest(request);
    this.senders.set(web, person);
    const answer = await this.server.handleWeb(web);
    void reply.status(answer.status);
    for (const [name, value] of answer.headers)
      if (!name.startsWith('access-control-')) void reply.header(name, value);
    await reply.send(await answer.text());
  }

  /**
   * Makes a whole file one of the library. Asked again, it answers the same.
   * @throws DomainError NOT_FOUND, BAD_REQUEST while it is not whole, and what every upload throws
   */
  async finish(person: Person, id: string, { articleId, onDuplicate }: UploadFinish): Promise<UploadOutcome> {
    const row = await this.own(person, id);
    if (row.media_id) return { media: await this.media.get(person, row.media_id), duplicates: [] };
    const received = await this.whole(id, row);
    if (onDuplicate === 'ask') {
      const duplicates = await this.media.sameContent(person, received.sha256);
      if (duplicates.length > 0) return { media: null, duplicates };
    }
    const made = await this.uploads.add(person, received, {
      filename: row.filename,
      mayWait: true,
      ...(articleId ? { articleId } : {}),
    });
    await this.dataSource.query('update media_upload set media_id = $2 where id = $1', [id, made.id]);
    return { media: made, duplicates: [] };
  }

  /** The file of an upload, for whoever puts it to another use. @throws as `finish` */
  async take(person: Person, id: string): Promise<ReceivedFile & { filename: string }> {
    const row = await this.own(person, id);
    return { ...(await this.whole(id, row)), filename: row.filename };
  }

  /** Forgets an upload whose file is no longer here. */
  async forget(id: string): Promise<void> {
    await this.store.remove(id);
  }

  private async whole(id: string, row: UploadRow): Promise<ReceivedFile> {
    const path = this.store.pathOf(id);
    const seen = await stat(path).catch(() => null);
    if (!seen) throw notFound('upload');
    if (seen.size !== row.bytes)
      throw new DomainError(
        'BAD_REQUEST',
        'The file did not arrive whole. Go on sending it, then ask again.',
      );
    return this.incoming.read(path);
  }

  private async own(person: Person, id: string): Promise<UploadRow> {
    const rows: UploadRow[] = await this.dataSource.query(
      'select filename, bytes, media_id from media_upload where id = $1 and user_id = $2',
      [id, person.id],
    );
    if (!rows[0]) throw notFound('upload');
    return rows[0];
  }

  private async begin(
    person: Person | undefined,
    id: string,
    bytes: number | undefined,
    filename: string | null | undefined,
  ): Promise<void> {
    if (!person || bytes === undefined) throw new DomainError('BAD_REQUEST', 'Say how long the file is.');
    if (bytes === 0) throw empty();
    await this.incoming.refuseIfFull(bytes);
    const rows: { count: number }[] = await this.dataSource.query(
      'select count(*)::int as count from media_upload where user_id = $1 and media_id is null',
      [person.id],
    );
    if ((rows[0]?.count ?? 0) >= mostOpen)
      throw new DomainError(
        'TOO_MANY_REQUESTS',
        'Too many of your files are on their way. Nothing was lost; wait until some have come, or stop some.',
      );
    await this.dataSource.query(
      'insert into media_upload (id, user_id, filename, bytes) values ($1, $2, $3, $4)',
      [id, person.id, plainName(filename ?? '', ''), bytes],
    );
  }

  private toTusError(error: Error | { status_code: number; body: string }) {
    if ('status_code' in error)
      return error.status_code === 413 ? this.asProblem(tooLargeForAll()) : undefined;
    const known = toDomainError(error);
    if (!known || known.code === 'STORAGE_FULL') this.logger.error(error.stack ?? error.message);
    return this.asProblem(known ?? new DomainError('INTERNAL', 'Something went wrong on the server.'));
  }

  private asProblem(error: DomainError) {
    const problem = toProblem(error);
    return { status_code: problem.status, body: JSON.stringify(problem) };
  }
}

const tooLargeForAll = () =>
  new DomainError(
    'MEDIA_TOO_LARGE',
    `This file is larger than ${largest / 1024 / 1024} MB. Nothing was kept; make it smaller first.`,
  );

/** The request as the protocol's library reads it; its address never comes from the Host header. */
function toWebRequest({ raw, method, headers }: FastifyRequest): Request {
  const given = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const hasBody = method === 'PATCH' || method === 'POST';
  return new Request(new URL(raw.url ?? '/', 'http://uploads.invalid'), {
    method,
    headers: given,
    ...(hasBody ? { body: Readable.toWeb(raw) as ReadableStream, duplex: 'half' } : {}),
  });
}

import { Inject, Injectable } from '@nestjs/common';
import { lookup as systemLookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { DomainError } from '../common/domain-error.ts';
import { ENV, TIMINGS, type Env, type Timings } from '../env.ts';
import { isPublicAddress } from './public-address.ts';

/** An answer that has begun; whoever takes it reads the body to its end or destroys it. */
export interface OutgoingAnswer {
  /** Where the answer came from, after redirects. */
  address: URL;
  type: string;
  /** Ends in an error (`ADDRESS_SILENT`, `MEDIA_TOO_LARGE`) past the bounds. */
  body: Readable;
}

export interface OutgoingBounds {
  /** Of the body, in bytes. */
  maxBytes: number;
  accept: string;
}

interface Address {
  address: string;
  family: number;
}

/** Replaced in tests that speak of names. */
export type Resolve = (host: string) => Promise<Address[]>;
export const RESOLVE = Symbol('RESOLVE');
export const resolveHost: Resolve = (host) => systemLookup(host, { all: true });

const mostRedirects = 4;
const webPorts = new Set(['', '80', '443', '8080', '8443']);

/**
 * The only way out: every address that somebody gives us is fetched here. Only http and https, only to the public
 * internet, looked up once and connected to exactly what was checked; each redirect is checked like the first
 * address. No cookies, no credentials, nothing of the newsroom is sent.
 */
@Injectable()
export class OutgoingFetch {
  private readonly allowed: ReadonlySet<string>;

  constructor(
    @Inject(ENV) env: Env,
    @Inject(TIMINGS) private readonly timings: Timings,
    @Inject(RESOLVE) private readonly resolve: Resolve,
  ) {
    this.allowed = new Set((env.OUTGOING_ALLOWED ?? '').split(',').map((each) => each.trim().toLowerCase()));
  }

  /** @throws DomainError ADDRESS_REFUSED for what is not the public web, ADDRESS_SILENT for what does not answer well */
  async get(address: string, bounds: OutgoingBounds): Promise<OutgoingAnswer> {
    const deadline = AbortSignal.timeout(this.timings.outgoingLimit);
    let next = readAddress(address);
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const answer = await this.ask(next, bounds.accept, deadline);
      const { statusCode = 0, headers } = answer;
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        answer.destroy();
        next = readAddress(headers.location, next);
        continue;
      }
      if (statusCode !== 200) {
        answer.destroy();
        throw silent(next.hostname, `answered ${String(statusCode)}`);
      }
      return {
        address: next,
        type: headers['content-type'] ?? '',
        body: Readable.from(bounded(answer, next, bounds.maxBytes), { objectMode: false }),
      };
    }
    throw silent(next.hostname, 'sends on and on to other addresses');
  }

  private async ask(url: URL, accept: string, signal: AbortSignal): Promise<IncomingMessage> {
    const isAllowed = this.allowed.has(url.host.toLowerCase());
    if (!isAllowed && !webPorts.has(url.port)) throw refused(url.hostname);
    const [target] = await this.checked(url, isAllowed, signal);
    const lookup: LookupFunction = (_host, options, done) => {
      if (!target) done(new Error('no address'), '');
      else if (options.all) done(null, [target]);
      else done(null, target.address, target.family);
    };
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const fail = () => reject(silent(url.hostname, 'does not answer'));
      const request = send(url, {
        agent: false,
        lookup,
        signal,
        headers: { accept, 'user-agent': 'Broadsheet' },
      });
      request.on('response', resolve).on('error', fail).end();
    });
  }

  /** The addresses behind a host, all of them public: one that is not spoils the rest. */
  private async checked(url: URL, isAllowed: boolean, signal: AbortSignal): Promise<Address[]> {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const literal = isIP(host);
    const found = literal ? [{ address: host, family: literal }] : await this.lookUp(host, signal);
    if (!isAllowed && !found.every(({ address }) => isPublicAddress(address))) throw refused(url.hostname);
    return found;
  }

  private async lookUp(host: string, signal: AbortSignal): Promise<Address[]> {
    const late = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(silent(host, 'does not answer')), { once: true });
    });
    late.catch(() => undefined);
    const found = await Promise.race([this.resolve(host).catch(() => []), late]);
    if (found.length === 0) throw silent(host, 'does not exist');
    return found;
  }
}

/** Parsed as browsers do, so that decimal, octal and short hosts are what they stand for. */
function readAddress(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (!url || address.length > 4096) throw refused(address.slice(0, 80));
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refused(url.hostname || url.protocol);
  if (url.username !== '' || url.password !== '') throw refused(url.hostname);
  return url;
}

/** The body, up to its bounds. */
async function* bounded(
  answer: IncomingMessage,
  { hostname }: URL,
  maxBytes: number,
): AsyncGenerator<Buffer> {
  const tooLarge = () =>
    new DomainError(
      'MEDIA_TOO_LARGE',
      `What ${hostname} sends is larger than ${String(Math.floor(maxBytes / 1024 / 1024))} MB. Nothing was kept.`,
    );
  try {
    if (Number(answer.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
    let bytes = 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge();
      yield chunk;
    }
  } catch (error) {
    throw error instanceof DomainError ? error : silent(hostname, 'does not come to an end');
  } finally {
    answer.destroy();
  }
}

const refused = (host: string) =>
  new DomainError(
    'ADDRESS_REFUSED',
    `${host} is no address of the public web, so nothing was fetched from it. Save the file and upload it instead.`,
  );

const silent = (host: string, what: string) =>
  new DomainError(
    'ADDRESS_SILENT',
    `${host} ${what}. Nothing was kept; try again later, or save the file and upload it.`,
  );

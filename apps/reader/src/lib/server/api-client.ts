import { Agent, request } from 'node:http';

/** What the API answered, whatever its status. */
export interface ApiReply {
  status: number;
  /** Whether the API forbids keeping the answer (`no-store`). */
  isPrivate: boolean;
  body: Buffer;
}

const apiUnavailable = 'ApiUnavailable';

/** Told apart by name: the server and SvelteKit's build each hold their own copy of the class. */
export const isApiUnavailable = (error: unknown): error is Error =>
  error instanceof Error && error.name === apiUnavailable;

/** The API did not answer at all, or too late, or with a fault of its own. */
class ApiUnavailable extends Error {
  constructor(path: string, reason: string) {
    super(`The API gave no answer for ${path}: ${reason}.`);
    this.name = apiUnavailable;
  }
}

export interface ApiClientOptions {
  /** Origin of the API, without a slash at the end. */
  url: string;
  /** Milliseconds until a silent API counts as away. */
  timeout?: number;
  /** Connections kept open at most. */
  sockets?: number;
}

interface Asking {
  method: string;
  path: string;
  headers: Record<string, string>;
  timeout: number;
  body?: Buffer;
}

/** Keeps connections to the API open and reads whole answers; never follows redirects. */
export class ApiClient {
  readonly url: URL;
  readonly #agent: Agent;
  readonly #timeout: number;

  constructor({ url, timeout = 5000, sockets = 32 }: ApiClientOptions) {
    this.url = new URL(url);
    this.#timeout = timeout;
    this.#agent = new Agent({ keepAlive: true, maxSockets: sockets, scheduling: 'lifo' });
  }

  /**
   * @param timeout milliseconds, where an answer may take longer than usual
   * @throws ApiUnavailable when there is no answer, or one with status 5xx
   */
  get(path: string, headers: Record<string, string> = {}, timeout = this.#timeout): Promise<ApiReply> {
    return this.#ask({ method: 'GET', path, headers, timeout });
  }

  /** Sends a value as JSON. @throws ApiUnavailable */
  post(path: string, value: unknown, headers: Record<string, string> = {}): Promise<ApiReply> {
    const body = Buffer.from(JSON.stringify(value));
    const own = { 'content-type': 'application/json', 'content-length': String(body.length) };
    return this.#ask({ method: 'POST', path, headers: { ...headers, ...own }, timeout: this.#timeout, body });
  }

  #ask({ body, ...asking }: Asking): Promise<ApiReply> {
    const { path, timeout } = asking;
    return new Promise((resolve, reject) => {
      const fail = (reason: string) => {
        reject(new ApiUnavailable(path, reason));
      };
      const asked = request(
        {
          host: this.url.hostname,
          port: this.url.port,
          agent: this.#agent,
          ...asking,
        },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', (error) => {
            fail(error.message);
          });
          answer.on('end', () => {
            const status = answer.statusCode ?? 500;
            if (status >= 500) fail(`status ${String(status)}`);
            else
              resolve({
                status,
                isPrivate: /\bno-store\b/.test(answer.headers['cache-control'] ?? ''),
                body: Buffer.concat(parts),
              });
          });
        },
      );
      asked.on('timeout', () => asked.destroy(new Error(`silent for ${String(timeout)} ms`)));
      asked.on('error', (error) => {
        fail(error.message);
      });
      asked.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

import type { Problem } from '@broadsheet/types';
import type { APIRequestContext, APIResponse } from 'playwright-core';
import { inject } from 'vitest';

/** A schema of `@broadsheet/types`. */
interface Schema<Thing> {
  parse: (value: unknown) => Thing;
}

/** The newsroom's API with the cookies of one person's browser. */
export class NewsroomApi {
  readonly #request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  async get<Thing>(path: string, schema: Schema<Thing>): Promise<Thing> {
    return schema.parse(await this.#send('get', path));
  }

  async post<Thing>(path: string, body: unknown, schema: Schema<Thing>): Promise<Thing> {
    return schema.parse(await this.#send('post', path, body));
  }

  async patch<Thing>(path: string, body: unknown, schema: Schema<Thing>): Promise<Thing> {
    return schema.parse(await this.#send('patch', path, body));
  }

  async remove(path: string): Promise<void> {
    await this.#send('delete', path);
  }

  /** The status of a read that may be refused. */
  async statusOf(path: string): Promise<number> {
    return (await this.#request.get(`${inject('editorUrl')}/api${path}`)).status();
  }

  async #send(method: 'get' | 'post' | 'patch' | 'delete', path: string, data?: unknown): Promise<unknown> {
    const origin = inject('editorUrl');
    const options = { headers: { origin }, ...(data === undefined ? {} : { data }) };
    const response = await this.#request[method](`${origin}/api${path}`, options);
    if (!response.ok()) throw new Error(`${method} ${path}: ${await wordsOf(response)}`);
    return response.status() === 204 ? undefined : await response.json();
  }
}

async function wordsOf(response: APIResponse): Promise<string> {
  const text = await response.text();
  try {
    const { code, detail, errors = [] } = JSON.parse(text) as Problem;
    return [code, detail, ...errors.map(({ path, message }) => `${path}: ${message}`)].join('\n');
  } catch {
    return `${response.status()} ${text}`;
  }
}

import { STATUS_CODES, validateHeaderName, validateHeaderValue, type ServerResponse } from 'node:http';

/** Where node:http keeps the head that it is about to send, and whether a body may follow. */
interface Outgoing {
  _header: string | null;
  _hasBody: boolean;
}

const bodiless = new Set([204, 304]);

/**
 * The head of a response, laid out once as the text that goes over the line. node:http checks and joins every header
 * anew for each answer, which is a third of the work for a stored page (docs/decisions/0037).
 */
export class ReadyHead {
  readonly #status: number;
  readonly #headers: string[];
  /** All but the date and the end. */
  #text: string | null = null;

  /** @param headers names and values by turns, as node:http takes them */
  constructor(status: number, headers: string[]) {
    this.#status = status;
    this.#headers = headers;
  }

  /** Makes it the response's head. A connection that is to close after it gets its head from node:http. */
  put(response: ServerResponse): void {
    if (!response.shouldKeepAlive || response.req.httpVersion !== '1.1') {
      response.writeHead(this.#status, this.#headers);
      return;
    }
    const outgoing = response as unknown as Outgoing;
    response.statusCode = this.#status;
    if (bodiless.has(this.#status)) outgoing._hasBody = false;
    outgoing._header = `${(this.#text ??= this.#layOut())}date: ${httpDate()}\r\nconnection: keep-alive\r\n\r\n`;
  }

  #layOut(): string {
    let text = `HTTP/1.1 ${String(this.#status)} ${STATUS_CODES[this.#status] ?? ''}\r\n`;
    for (let i = 0; i + 1 < this.#headers.length; i += 2) {
      const [name = '', value = ''] = this.#headers.slice(i, i + 2);
      validateHeaderName(name);
      validateHeaderValue(name, value);
      text += `${name}: ${value}\r\n`;
    }
    return text;
  }
}

let date = '';
let second = 0;

/** Of this second; made once for all who are answered in it. */
function httpDate(): string {
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) {
    second = now;
    date = new Date(now * 1000).toUTCString();
  }
  return date;
}

import { clientMessage, closeCodes, collaborationPath, serverMessage } from '@broadsheet/types';
import { readTexts } from '@broadsheet/document';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { handshakeToken, type Staff } from './newsroom.ts';

export interface WriterOptions {
  /** `http://…` of the API process to write with. */
  url: string;
  staff: Staff;
  articleId: string;
  token?: string;
  /** A document to go on with, as a page does that was offline. */
  ydoc?: Y.Doc;
}

/** The name of the session cookie on loopback, for the port in the tests' settings. */
export const sessionCookie = (staff: Staff, port = 3001) => `broadsheet-session-${port}=${staff.token}`;
export const editorOrigin = 'http://localhost:3001';

/**
 * A person at the editor, as far as the server can see: Hocuspocus' own provider on a real socket, and the rule of
 * the save state: at zero unsynced changes ask for an echo; what was typed before the question is "Saved" by its answer.
 */
export class Writer {
  readonly ydoc: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly socket: HocuspocusProviderWebsocket;
  /** Close codes of the socket, in order. */
  readonly closes: number[] = [];
  readonly messages: string[] = [];
  /** The body as it was when the last answered question was asked. */
  savedText = '';
  private readonly asked = new Map<number, string>();
  private number = 0;
  private readonly watchers = new Set<() => void>();

  constructor({ url, staff, articleId, token = handshakeToken, ydoc = new Y.Doc() }: WriterOptions) {
    this.ydoc = ydoc;
    const headers = { cookie: sessionCookie(staff), origin: editorOrigin };
    class SignedIn extends WebSocket {
      constructor(address: string) {
        super(address, { headers });
      }
    }
    this.socket = new HocuspocusProviderWebsocket({
      url: url.replace('http', 'ws') + collaborationPath,
      WebSocketPolyfill: SignedIn,
      delay: 50,
      minDelay: 50,
      maxDelay: 200,
    });
    this.provider = new HocuspocusProvider({
      websocketProvider: this.socket,
      name: articleId,
      document: ydoc,
      token,
      onUnsyncedChanges: ({ number }) => number === 0 && this.ask(),
      onStateless: ({ payload }) => this.answered(payload),
      onClose: ({ event }) => void this.closes.push(event.code),
    });
    for (const event of ['synced', 'stateless', 'close', 'unsyncedChanges', 'authenticated'])
      this.provider.on(event, () => this.look());
    ydoc.on('update', () => this.look());
    this.provider.attach();
  }

  get text(): string {
    return readTexts(this.ydoc).body;
  }

  /** Types at the end of the first paragraph. */
  type(text: string): void {
    const line = lineOf(this.ydoc);
    line.insert(line.length, text);
  }

  /** Resolves when the condition holds; looked at with every event of this writer. */
  until(condition: () => boolean, what = 'a condition', limit = 10_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.watchers.delete(check);
        reject(
          new Error(`Waited in vain for ${what}; the text is "${this.text}", saved "${this.savedText}"`),
        );
      }, limit);
      const check = () => {
        if (!condition()) return;
        clearTimeout(timer);
        this.watchers.delete(check);
        resolve();
      };
      this.watchers.add(check);
      check();
    });
  }

  synced(): Promise<void> {
    return this.until(() => this.provider.isSynced, 'the first sync');
  }

  /** Until "Saved" covers all of the text. */
  saved(limit?: number): Promise<void> {
    return this.until(() => this.savedText === this.text, '"Saved"', limit);
  }

  closed(code: number = closeCodes.signedOut, limit?: number): Promise<void> {
    return this.until(() => this.closes.includes(code), `close code ${code}`, limit);
  }

  goOffline(): void {
    this.socket.disconnect();
  }

  async comeBack(): Promise<void> {
    await this.socket.connect();
  }

  /** As when the tab is gone: nothing is sent any more. */
  leave(): void {
    this.provider.destroy();
    this.socket.destroy();
  }

  private ask(): void {
    this.number += 1;
    this.asked.set(this.number, this.text);
    this.provider.sendStateless(JSON.stringify(clientMessage.parse({ type: 'saved?', n: this.number })));
  }

  private answered(payload: string): void {
    const message = serverMessage.parse(JSON.parse(payload));
    this.messages.push(message.type);
    if (message.type !== 'saved') return;
    const text = this.asked.get(message.n);
    if (text !== undefined) this.savedText = text;
    this.asked.clear();
  }

  private look(): void {
    for (const check of [...this.watchers]) check();
  }
}

/** The text of the first paragraph, made if it is not there. */
export function lineOf(ydoc: Y.Doc): Y.XmlText {
  const body = ydoc.getXmlFragment('body');
  const paragraph = body.get(0);
  if (!(paragraph instanceof Y.XmlElement)) throw new Error('The body has no paragraph');
  const line = paragraph.get(0);
  if (line instanceof Y.XmlText) return line;
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  return text;
}

import {
  clientMessage,
  closeCodes,
  collaborationPath,
  serverMessage,
  type ServerMessage,
} from '@broadsheet/types';
import { readTexts, schemaVersion } from '@broadsheet/document';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

export interface WriterOptions {
  /** `http://…` of the API process to write with. */
  url: string;
  /** The Cookie header of the person's browser. */
  cookie: string;
  articleId: string;
  token?: string;
  /** Where the page came from; the tests' own editor, if nothing is said. */
  origin?: string;
  /** A document to go on with, as a page does that was offline. */
  ydoc?: Y.Doc;
}

const handshakeToken = JSON.stringify({ schemaVersion });
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
  readonly told: ServerMessage[] = [];
  onLeave: () => void = () => undefined;
  /** The body as it was when the last answered question was asked. */
  savedText = '';
  private readonly asked = new Map<number, { text: string; edits: number }>();
  private edits = 0;
  private savedEdits = 0;
  private number = 0;
  private readonly watchers = new Set<() => void>();

  constructor(options: WriterOptions) {
    const { url, cookie, articleId, token = handshakeToken, ydoc = new Y.Doc() } = options;
    this.ydoc = ydoc;
    const headers = { cookie, origin: options.origin ?? editorOrigin };
    class SignedIn extends WebSocket {
      constructor(address: string) {
        super(address, { headers });
        // leaving while it still connects is an error that nobody listens to any more
        this.on('error', () => undefined);
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
    for (const event of [
      'synced',
      'stateless',
      'close',
      'unsyncedChanges',
      'authenticated',
      'awarenessChange',
    ])
      this.provider.on(event, () => this.look());
    ydoc.on('update', (_: Uint8Array, origin: unknown) => {
      if (origin !== this.provider) this.edits += 1;
      this.look();
    });
    this.provider.attach();
  }

  get text(): string {
    return readTexts(this.ydoc).body;
  }

  /** Who else is here, as the editor shows them. */
  get people(): unknown[] {
    const states = this.provider.awareness?.getStates() ?? new Map<number, Record<string, unknown>>();
    return [...states].filter(([client]) => client !== this.ydoc.clientID).map(([, state]) => state['user']);
  }

  /** Types at the end of the first paragraph. */
  type(text: string): void {
    const line = lineOf(this.ydoc);
    line.insert(line.length, text);
  }

  /** Takes back so many letters at the end of the first paragraph. */
  takeBack(letters: number): void {
    const line = lineOf(this.ydoc);
    line.delete(line.length - letters, letters);
  }

  /** Sends an update as it is, whatever it holds. */
  sendUpdate(bytes: Uint8Array): void {
    const name = Buffer.from(this.provider.configuration.name);
    const [sync, update] = [0, 2];
    // lengths below 128 are one byte
    this.socket.webSocket?.send(Buffer.from([name.length, ...name, sync, update, bytes.length, ...bytes]));
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

  /** Until "Saved" covers every edit of this writer. */
  saved(limit?: number): Promise<void> {
    return this.until(() => this.savedEdits === this.edits, '"Saved"', limit);
  }

  closed(code: number = closeCodes.signedOut, limit?: number): Promise<void> {
    return this.until(() => this.closes.includes(code), `close code ${code}`, limit);
  }

  /** The network is gone; resolves when the socket knows. */
  goOffline(): Promise<void> {
    this.socket.disconnect();
    return this.until(() => this.socket.webSocket === null, 'the end of the connection');
  }

  /** Connects again, and waits for the sync. */
  async comeBack(): Promise<void> {
    await this.socket.connect();
    await this.synced();
  }

  /** As when the tab is gone: nothing is sent any more. */
  leave(): void {
    this.onLeave();
    this.provider.destroy();
    this.socket.destroy();
  }

  private ask(): void {
    this.number += 1;
    this.asked.set(this.number, { text: this.text, edits: this.edits });
    this.provider.sendStateless(JSON.stringify(clientMessage.parse({ type: 'saved?', n: this.number })));
  }

  private answered(payload: string): void {
    const message = serverMessage.parse(JSON.parse(payload));
    this.messages.push(message.type);
    this.told.push(message);
    if (message.type !== 'saved') return;
    const asked = this.asked.get(message.n);
    if (asked) {
      this.savedText = asked.text;
      this.savedEdits = asked.edits;
    }
    this.look();
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

import { HocuspocusProvider, HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider';
import { schemaVersion } from '@broadsheet/document';
import {
  collaborationPath,
  type ClientMessage,
  type Handshake,
  type Language,
  type RestoreNews,
  type ServerMessage,
} from '@broadsheet/types';
import * as Y from 'yjs';
import { KeptDocument } from '#lib/offline/kept-document.ts';
import { session } from '#lib/session/session.svelte.ts';
import { Backoff } from './backoff.ts';
import { NotSaved } from './not-saved.ts';
import type { PutRight } from './put-right.ts';
import { tellSelection } from './text/told-selection.ts';
import {
  after,
  refusalOf,
  saveState,
  shouldAsk,
  unsaved,
  untouched,
  type Refusal,
  type SaveEvent,
  type SaveModel,
  type SaveState,
} from './save-state.ts';

const syncMessage = 0;
const syncStep1 = 0;
/** The browser knows before the socket does that the network is gone. */
const networkGone = 4408;
/** Milliseconds between the keys of somebody who writes fast. */
const restOfKeys = 150;
/** RFC 6455: against a policy, such as too many connections, and an error of the server. */
const busyCodes = new Set([1008, 1011]);

/** An article's shared document and its way to the server. */
export class Connection {
  readonly articleId: string;
  readonly doc = new Y.Doc();
  readonly provider: HocuspocusProvider;
  /** Someone changed the article's status or details: ask the API again. */
  onchanged: () => void = () => undefined;
  /** Somebody commented, answered or resolved: ask for the threads again. */
  oncomments: () => void = () => undefined;
  /** Somebody put a version in the place of the text, or words of this person came too late for it. */
  onrestored: (news: RestoreNews) => void = () => undefined;
  /** The newsroom answers again after it was away: what it told of meanwhile was not heard. */
  onback: () => void = () => undefined;
  #model = $state.raw<SaveModel>(untouched);
  #loaded = $state(false);
  #readOnly = $state(false);
  #reachedAt = $state.raw<Date | null>(null);
  #keptHere = $state(false);
  #settled = $state(true);
  readonly #state: SaveState = $derived.by(() => {
    const state = saveState(this.#model, this.#keptHere, this.#settled);
    return state.kind === 'saving' && this.#stuck
      ? { kind: 'refused', why: 'readOnly', changes: this.unsaved }
      : state;
  });
  #settling: ReturnType<typeof setTimeout> | undefined;
  readonly #kept: KeptDocument;
  readonly #socket: HocuspocusProviderWebsocket;
  readonly #backoff = new Backoff();
  /** Fetched while the text comes: before somebody has written here, there is nothing that others have not seen. */
  #putRight: PutRight | null = null;
  #isOver = false;
  #waiting: { done: () => void; failed: (refusal: Refusal | null) => void }[] = [];

  constructor(articleId: string, language: Language) {
    this.articleId = articleId;
    const url = `${location.origin.replace(/^http/, 'ws')}${collaborationPath}`;
    this.#socket = new HocuspocusProviderWebsocket({
      url,
      maxDelay: 10_000,
      onClose: ({ event }) => this.#closed(event.code),
    });
    const handshake: Handshake = { schemaVersion };
    this.provider = new HocuspocusProvider({
      websocketProvider: this.#socket,
      name: articleId,
      document: this.doc,
      token: JSON.stringify(handshake),
      onMessage: ({ message }) => {
        // or what others do would put the caret back to where it was before the last arrow
        tellSelection();
        message.readVarString();
        if (message.readVarUint() !== syncMessage) return;
        // The provider answers with what the server lacks right after this event, and applies what it brings.
        if (message.readVarUint() === syncStep1) queueMicrotask(() => this.#opened());
        else if (this.#loaded) this.#putRight?.apply(message.readVarUint8Array(), this.provider);
      },
      onSynced: () => {
        if (this.#loaded) this.onback();
        this.#loaded = true;
      },
      onStateless: ({ payload }) => this.#heard(payload),
      onClose: ({ event }) => this.#documentClosed(event.code),
    });
    this.#kept = new KeptDocument(articleId, language, this.doc, this.provider);
    void this.#begin();
    void import('./put-right.ts').then(
      ({ PutRight }) => (this.#putRight = new PutRight(this.doc)),
      () => undefined,
    );
    addEventListener('offline', this.#offline);
    addEventListener('online', this.tryNow);
  }

  /** Whether what is written is on this device, should the page be closed before the newsroom has it. */
  get isKeptHere(): boolean {
    return this.#keptHere;
  }

  /** The text is here and may be shown. */
  get loaded(): boolean {
    return this.#loaded;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Says whether this person may write now, as the API tells it. */
  setReadOnly(readOnly: boolean): void {
    this.#readOnly = readOnly;
  }

  /** Edits made here that are not known to be stored. */
  get unsaved(): number {
    return unsaved(this.#model);
  }

  /** When the server was last heard of, if the connection is lost. */
  get reachedAt(): Date | null {
    return this.#reachedAt;
  }

  /**
   * Comes back once every edit made so far is stored. Rejects with the refusal, or with null if the connection
   * is lost first.
   */
  allSaved(): Promise<void> {
    if (this.#model.link !== 'open') return Promise.reject(new NotSaved(this.#model.refusal));
    if (this.unsaved === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ done: resolve, failed: (refusal) => reject(new NotSaved(refusal)) });
    });
  }

  /** Connects at once instead of waiting for the next try. */
  tryNow = (): void => {
    if (this.#model.link === 'opening' || this.#model.refusal === 'reload') return;
    if (this.#model.link === 'open') {
      if (!this.#stuck) return;
      this.#drop(networkGone);
    }
    this.#backoff.cancel();
    void this.#socket.connect();
  };

  destroy(): void {
    this.#isOver = true;
    clearTimeout(this.#settling);
    this.#backoff.cancel();
    removeEventListener('offline', this.#offline);
    removeEventListener('online', this.tryNow);
    this.doc.off('update', this.#edited);
    this.#kept.destroy();
    this.provider.destroy();
    this.#socket.destroy();
    this.doc.destroy();
  }

  /** What this device has is shown at once; then the newsroom is asked for what is new. */
  async #begin(): Promise<void> {
    const unsaved = await this.#kept.load(session.me?.id ?? '');
    if (this.#isOver) return;
    this.doc.on('update', this.#edited);
    this.#keptHere = this.#kept.works;
    if (unsaved !== null) this.#loaded = true;
    if (unsaved) this.#model = { ...this.#model, made: this.#model.made + unsaved };
    this.provider.attach();
  }

  /** The server does not answer for edits that it did not take, because the right to write was lost meanwhile. */
  get #stuck(): boolean {
    return this.#readOnly && this.unsaved > 0;
  }

  #edited = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.provider) return;
    this.#step({ type: 'edited' });
  };

  #offline = (): void => {
    if (this.#socket.status === WebSocketStatus.Disconnected) return;
    this.#drop(networkGone);
  };

  #opened(): void {
    this.#backoff.reset();
    this.#step({ type: 'opened' });
  }

  #heard(payload: string): void {
    const message = parse(payload) as ServerMessage | null;
    if (message?.type === 'saved') this.#step({ type: 'echoed', n: message.n });
    if (message?.type === 'changed') this.onchanged();
    if (message?.type === 'comments') this.oncomments();
    if (message?.type === 'restored') this.onrestored(message);
    if (message?.type === 'late' && !this.#putRight?.holds(message)) this.onrestored(message);
  }

  #closed(code: number): void {
    const refusal = refusalOf(code);
    if (this.#model.link === 'open') this.#reachedAt = new Date();
    this.#step({ type: 'closed', refusal });
    if (refusal === null && !busyCodes.has(code)) return;
    // The socket's own retry knows no pause between two refusals.
    this.#socket.shouldConnect = false;
    if (refusal === null || refusal === 'notStored') this.#backoff.next(() => void this.#socket.connect());
    if (refusal === 'forbidden') this.#kept.forget();
    if (refusal === 'signedOut') session.ended = session.me !== null;
  }

  /** The server closed the document but not the socket: the provider alone would wait for ever. */
  #documentClosed(code: number): void {
    if (this.#socket.status !== WebSocketStatus.Connected) return;
    this.#drop(code);
  }

  /** Gives up a socket that may not know yet that it is of no use. */
  #drop(code: number): void {
    this.#closed(code);
    this.#socket.onClose({ event: { code, reason: '' } });
    this.provider.onClose();
  }

  #step(event: SaveEvent): void {
    this.#model = after(this.#model, event);
    if (shouldAsk(this.#model)) this.#ask();
    if (this.unsaved === 0) this.#kept.saved();
    this.#keptHere = this.#kept.works;
    this.#settle();
    if (this.#model.link === 'closed') {
      for (const { failed } of this.#waiting.splice(0)) failed(this.#model.refusal);
    } else if (this.unsaved === 0) {
      for (const { done } of this.#waiting.splice(0)) done();
    }
  }

  /** "Saved" is said once the keys rest: words that change with each letter are looked at, and read out. */
  #settle(): void {
    if (this.unsaved === 0 && this.#settled) return;
    clearTimeout(this.#settling);
    this.#settled = false;
    if (this.unsaved === 0) this.#settling = setTimeout(() => (this.#settled = true), restOfKeys);
  }

  #ask(): void {
    this.#model = after(this.#model, { type: 'asked' });
    const question: ClientMessage = { type: 'saved?', n: this.#model.questions };
    // After the update itself, which the provider sends when its own listener is called.
    queueMicrotask(() => this.provider.sendStateless(JSON.stringify(question)));
  }
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}

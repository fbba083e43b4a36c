import type { Preview } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import type { Connection } from '../connection.svelte.ts';
import { NotSaved } from '../not-saved.ts';
import { onChange } from '../on-change.ts';

/** Widths of the devices that a page is looked at in, in pixels. */
export const previewWidths = { phone: 390, tablet: 768, desktop: 1280 } as const;
export type PreviewDevice = keyof typeof previewWidths;

/** After an edit, in milliseconds; what is typed meanwhile goes along, so the page is never further behind than twice this. */
const pause = 250;

/** The reader's own page of the draft beside the text. It follows what is stored, whoever wrote it. */
export class PreviewPane {
  open = $state(false);
  /** The links for outsiders are looked at. */
  sharing = $state(false);
  device = $state<PreviewDevice>('phone');
  night = $state(false);
  /** The person's own look: nobody else is given this address. */
  url = $state<string | null>(null);
  fault = $state.raw<unknown>(null);
  readonly #connection: Connection;
  readonly #unlisten: () => void;
  #frame: Window | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#unlisten = onChange(connection.doc, this.#edited);
  }

  toggle(): void {
    if (this.open) this.open = false;
    else void this.show();
  }

  /** Shows the links for outsiders, beside the page that they lead to. */
  share(): void {
    this.sharing = true;
    if (!this.open) void this.show();
  }

  async show(): Promise<void> {
    this.open = true;
    this.fault = null;
    if (this.url) return;
    try {
      this.url = (await api.post<Preview>(`/articles/${this.#connection.articleId}/preview`, {})).url;
    } catch (error) {
      this.fault = error;
    }
  }

  /** The frame's page is there and listens; null once it is gone. */
  attach(frame: Window | null): void {
    this.#frame = frame;
    this.dress();
  }

  /** Tells the page which theme to show. */
  dress(): void {
    this.#tell({ theme: this.night ? 'dark' : 'light' });
  }

  /** The page asks for itself again, soon: something that it shows has changed. */
  follow(): void {
    if (!this.#frame || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#connection.allSaved().then(
        () => this.#tell({ follow: true }),
        (error: unknown) => {
          // what is not stored can't be shown; the next edit asks again
          if (!(error instanceof NotSaved)) throw error;
        },
      );
    }, pause);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#unlisten();
    this.#frame = null;
  }

  #edited = (): void => this.follow();

  #tell(message: { theme: 'dark' | 'light' } | { follow: true }): void {
    if (this.url) this.#frame?.postMessage(message, new URL(this.url).origin);
  }
}

import type { PictureAttributes } from '@broadsheet/document';
import { languages, type Language, type Media } from '@broadsheet/types';
import { m } from '#lib/paraglide/messages.js';
import type { MediaShelf } from './media-shelf.svelte.ts';

interface Doing {
  change: (attributes: Partial<PictureAttributes>) => void;
  replace: () => void;
  remove: () => void;
  /** Swaps it with its neighbour. */
  move: (way: -1 | 1) => void;
  /** Back to the text. */
  leave: () => void;
}

/** One picture in the text as its parts are drawn: what the document says of it and what the library knows. */
export class PictureViewState {
  attributes = $state.raw<PictureAttributes>({ mediaId: '' });
  selected = $state(false);
  editable = $state(true);
  isInGallery = $state(false);
  readonly language: Language;
  readonly doing: Doing;
  readonly #shelf: MediaShelf;

  constructor(language: Language, shelf: MediaShelf, doing: Doing) {
    this.language = language;
    this.doing = doing;
    this.#shelf = shelf;
  }

  /** Null: the library no longer has it; undefined while it comes. */
  get media(): Media | null | undefined {
    return this.#shelf.get(this.attributes.mediaId);
  }

  /**
   * Tells what stands where no caption is written: that of the library, which readers get too, as soon as it has come.
   * Until what is returned is called.
   */
  onhint(tell: (hint: string) => void): () => void {
    return $effect.root(() => {
      $effect.pre(() => tell(this.media?.caption[this.language] ?? m.write_caption_hint()));
    });
  }

  /** Something of the picture itself was changed. */
  keep(picture: Media): void {
    this.#shelf.put(picture);
  }

  get alt(): string {
    return this.attributes.alt ?? this.media?.alt[this.language] ?? '';
  }

  /** The languages, each with whether the picture is described in it. */
  get described(): { language: Language; written: boolean }[] {
    return languages.map((language) => ({
      language,
      written: Boolean(language === this.language ? this.alt.trim() : this.media?.alt[language]),
    }));
  }
}

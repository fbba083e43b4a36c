import type { MediaLibrary } from './media-library.svelte.ts';
import { Uploads } from './uploads.svelte.ts';

/** Files sent from the media page. They go on while other pages are open, and the page finds them again. */
class LibraryUploads {
  readonly uploads = new Uploads();
  /** The library on the screen gets what arrives. */
  shown: MediaLibrary | null = null;

  send(files: Iterable<File>): void {
    this.uploads.add(files, (picture) => this.shown?.put(picture));
  }
}

export const libraryUploads = new LibraryUploads();

import type { Alternate, PageHead } from '#lib/head/page-head.ts';
import type { CardView } from '#lib/cards/card-view.ts';
import type { PageReading } from '#lib/server/page-reading.ts';
import type { PagePlatform } from '#lib/server/page-rendering.ts';
import type { SiteView } from '#lib/site/site-view.ts';
import type { Language } from '@broadsheet/types';

declare global {
  namespace App {
    interface Error {
      /** What an address without a page may have meant. */
      meant?: readonly CardView[];
      /** What was withdrawn in this language, in others. */
      versions?: readonly Alternate[];
    }
    interface Locals {
      /** The language of the address, or the site's own. */
      language: Language;
      reading: PageReading;
    }
    interface PageData {
      site?: SiteView;
      head?: PageHead;
    }
    interface Platform {
      reading: PagePlatform['reading'];
      takePage?: PagePlatform['takePage'];
    }
  }
}

export {};

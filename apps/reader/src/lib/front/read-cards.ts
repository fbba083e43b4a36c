import type { MostRead } from '@broadsheet/types';
import { toCardView } from '#lib/cards/card-view.ts';
import type { SiteView } from '#lib/site/site-view.ts';
import type { ReadCard } from './compose-home.ts';

/** What is most read, as one language shows it. */
export const toReadCards = ({ items }: MostRead, site: SiteView): ReadCard[] =>
  items.map((card) => ({ ...toCardView(card, site), views: card.views }));

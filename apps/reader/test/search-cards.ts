import type { Language, PublicCard, SearchAnswer } from '@broadsheet/types';

/** Whatever has the query in its headline or standfirst, as the newsroom answers a search. */
export function searchCards(
  language: Language,
  all: readonly PublicCard[],
  query: URLSearchParams,
): SearchAnswer {
  const q = query.get('q') ?? '';
  const cards = all.filter(({ headline, standfirst }) => `${headline} ${standfirst}`.includes(q));
  const offset = Number(query.get('cursor'));
  const end = offset + Number(query.get('limit') ?? 10);
  return {
    query: q,
    shownFor: null,
    didYouMean: null,
    total: cards.length,
    isMore: false,
    offset,
    hits: cards.slice(offset, end).map((card) => ({
      card,
      headline: { text: card.headline, marks: [[0, 4]] },
      snippet: { text: card.standfirst, marks: [] },
    })),
    next: end < cards.length ? String(end) : null,
    facets: { sections: [], regions: [], authors: [] },
    languages: [{ language, total: cards.length, isMore: false }],
  };
}

import { describe, expect, it } from 'vitest';
import type { CardView } from '#lib/cards/card-view.ts';
import { composeHome, evenRows, type HomeMatter } from './compose-home.ts';
import { toLeadZone } from './lead-zone.ts';

const picture = {} as NonNullable<CardView['picture']>;
const noon = Date.parse('2024-11-07T12:00:00Z');

interface Wanted {
  hoursAgo?: number;
  priority?: number;
  hasPicture?: boolean;
  contentType?: CardView['contentType'];
}

const card = (
  id: string,
  { hoursAgo = 0, priority = 3, hasPicture = true, contentType = 'news' }: Wanted = {},
): CardView => ({
  id,
  href: `/en/news/${id}`,
  headline: id,
  standfirst: '',
  label: null,
  authors: [],
  picture: hasPicture ? picture : null,
  publishedAt: new Date(noon - hoursAgo * 3_600_000).toISOString(),
  priority,
  sectionId: null,
  contentType,
});
const named = (slug: string) => ({ id: slug, slug, name: slug, href: `/en/section/${slug}` });
const many = (count: number, of: Wanted = {}) =>
  Array.from({ length: count }, (_, i) => card(`s${String(i + 1).padStart(2, '0')}`, { hoursAgo: i, ...of }));
const ids = (cards: readonly CardView[]) => cards.map(({ id }) => id);

const matter = (newest: CardView[], changes: Partial<HomeMatter> = {}): HomeMatter => ({
  ranked: newest.slice(0, 12),
  newest,
  longReads: [],
  sections: [],
  regions: [],
  mostRead: { day: [], week: [] },
  ...changes,
});

describe('who leads a front', () => {
  it.each<[string, CardView[], string | null]>([
    ['nobody on the first day', [], null],
    ['the newest', [card('old', { hoursAgo: 5 }), card('new')], 'new'],
    [
      'a more important story of the same day',
      [card('new'), card('big', { hoursAgo: 11, priority: 2 })],
      'big',
    ],
    ['not yesterday’s, however important', [card('new'), card('big', { hoursAgo: 25, priority: 1 })], 'new'],
    [
      'not the least important, however new',
      [card('old', { hoursAgo: 23 }), card('small', { priority: 5 })],
      'old',
    ],
    [
      'the next one with a picture, where the first has none',
      [card('bare', { hasPicture: false }), card('next', { hoursAgo: 1 })],
      'next',
    ],
    [
      'the most important one even without a picture',
      [card('bare', { hasPicture: false, priority: 1 }), card('next', { hoursAgo: 1 })],
      'bare',
    ],
    [
      'the first, where a picture stands too far behind',
      [...many(3, { hasPicture: false }), card('far', { hoursAgo: 9 })],
      's01',
    ],
  ])('%s', (_, stories, lead) => {
    expect(toLeadZone(stories).lead?.id ?? null).toBe(lead);
  });

  it('does not depend on when one looks, or on the order in which the stories come', () => {
    const stories = [card('a', { hoursAgo: 3 }), card('b', { hoursAgo: 20, priority: 1 }), ...many(8)];
    expect(toLeadZone([...stories].reverse()).lead).toBe(toLeadZone(stories).lead);
  });
});

describe('the front of a paper', () => {
  it('with nothing in it shows nothing', () => {
    expect(composeHome(matter([]))).toMatchObject({ lead: null, rows: [], newest: [], mostRead: null });
  });

  it.each([
    [1, []],
    [2, [1]],
    [3, [2]],
    [5, [4]],
    [6, [2, 3]],
    [7, [3, 3]],
    [8, [3, 4]],
    [9, [4, 4]],
  ])('with %i stories shows each of them once, in even rows over the whole width', (count, rows) => {
    const front = composeHome(matter(many(count)));
    expect(front.isWide).toBe(true);
    expect(front.rows.map(({ length }) => length)).toEqual(rows);
    expect(ids([front.lead!, ...front.rows.flat()])).toEqual(ids(many(count)));
    expect(front.newest).toEqual([]);
  });

  it('with thirty has a row of three under the lead and the newest beside it, none of them twice', () => {
    const front = composeHome(matter(many(30)));
    expect(ids(front.rows.flat())).toEqual(['s02', 's03', 's04']);
    expect(front.newest).toHaveLength(10);
    const shown = ids([front.lead!, ...front.rows.flat(), ...front.newest, front.besideStory!]);
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('repeats nothing of the lead zone in a section, and shows no section that has nothing else', () => {
    const stories = many(12);
    const front = composeHome(
      matter(stories, {
        sections: [
          { section: named('politics'), items: stories.slice(0, 9) },
          { section: named('economy'), items: stories.slice(1, 3) },
          { section: named('culture'), items: stories.slice(3, 6) },
          { section: named('nature'), items: stories.slice(10) },
          { section: named('travel'), items: [] },
        ],
      }),
    );
    expect(front.blocks.map(({ section, items }) => [section?.slug, ids(items)])).toEqual([
      ['politics', ['s06', 's07', 's08', 's09']],
    ]);
    expect(front.smallSections.map(({ section, items }) => [section?.slug, ids(items)])).toEqual([
      ['culture', ['s06']],
      ['nature', ['s11', 's12']],
    ]);
  });

  it('gives opinion its ground from two pieces on, other sections a block from three, and no row to one alone', () => {
    const front = composeHome(
      matter(many(30), {
        sections: [
          { section: named('opinion'), items: [card('o1'), card('o2')] },
          { section: named('science'), items: [card('n1'), card('n2')] },
        ],
      }),
    );
    expect(front.blocks.map(({ section, isOpinion }) => [section?.slug, isOpinion])).toEqual([
      ['opinion', true],
    ]);
    expect(front.smallSections).toEqual([]);
  });

  it('gathers opinion from every section on that ground, under the name of the section that has nothing else', () => {
    const opinion = (id: string) => card(id, { contentType: 'opinion' });
    const economy = [opinion('tax'), ...many(4).map((each) => ({ ...each, id: `e-${each.id}` }))];
    const front = composeHome(
      matter(many(30), {
        sections: [
          { section: named('views'), items: [opinion('bench'), opinion('queue'), opinion('bus')] },
          { section: named('economy'), items: economy },
        ],
      }),
    );
    expect(
      front.blocks.map(({ section, isOpinion, items }) => [section?.slug, isOpinion, ids(items)]),
    ).toEqual([
      ['views', true, ['tax', 'queue', 'bus', 'bench']],
      ['economy', false, ['e-s01', 'e-s02', 'e-s03', 'e-s04']],
    ]);
  });

  it('has that ground where opinion has no section at all, and leaves a piece alone where it stands', () => {
    const opinion = many(2, { contentType: 'opinion', hoursAgo: 30 }).map((each) => ({
      ...each,
      id: `o-${each.id}`,
    }));
    const front = (pieces: CardView[]) =>
      composeHome(
        matter([...many(15), ...pieces], {
          sections: [{ section: named('economy'), items: [...many(15).slice(9), ...pieces] }],
        }),
      ).blocks.map(({ section, items }) => [
        section?.slug ?? null,
        ids(items).filter((id) => id.startsWith('o-')),
      ]);
    expect(front(opinion)).toEqual([
      ['economy', []],
      [null, ['o-s02', 'o-s01']],
    ]);
    expect(front(opinion.slice(0, 1))).toEqual([['economy', ['o-s01']]]);
  });

  it('shows the newest long read that stands nowhere above, and then not in its section', () => {
    const stories = many(12);
    const longReads = [stories[0]!, stories[8]!];
    const sections = [{ section: named('travel'), items: stories.slice(5, 9) }];
    const front = composeHome(matter(stories, { longReads, sections }));
    expect(front.longRead?.id).toBe('s09');
    expect(ids(front.blocks[0]?.items ?? [])).not.toContain('s09');
  });

  it('sets a long read apart where there are few stories too', () => {
    const stories = many(8);
    const front = composeHome(matter(stories, { longReads: [stories[5]!] }));
    expect([front.longRead?.id, front.rows.map(({ length }) => length)]).toEqual(['s06', [3, 3]]);
    expect(ids(front.rows.flat())).not.toContain('s06');
  });

  it('shows what is most read from three stories on, and the week only where it differs', () => {
    const read = many(4).map((each) => ({ ...each, views: 7 }));
    const shown = (day: number, week: number) =>
      composeHome(matter(many(20), { mostRead: { day: read.slice(0, day), week: read.slice(0, week) } }))
        .mostRead;
    expect(shown(2, 2)).toBeNull();
    expect([shown(3, 3)?.day.length, shown(3, 3)?.week.length]).toEqual([3, 0]);
    expect([shown(3, 4)?.day.length, shown(3, 4)?.week.length]).toEqual([3, 4]);
    expect([shown(1, 3)?.day.length, shown(1, 3)?.week.length]).toEqual([0, 3]);
  });
});

describe('rows', () => {
  it('are as even as can be', () => {
    const sizes = (count: number) => evenRows(many(count)).map(({ length }) => length);
    expect([0, 1, 4, 5, 6, 7, 9, 11].map(sizes)).toEqual([
      [],
      [1],
      [4],
      [2, 3],
      [3, 3],
      [3, 4],
      [3, 3, 3],
      [3, 4, 4],
    ]);
  });
});

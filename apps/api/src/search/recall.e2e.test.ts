import type { Language } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { markWords } from './mark-words.ts';
import { Stems } from './stems.service.ts';
import { parseQuery } from './search-query.ts';
import { wordsOf } from './words.ts';

let test: TestApp;
let stems: Stems;
beforeAll(async () => {
  test = await createTestApp();
  stems = test.app.get(Stems);
});
afterAll(() => test.close());

/** What a query marks in a text: the same comparison by which articles are found. */
async function marked(language: Language, query: string, text: string): Promise<string[]> {
  const words = wordsOf(text, language).map((word) => word.text);
  const { keys } = await parseQuery(stems, language, query);
  const { marks } = markWords(text, language, await stems.of(language, words), keys);
  return marks.map(([start, end]) => text.slice(start, end));
}

describe('A12: inflected words are found', () => {
  it.each([
    ['en', 'bridge', 'Bridges were bridged; London’s BRIDGE.', ['Bridges', 'bridged', 'BRIDGE']],
    ['en', 'winning cities', 'The city wins, its cities won.', ['city', 'wins', 'cities']],
    ['ru', 'мост', 'О мосте и мостах, за мостами — мосту!', ['мосте', 'мостах', 'мостами', 'мосту']],
    ['ru', 'ёлки', 'Елка у елки, под ёлкой.', ['Елка', 'елки', 'ёлкой']],
    ['ru', 'виноградник', 'Виноградники и виноградников.', ['Виноградники', 'виноградников']],
    ['hy', 'քաղաք', 'Քաղաքում, քաղաքի, քաղաքներ։', ['Քաղաքում', 'քաղաքի', 'քաղաքներ']],
    ['hy', 'կամուրջ', 'Կամուրջը և կամուրջի մոտ։', ['Կամուրջը', 'կամուրջի']],
    ['hy', 'ինչու', 'Ինչո՞ւ է այսպես։', ['Ինչո՞ւ']],
    ['hy', 'Եվրոպա', 'ԵՎՐՈՊԱ, Եւրոպա, Եվրոպայի։', ['ԵՎՐՈՊԱ', 'Եւրոպա', 'Եվրոպայի']],
    ['az', 'körpü', 'KÖRPÜLƏR, körpünün və Körpüsündən.', ['KÖRPÜLƏR', 'körpünün', 'Körpüsündən']],
    ['az', 'qızıl', 'QIZIL, qızılın, Qızıldan.', ['QIZIL', 'qızılın', 'Qızıldan']],
    ['az', 'iyun', 'İYUN, iyunda.', ['İYUN', 'iyunda']],
  ] as const)('in %s, “%s” in “%s”', async (language, query, text, found) => {
    expect(await marked(language, query, text)).toEqual(found);
  });

  it('leaves words alone that only look alike', async () => {
    expect(await marked('ru', 'мост', 'мастер, мостовая')).toEqual([]);
    expect(await marked('az', 'qar', 'qarpız, qaranlıq')).toEqual([]);
    expect(await marked('en', 'sun', 'Sunday')).toEqual([]);
    expect(await marked('hy', 'քաղաք', 'քաղում, քաղցր')).toEqual([]);
  });
});

describe('a long query', () => {
  it('is read in its first words alone (S21)', async () => {
    const words = Array.from({ length: 1000 }, (_, number) => `w${number}x`);
    const parsed = await parseQuery(stems, 'az', words.join(' '));
    expect(parsed.words.map(({ text }) => text)).toEqual(words.slice(0, 12));
  });
});

import { describe, expect, it } from 'vitest';
import { queryStems } from './azerbaijani-query.ts';
import { azerbaijaniStem } from './azerbaijani-stem.ts';

const finds = (query: string, text: string) => queryStems(query).includes(azerbaijaniStem(text));

describe('A12: a word of Azerbaijani is found in all its forms', () => {
  it.each([
    ['şəhər', 'şəhərin şəhərə şəhəri şəhərdə şəhərdən şəhərlə şəhərlər şəhərlərin şəhərlərimizdən şəhərdəki'],
    ['kitab', 'kitabın kitaba kitabı kitabda kitablar kitabını kitabının kitablarında kitabıyla kitabımız'],
    ['uşaq', 'uşağın uşağa uşağı uşaqda uşaqlar uşaqlarını uşağının uşaqlardan'],
    ['çörək', 'çörəyin çörəyə çörəyi çörəkdən çörəklər çörəyini'],
    ['insan', 'insanın insana insanı insanlar insanlarla insanlarımız insandır'],
    ['ailə', 'ailənin ailəyə ailəni ailədə ailəsi ailəsinin ailələr ailəmiz'],
    ['körpü', 'körpünün körpüyə körpünü körpüdə körpülər körpüsü körpüsündən'],
    ['ev', 'evin evə evi evdə evdən evlər evləri evimiz evinin evlərində'],
    ['dil', 'dilin dilə dili dildə dillər dilləri dilində'],
    ['fikir', 'fikrin fikrə fikri fikirlər fikrini'],
    ['komanda', 'komandanın komandaya komandanı komandası komandalar'],
    ['Azərbaycan'.toLocaleLowerCase('az'), 'azərbaycanın azərbaycana azərbaycanı azərbaycanda azərbaycandan'],
    ['bakı', 'bakının bakıya bakını bakıda bakıdan bakıdakı'],
    ['müqavilə', 'müqavilənin müqaviləyə müqaviləni müqaviləsi müqavilələr'],
  ])('%s: %s', (word, forms) => {
    const missed = forms.split(' ').filter((form) => !finds(word, form));
    expect(missed).toEqual([]);
  });

  it.each([
    ['şəhərlərimizdən', 'şəhər'],
    ['uşağının', 'uşaqlar'],
    ['körpüsü', 'körpülərdə'],
    ['evi', 'ev'],
    ['komandası', 'komanda'],
  ])('%s finds %s as well', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['qar', 'qarpız'],
    ['ata', 'at'],
    ['kitab', 'kitabxana'],
    ['baş', 'başqa'],
    ['yol', 'yoldaş'],
    ['səhər', 'şəhər'],
    ['plan', 'planşet'],
    ['ana', 'analiz'],
    ['bağ', 'bağça'],
  ])('%s does not find %s', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it('A9: knows I as ı and İ as i, and finds names that are written with either', () => {
    expect(finds('QIZIL'.toLocaleLowerCase('az'), 'qızılın')).toBe(true);
    expect(finds('İYUN'.toLocaleLowerCase('az'), 'iyunda')).toBe(true);
    expect(finds('internet', 'Internet'.toLocaleLowerCase('az'))).toBe(true);
  });
});

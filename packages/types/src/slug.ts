import { lowerCase } from './case.ts';
import type { Language } from './languages.ts';

/** The longest slug, in characters; the schema `slug` holds the same limit. */
export const slugMaxLength = 80;

/** What stands behind so many letters is in no slug, and marks piled on a letter take long to sort. */
const longestText = 2000;

/** A letter, and right after it what it becomes. */
const latin = 'əe ıi ßss æae œoe øo đd ðd þth łl';
const cyrillic =
  'аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya іi їyi єye ґg';
const armenian =
  'աa բb գg դd եe զz էe ըy թt ժzh իi լl խkh ծts կk հh ձdz ղgh ճch մm յy նn շsh ոo չch պp ջj ռr սs վv տt րr ցts ւv փp քk օo ֆf ևev';

const letters = new Map(
  `${latin} ${cyrillic} ${armenian}`.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** Armenian stress, question and exclamation signs stand inside a word, apostrophes and soft hyphens too. */
const insideWords = /[՛՜՞՚'’ʼ‘`´\u00AD\u200B-\u200D]/gu;
/** Letters that sound otherwise at the start of an Armenian word, and its one digraph. */
const armenianWord: [RegExp, string][] = [
  [/ու/gu, 'u'],
  [/(?<![\p{L}\p{M}])ո(?=վ)/gu, 'o'],
  [/(?<![\p{L}\p{M}])ո/gu, 'vo'],
  [/(?<![\p{L}\p{M}])ե/gu, 'ye'],
  [/(?<![\p{L}\p{M}])և/gu, 'yev'],
];

/**
 * A headline as a path segment: lower-case Latin letters, digits and single hyphens, cut at a word's end.
 * Russian and Armenian are transliterated after BGN/PCGN without its apostrophes, Azerbaijani loses its
 * diacritics (ə → e, ı → i). Text with no letter of a known script gives an empty string.
 */
export function slugify(text: string, language: Language): string {
  let plain = lowerCase(text.slice(0, longestText).normalize('NFC'), language).replace(insideWords, '');
  for (const [pattern, replacement] of armenianWord) plain = plain.replace(pattern, replacement);
  let transliterated = '';
  // й and ї would lose their marks below, so known letters are taken over first
  for (const letter of plain) transliterated += letters.get(letter) ?? letter;
  const words = transliterated
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return joinWithin(words, slugMaxLength);
}

function joinWithin(words: string[], limit: number): string {
  let slug = (words[0] ?? '').slice(0, limit);
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > limit) break;
    slug += `-${word}`;
  }
  return slug;
}

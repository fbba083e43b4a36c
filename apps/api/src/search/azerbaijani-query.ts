import { azerbaijaniStages, azerbaijaniStem, stemKey } from './azerbaijani-stem.ts';

/**
 * The keys under which the forms of a word of a query may stand in the index: whoever asks for komanda may mean the
 * locative of koma, and its other forms know better. Endings of one vowel are not taken off words of one syllable
 * there (ata is not at), so a short word is looked for with such endings as well, and without them.
 */
export function queryStems(word: string): string[] {
  const keys = new Set([azerbaijaniStem(word)]);
  for (const stage of azerbaijaniStages(word)) {
    keys.add(stemKey(stage)).add(azerbaijaniStem(stage));
    if (looseEnd.test(stage)) keys.add(azerbaijaniStem(stage.slice(0, -1)));
    if (losesVowel.test(stage)) keys.add(stemKey(stage.replace(losesVowel, '$1$2')));
  }
  const base = shortBase(word);
  if (base !== null) for (const form of [base, ...withVowel(base)]) keys.add(azerbaijaniStem(form));
  return [...keys];
}

/** A consonant that may belong to the ending: komanda-s-ı. */
const looseEnd = /[aıoueəiöü][ns]$/;
/** The last vowel of fikir and burun falls out before a vowel: fikri, burnu. */
const losesVowel = /^([^aıoueəiöü]?[aıoueəiöü][^aıoueəiöü])[ıiuü]([^aıoueəiöü])$/;
const oneSyllable = /^[^aıoueəiöü]*([aıoueəiöü])[^aıoueəiöü]+$/;
const narrow: Readonly<Record<string, string>> = {
  a: 'aı',
  ı: 'aı',
  o: 'au',
  u: 'au',
  e: 'əi',
  ə: 'əi',
  i: 'əi',
  ö: 'əü',
  ü: 'əü',
};

/** A word of one syllable and up to three letters, also when ı, i, u or ü stands after it: ev, evi. */
function shortBase(word: string): string | null {
  if (word.length <= 3 && oneSyllable.test(word)) return word;
  const bare = /^(.{2,3})[ıiuü]$/.exec(word)?.[1];
  return bare !== undefined && oneSyllable.test(bare) ? bare : null;
}

function withVowel(base: string): string[] {
  const vowel = oneSyllable.exec(base)?.[1] ?? '';
  return [...(narrow[vowel] ?? '')].map((ending) => base + ending);
}

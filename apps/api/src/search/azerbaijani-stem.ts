/**
 * A light stemmer for Azerbaijani, for which PostgreSQL has none. It takes off the endings of nouns in their order
 * (copula, case, possession, plural) as long as they agree with the vowels before them, and then whatever comes, goes
 * or softens where an ending begins (uşaq, uşağı; çörək, çörəyi; insan, insanın; ailə, ailəsi). The result is a key
 * to compare by, not a word. What it finds and what it confuses is measured in its decision record.
 */
export function azerbaijaniStem(word: string): string {
  return stemKey(azerbaijaniStages(word).at(-1) ?? word);
}

/** A word, and what is left of it after each kind of ending: şəhərlərdə, şəhərlər, şəhər. */
export function azerbaijaniStages(word: string): string[] {
  const stages = [word];
  if (!/^[a-zəğışçöü]+$/.test(word)) return stages;
  for (const level of levels) {
    const before = stages.at(-1) ?? word;
    const rest = withoutEnding(before, level);
    if (rest !== before) stages.push(rest);
  }
  return stages;
}

/** The key of a word that has no ending (any more). */
export const stemKey = (stem: string): string =>
  keyOf(withoutLooseEnd(withoutLooseEnd(stem, 'kyqğnsm', 3), 'nsm', 4));

/** Capital I is ı in Azerbaijani, yet Internet and Instagram are written with it: both letters are one in keys. */
const keyOf = (stem: string): string => stem.replaceAll('ı', 'i');

const vowels = 'aıoueəiöü';
const isVowel = (letter: string | undefined) => letter !== undefined && vowels.includes(letter);
const syllables = (text: string): number => [...text].filter(isVowel).length;

/** The vowels that may stand before each vowel of an ending. */
const harmony: Readonly<Record<string, string>> = {
  a: 'aıou',
  ə: 'eəiöü',
  ı: 'aı',
  i: 'eəi',
  u: 'ou',
  ü: 'öü',
};

interface Ending {
  letters: string;
  /** V: only after a vowel; C: only after a consonant. */
  after: '' | 'C' | 'V';
}

const endings = (patterns: string): Ending[] =>
  patterns.split(' ').map((pattern) => {
    const after = pattern.startsWith('V') ? 'V' : pattern.startsWith('C') ? 'C' : '';
    return { letters: pattern.slice(after.length), after };
  });

/** From the end of a word inwards, the longest first. A is a or ə, I is ı, i, u or ü. */
const levels = [
  endings('dIrlAr dIr'),
  endings('dAkIlAr dAkI VndAn VnIn VylA VndA dAn VnI VnA VyI VyA CIn dA lA CI CA'),
  endings('CImIz CInIz VmIz VnIz VsI CIm CIn CI'),
  endings('lAr'),
  endings('mAq mAk mAğ mAy'),
] as const;

/** The word without one ending of a level, or as it is. */
function withoutEnding(word: string, level: readonly Ending[]): string {
  for (const { letters, after } of level) {
    const rest = word.slice(0, -letters.length);
    if (endsWith(word, rest.length, letters) && mayStay(rest, letters, after) && agrees(word, rest))
      return rest;
  }
  return word;
}

const endsWith = (word: string, from: number, letters: string): boolean =>
  [...letters].every((letter, index) => {
    const written = word[from + index] ?? '';
    if (letter === 'A') return written === 'a' || written === 'ə';
    return letter === 'I' ? 'ıiuü'.includes(written) : written === letter;
  });

/** Whether what is left may be a word: ata is not at, plan no form of pla. */
function mayStay(rest: string, letters: string, after: Ending['after']): boolean {
  if (syllables(rest) === 0 || (after !== '' && isVowel(rest.at(-1)) !== (after === 'V'))) return false;
  if (after === 'V') return syllables(rest) > 1;
  if (letters.length === 1) return rest.length > 3;
  return (
    rest.length > 2 || (rest.length === 2 && (letters === 'lAr' || !isVowel(rest.at(-1))) && letters !== 'Im')
  );
}

/** Each vowel of the ending follows from the one before it; loan words may break that, endings do not. */
function agrees(word: string, rest: string): boolean {
  let before = [...rest].findLast(isVowel) ?? '';
  for (const letter of word.slice(rest.length)) {
    if (!isVowel(letter)) continue;
    if (!harmony[letter]?.includes(before)) return false;
    before = letter;
  }
  return true;
}

/** Takes off a consonant that may belong to an ending or to the word, and then a vowel of which the same is true. */
function withoutLooseEnd(stem: string, loose: string, least: number): string {
  let rest = stem;
  const last = rest.at(-1) ?? '';
  if (loose.includes(last) && isVowel(rest.at(-2)) && syllables(rest) > 1 && rest.length > least)
    rest = rest.slice(0, -1);
  return isVowel(rest.at(-1)) && rest.length > 4 ? rest.slice(0, -1) : rest;
}

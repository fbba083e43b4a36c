/** A word may hold an apostrophe, a hyphen or the Armenian signs that stand over its stressed vowel. */
const word = /[\p{L}\p{N}\p{M}]+(?:[-'’ʼ‑՚՛՜՞]+[\p{L}\p{N}\p{M}]+|(?<=\p{N})[.,:/\u202F](?=\p{N})\p{N}+)*/gu;

/** The number of words, in any of the four languages; "2,840" and "4.5" are one word each. */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}

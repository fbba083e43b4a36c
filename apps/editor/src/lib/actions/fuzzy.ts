/** A text as it is compared: without case and accents, ə as e, ı as i. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ə', 'e')
    .replaceAll('ı', 'i')
    .replaceAll('ё', 'е');
}

/**
 * How well a text answers what was typed: 0 not at all, higher is better. Each word typed must begin a word of the
 * text, stand in one, or have its letters in it in order.
 */
export function likeness(typed: string, text: string): number {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  const there = plain(text);
  if (wanted.length === 0) return 1;
  const scores = wanted.map((word) => wordLikeness(word, there));
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function wordLikeness(word: string, text: string): number {
  if (text.startsWith(word)) return 100;
  const at = text.indexOf(word);
  if (at > 0) return /[\s\-/.,:(«“"]/.test(text.charAt(at - 1)) ? 80 : 50;
  return word.length >= 3 ? spreadLikeness(word, text) : 0;
}

/** The letters in order, beginning with the first letter of a word and not far apart. */
function spreadLikeness(word: string, text: string): number {
  let best = 0;
  for (
    let start = text.indexOf(word.charAt(0));
    start !== -1;
    start = text.indexOf(word.charAt(0), start + 1)
  ) {
    if (start > 0 && /[\p{L}\p{N}]/u.test(text.charAt(start - 1))) continue;
    let at = start;
    for (const letter of word.slice(1)) {
      at = text.indexOf(letter, at + 1);
      if (at === -1) return best;
    }
    const spread = at - start + 1 - word.length;
    if (spread <= word.length * 2) best = Math.max(best, 30 - spread);
  }
  return Math.max(best, 0);
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../packages/types/src/languages.ts';
import { wordsOf } from '../../apps/api/src/search/words.ts';

/** Words of a language, the commonest first. */
export interface Vocabulary {
  words: string[];
  /** Draws the number of a word: as often as its place in the order says (Zipf). */
  draw: () => number;
}

/** Distinct words of an archive of this size; the law of Heaps says some hundred thousand. */
const size = 120_000;

/** Real words in the order of BENCH_CORPUS, with inflected and invented ones behind them; the same every time. */
export function zipfVocabulary(language: Language, seed = 7): Vocabulary {
  const random = seeded(seed);
  const words = wordList(language, random);
  const heights = new Float64Array(words.length);
  let sum = 0;
  for (let rank = 0; rank < words.length; rank++) heights[rank] = sum += 1 / (rank + 2.7) ** 1.05;
  const draw = () => {
    const height = random() * sum;
    let [low, high] = [0, words.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((heights[middle] ?? 0) < height) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { words, draw };
}

function wordList(language: Language, random: () => number): string[] {
  const words = new Set(realWords(language));
  for (const word of inventedWords(random)) {
    if (words.size >= size) break;
    words.add(word);
  }
  return [...words];
}

/** The same numbers between 0 and 1 for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function realWords(language: Language): string[] {
  const file = join(process.env['BENCH_CORPUS'] ?? '', 'articles.jsonl');
  if (!process.env['BENCH_CORPUS'] || !existsSync(file)) return [];
  const counts = new Map<string, number>();
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { headline, paragraphs } = (
      JSON.parse(line) as Record<Language, { headline: string; paragraphs: string[] }>
    )[language];
    for (const { text } of wordsOf([headline, ...paragraphs].join(' '), language))
      if (/^\p{L}+$/u.test(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

function* inventedWords(random: () => number): Generator<string> {
  const pick = (letters: string) => letters[Math.floor(random() * letters.length)] ?? '';
  while (true) {
    const syllables = 2 + Math.floor(random() * 3);
    yield (
      Array.from({ length: syllables }, () => pick('bcdfghklmnpqrstvxz') + pick('aeiou')).join('') +
      pick('klmnrst')
    );
  }
}

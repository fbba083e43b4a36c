/** Of nouns, with the article; Snowball leaves the case in -ում and those after a vowel (-յի) as they are. */
const plural = /^(.{3,}?)(?:ներ|եր)(?:ը|ն|ի|ին|ից|ով|ում)?$/;
const afterVowel = /^(.{2,}[աոուեէօ])յ(?:ի|ին|ից|ով|ում)$/;
const singular = /^(.{4,}?)(?:ին|ից|ով|ում|ի|ը|ն)$/;

/** A word of Armenian without the endings that Snowball does not know: քաղաքում, քաղաքներից as քաղաք. */
export function armenianBase(word: string): string {
  for (const pattern of [plural, afterVowel, singular]) {
    const base = pattern.exec(word)?.[1];
    if (base !== undefined) return base;
  }
  return word;
}

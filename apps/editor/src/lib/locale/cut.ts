/** The beginning of a text, at most so many UTF-16 units, that ends in no half of a character: the API takes none. */
export function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/\p{Cs}$/u, '');
}

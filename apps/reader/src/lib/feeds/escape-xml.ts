const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for XML 1.0, elements and attributes: escaped, and without the control characters that XML can't hold. */
export const escapeXml = (text: string): string =>
  text.replace(/[\p{Cc}\ufffe\uffff]/gu, keepSpace).replace(/[&<>"']/g, (each) => entities[each] ?? each);

const keepSpace = (character: string): string => ('\t\n\r'.includes(character) ? character : '');

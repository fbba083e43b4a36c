const special = /[&<>"'\u200B]/;
const specials = /[&<>"'\u200B]/g;
const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // left by the editor where two marks meet; nothing to a reader
  '\u200B': '',
};

/** Text made safe for element content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return special.test(text) ? text.replace(specials, (character) => escapes[character] ?? '') : text;
}

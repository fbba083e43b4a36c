import { escapeHtml, readTexts, rescueHtml } from '@broadsheet/document';
import type { Language, Media } from '@broadsheet/types';
import type { Doc } from 'yjs';

/**
 * All words of an article as a web page of its own, which the newsroom can import again.
 * @param mediaOf what the page knows of a file of the library
 * @param beside what else is to be kept, a line each
 */
export function textFile(
  doc: Doc,
  language: Language | null,
  mediaOf: (id: string) => Media | null | undefined,
  origin: string,
  beside: readonly string[] = [],
): File {
  const { headline } = readTexts(doc);
  const file = (id: string) => {
    const media = mediaOf(id);
    return {
      address: `${origin}/api/media/${id}/original`,
      ...(media && {
        filename: media.filename,
        alt: (language && media.alt[language]) ?? '',
        caption: (language && media.caption[language]) ?? '',
        credit: media.credit,
      }),
    };
  };
  const html = `<!doctype html>
<html${language ? ` lang="${language}"` : ''}>
<head><meta charset="utf-8"><title>${escapeHtml(headline)}</title></head>
<body>
${rescueHtml(doc, { file, story: (id) => `${origin}/stories/${id}` })}
${beside.map((words) => `<p>${escapeHtml(words)}</p>`).join('\n')}
</body>
</html>
`;
  const name = headline.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'article';
  return new File([html], `${name}.html`, { type: 'text/html' });
}

import { readDocument } from '@broadsheet/document';
import { escapeHtml, renderHtml, renderStandfirst } from '@broadsheet/document/render';
import type { Language } from '@broadsheet/types';
import type { Doc } from 'yjs';

/** The text of an article as a web page of its own, which the newsroom can import again. */
export function textFile(doc: Doc, language: Language): File {
  const { headline, standfirst, body } = readDocument(doc);
  const html = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escapeHtml(headline)}</title></head>
<body>
<h1>${escapeHtml(headline)}</h1>
<p>${renderStandfirst(standfirst)}</p>
${renderHtml(body, { language, picture: () => null })}
</body>
</html>
`;
  const name = headline.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'article';
  return new File([html], `${name}.html`, { type: 'text/html' });
}

/** Hands a file to the person as a download. */
export function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

import { importHtml, lostByKind, TooMuchToImport, type ImportedHtml } from '@broadsheet/document/import';
import type { Language, LostKind } from '@broadsheet/types';
import { ArchiveError } from '../archives/read-archive.ts';
import type { ConvertAnswer, ConvertedFile, ConvertTask, FileKind, FilePicture } from './converted-file.ts';
import { docxToHtml } from './docx-to-html.ts';
import { markdownToHtml } from './markdown-to-html.ts';

/** An article from a file of another program: all that can take long, and nothing that touches the newsroom. */
export async function convertFile({ kind, bytes, language }: ConvertTask): Promise<ConvertAnswer> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return { file: await read(kind, buffer, language) };
  } catch (error) {
    const isTooLarge =
      error instanceof TooMuchToImport || (error instanceof ArchiveError && error.isTooLarge);
    return { fault: isTooLarge ? 'too-large' : 'unreadable' };
  }
}

async function read(kind: FileKind, bytes: Buffer, language?: Language): Promise<ConvertedFile> {
  const options = { pictures: true, whole: true, ...(language && { language }) };
  if (kind === 'docx') {
    const { html, pictures, lost } = await docxToHtml(bytes);
    return toFile(importHtml(html, options), pictures, lost);
  }
  const text = decode(bytes);
  if (text.includes('\0')) throw new ArchiveError('It is no text');
  if (kind === 'html') return toFile(importHtml(mainPart(text), options));
  const { html, headline, standfirst } = markdownToHtml(text);
  const file = toFile(importHtml(html, options));
  const { content } = file;
  return {
    ...file,
    content: {
      ...content,
      headline: content.headline || headline,
      standfirst:
        content.standfirst.length === 0 ? importHtml(standfirst, options).standfirst : content.standfirst,
    },
  };
}

/** Text in the encoding that it says itself; UTF-8 where it says nothing. */
function decode(bytes: Buffer): string {
  const [beginning] = [bytes.toString('latin1', 0, 2048)];
  const named = /<meta[^>]{0,200}charset=["']?([\w-]{2,20})/i.exec(beginning)?.[1] ?? 'utf-8';
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : named;
  try {
    return new TextDecoder(mark).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** The article of a saved page, without what stands around it. */
function mainPart(html: string): string {
  const start = html.search(/<article[\s>]/i);
  const end = html.toLowerCase().lastIndexOf('</article>');
  return start >= 0 && end > start ? html.slice(start, end) : html;
}

function toFile(
  { headline, standfirst, body, pictures, lost }: ImportedHtml,
  known: ReadonlyMap<string, { bytes: Buffer; filename?: string }> = new Map(),
  more: ConvertedFile['lost'] = {},
): ConvertedFile {
  const sum = lostByKind(lost);
  for (const [kind, count] of Object.entries(more) as [LostKind, number][])
    sum.set(kind, (sum.get(kind) ?? 0) + count);
  return {
    content: { headline, standfirst, body },
    pictures: pictures.map(({ mediaId, source }): FilePicture => {
      const { bytes, ...named } = known.get(source) ?? { bytes: dataOf(source) };
      return { mediaId, bytes, ...named, source: bytes ? '' : source };
    }),
    lost: Object.fromEntries(sum),
  };
}

/** The bytes of an address that holds them itself. */
function dataOf(source: string): Buffer | null {
  const comma = source.indexOf(',');
  if (!source.startsWith('data:') || comma < 0) return null;
  const data = source.slice(comma + 1);
  return source.slice(0, comma).endsWith(';base64')
    ? Buffer.from(data, 'base64')
    : Buffer.from(decodeURIComponent(data), 'utf8');
}

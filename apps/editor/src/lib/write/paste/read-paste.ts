import { importHtml, missedByKind, TooMuchToImport } from '@broadsheet/document/import';
import { languages, type Body, type ImportReport, type Inline } from '@broadsheet/types';
import { mostLines } from './own-copies.ts';

/** A picture that was pasted with words around it. */
export interface FoundPicture {
  source: string;
  alt: string | null;
  caption: Inline[];
  /** The pasted block that it stands behind; null before all. */
  after: string | null;
}

export interface ReadPaste {
  /** The words; empty where only pictures came. */
  content: Body['content'];
  pictures: FoundPicture[];
  /** What stood there and can't stand here, as far as whoever copied it would miss it. */
  lost: ImportReport['lost'];
}

/**
 * HTML of the clipboard as blocks, and the pictures that are still to be brought; `lang` is the language of the text
 * that it comes into. Null: too much for one paste.
 */
export function readPaste(html: string, lang: string): ReadPaste | null {
  const language = languages.find((each) => each === lang);
  try {
    const { body, pictures, lost } = importHtml(html, { pictures: true, ...(language && { language }) });
    if (body.content.length > mostLines) return null;
    const sources = new Map(pictures.map(({ mediaId, source }) => [mediaId, source]));
    const missed = [...missedByKind(lost)].map(([what, count]) => ({ what, count }));
    return { ...takeOut(body, sources), lost: missed };
  } catch (error) {
    if (error instanceof TooMuchToImport) return null;
    throw error;
  }
}

function takeOut({ content }: Body, sources: ReadonlyMap<string, string>): Omit<ReadPaste, 'lost'> {
  const found: Omit<ReadPaste, 'lost'> = { content: [], pictures: [] };
  for (const block of content) {
    const source = block.type === 'picture' ? sources.get(block.attrs.mediaId) : undefined;
    if (block.type !== 'picture' || source === undefined) {
      found.content.push(block);
      continue;
    }
    const caption = block.content[0]?.content ?? [];
    const after = found.content.at(-1)?.attrs.id ?? null;
    found.pictures.push({ source, alt: block.attrs.alt, caption, after });
  }
  return found;
}

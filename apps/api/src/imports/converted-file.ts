import type { ArticleContent, Language, LostKind } from '@broadsheet/types';

/** A picture of a file: its bytes where the file holds them, else where it stands. */
export interface FilePicture {
  /** The id under which it stands in the body until it is in the library. */
  mediaId: string;
  bytes: Uint8Array | null;
  /** That of its file, where the document tells. */
  filename?: string;
  source: string;
}

/** An article made from a file. */
export interface ConvertedFile {
  content: ArticleContent;
  pictures: FilePicture[];
  lost: Partial<Record<LostKind, number>>;
}

export type FileKind = 'docx' | 'md' | 'html';

/** A file that somebody sent. */
export interface FileTask {
  kind: FileKind;
  bytes: Uint8Array;
}

/** What the worker is given, and what it answers. */
export interface ConvertTask extends FileTask {
  /** That of the article which it becomes, where that is known. */
  language?: Language;
}
export type ConvertAnswer = { file: ConvertedFile } | { fault: 'unreadable' | 'too-large' };

import { createStoryInput, importMaxBytes, type CreateStoryInput } from '@broadsheet/types';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../common/domain-error.ts';
import type { FileKind, FileTask } from './converted-file.ts';
import { importTooLarge, importUnreadable } from './converter.service.ts';

export interface ReceivedImport extends FileTask {
  /** Where the story shall stand, for a new one. */
  story: CreateStoryInput | null;
}

const kinds: readonly [RegExp, FileKind][] = [
  [/\.docx$/i, 'docx'],
  [/\.(?:md|markdown)$/i, 'md'],
  [/\.html?$/i, 'html'],
];

/**
 * Reads a form with the file in `file` and, before it, what a new story needs as JSON in `story`.
 * @throws DomainError BAD_REQUEST, INPUT_INVALID, IMPORT_TOO_LARGE, IMPORT_UNREADABLE
 */
export async function receiveFile(request: FastifyRequest): Promise<ReceivedImport> {
  if (!request.isMultipart()) throw noFile();
  let story: CreateStoryInput | null = null;
  let task: FileTask | null = null;
  try {
    for await (const part of request.parts({ limits: { fileSize: importMaxBytes } })) {
      if (part.type === 'file') {
        if (part.fieldname !== 'file' || task) throw noFile();
        task = { kind: kindOf(part.filename), bytes: await part.toBuffer() };
      } else if (part.fieldname === 'story') story = readStory(part.value);
    }
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'FST_REQ_FILE_TOO_LARGE') throw importTooLarge();
    if (error instanceof DomainError || code === undefined) throw error;
    throw new DomainError(
      'BAD_REQUEST',
      'The file did not arrive whole. Nothing was changed; send it again.',
    );
  }
  if (!task) throw noFile();
  return { ...task, story };
}

function kindOf(filename: string): FileKind {
  const kind = kinds.find(([ending]) => ending.test(filename))?.[1];
  if (!kind) throw importUnreadable();
  return kind;
}

function readStory(value: unknown): CreateStoryInput {
  const parsed = createStoryInput.safeParse(parse(value));
  if (parsed.success) return parsed.data;
  throw new DomainError(
    'INPUT_INVALID',
    'Some of what was sent is not right. Nothing was changed; see each fault.',
    parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
  );
}

function parse(value: unknown): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    return null;
  }
}

const noFile = () =>
  new DomainError(
    'BAD_REQUEST',
    'Send one file as multipart/form-data, in the field "file". Nothing was changed.',
  );

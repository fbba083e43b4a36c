/** One update of a shared document on its way between a page and the server. */
export interface RecordedUpdate {
  /** Counts the sockets of a recording: one person at one document. */
  socket: number;
  isFromPage: boolean;
  document: string;
  bytes: Uint8Array;
}

const sync = 0;
/** Sub-types of a sync message that carry an update: an answer to what somebody lacks, and an edit. */
const carriers = [1, 2];

/** The updates among what `e2e/lib/browser.ts` kept, in order: a line holds socket, sender and message. */
export function recordedUpdates(recording: string): RecordedUpdate[] {
  return recording
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const [socket, from, message = ''] = line.split(' ');
      const found = updateIn(Buffer.from(message, 'base64'));
      return found ? [{ socket: Number(socket), isFromPage: from === 'page', ...found }] : [];
    });
}

/** Hocuspocus: the document's name, the kind of message and its own kind, then the bytes with their length. */
function updateIn(message: Buffer): Pick<RecordedUpdate, 'document' | 'bytes'> | null {
  const [nameLength = 0] = message;
  const end = 1 + nameLength;
  if (message[end] !== sync || !carriers.includes(message[end + 1] ?? sync)) return null;
  let at = end + 2;
  // a length is written seven bits a byte, with the eighth where more follow
  while ((message[at] ?? 0) >= 128) at++;
  return { document: message.toString('latin1', 1, end), bytes: message.subarray(at + 1) };
}

import type { Readable } from 'node:stream';

export interface ServerSentEvent {
  event: string;
  data: string;
}

/** Reads server-sent events (HTML Standard, 9.2) off a stream; comments, ids and retry lines are passed over. */
export function readEvents(stream: Readable, onEvent: (event: ServerSentEvent) => void): void {
  let rest = '';
  let event = '';
  let data: string[] = [];
  stream.setEncoding('utf8');
  stream.on('data', (part: string) => {
    const lines = (rest + part).split(/\r\n|\n|\r/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) onEvent({ event: event || 'message', data: data.join('\n') });
        event = '';
        data = [];
      } else if (line.startsWith('event:')) event = line.slice(6).trim();
      else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
    }
  });
}

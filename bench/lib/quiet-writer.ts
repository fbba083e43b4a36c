import { Writer } from '../../apps/api/test/collaboration/writer.ts';

/** A writer that does not read the whole text with every question: in a long one that would be most of the load. */
export class QuietWriter extends Writer {
  override get text(): string {
    return '';
  }
}

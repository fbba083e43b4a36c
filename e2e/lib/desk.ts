import { grantOf, hire, type Colleague } from './people.ts';
import { openWriting, startStory, type WritingPage } from './writing-page.ts';

export const writer = (): Promise<Colleague> => hire('Nona Sabir', [grantOf('journalist')]);

/** A new story of this person's, or of a new writer's, ready to be written. */
export async function desk(person?: Colleague): Promise<WritingPage> {
  const nona = person ?? (await writer());
  return openWriting(nona, await startStory(nona));
}

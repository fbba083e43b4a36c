import { goto } from '$app/navigation';

/** What the list of stories opens with. */
type Beginning = 'new' | 'import';

let asked: Beginning | null = null;

/** Goes to the list of stories and begins one there: the form for a new story, or for a file. */
export async function beginStory(beginning: Beginning): Promise<void> {
  asked = beginning;
  await goto('/stories');
}

/** What was asked for on the page before, once. */
export function takeBeginning(): Beginning | null {
  const taken = asked;
  asked = null;
  return taken;
}

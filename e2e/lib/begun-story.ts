import type { Story } from '@broadsheet/types';
import { grantOf, hire, type Colleague } from './people.ts';
import { openWriting, startStory, type WritingPage } from './writing-page.ts';

interface Begun {
  person: Colleague;
  story: Story;
  desk: WritingPage;
  headline: string;
}

/** A story with a section and a headline of its own, open for writing. */
export async function begin(words: string): Promise<Begun> {
  const person = await hire('Salome Arin', [grantOf('desk_editor')]);
  const [section] = await person.sections();
  const story = await startStory(person, 'en', { sectionId: section?.id ?? null });
  const desk = await openWriting(person, story);
  const headline = `${words} ${Date.now() % 100_000}`;
  await desk.type(desk.headline, headline);
  await desk.type(desk.standfirst, 'What happened, in one sentence.');
  return { person, story, desk, headline };
}

import type { Language, Story } from '@broadsheet/types';
import type { Page } from 'playwright-core';
import { answerFor, newBrowser } from './browser.ts';
import { grantOf, hire, takeAwayRoles, type Colleague } from './people.ts';
import { openWriting, startStory, WritingPage } from './writing-page.ts';

/** A writer at a new story of theirs. */
export interface Desk {
  person: Colleague;
  story: Story;
  writing: WritingPage;
}

/** A journalist in a browser of their own. */
export const writer = (): Promise<Colleague> => hire('Nona Sabir', [grantOf('journalist')]);

/**
 * Journalists who keep one page open through all journeys, as on a working day: another story in it costs a second
 * where a new browser takes five, and what one story leaves on the page would show at the next one. A test that fails
 * takes their browsers away with it; the end of the run does in any case.
 */
const atWork = new Map<string, AtWork>();

interface AtWork {
  person: Colleague;
  page?: Page;
}

async function journalist(name: string): Promise<AtWork> {
  const known = atWork.get(name) ?? { person: await hire(name, [grantOf('journalist')], newBrowser) };
  atWork.set(name, known);
  const { browser } = known.person;
  answerFor(browser, async (hasFailed) => {
    const others = browser.pages().filter((page) => page !== known.page);
    await Promise.all(others.map((page) => page.close()));
    if (!hasFailed) return;
    atWork.delete(name);
    // whoever comes next bears the same name, and is called by it
    await Promise.all([browser.close(), takeAwayRoles(known.person)]);
  });
  return known;
}

async function sitDown(journalist: AtWork, story: Story, language: Language = 'en'): Promise<WritingPage> {
  const { person, page } = journalist;
  const writing = page ? await goTo(page, story, language) : await openWriting(person, story, language);
  journalist.page = writing.page;
  return writing;
}

/** A new story in the page that Nona Sabir keeps open. */
export async function deskAndStory(language: Language = 'en'): Promise<Desk> {
  const nona = await journalist('Nona Sabir');
  const story = await startStory(nona.person, language);
  return { person: nona.person, story, writing: await sitDown(nona, story, language) };
}

/** The writing page of such a desk. */
export async function desk(): Promise<WritingPage> {
  return (await deskAndStory()).writing;
}

/** A new story of Nona Sabir's in the pages that she and Ilya Gromov keep open: hers first. */
export async function deskForTwo(): Promise<[WritingPage, WritingPage]> {
  const [nona, ilya] = await Promise.all([journalist('Nona Sabir'), journalist('Ilya Gromov')]);
  const story = await startStory(nona.person);
  return Promise.all([sitDown(nona, story), sitDown(ilya, story)]);
}

/** From the story that is open to another, by a link. */
async function goTo(page: Page, { id }: Story, language: Language): Promise<WritingPage> {
  const writing = new WritingPage(page);
  const before = await writing.text.elementHandles();
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href });
    document.body.append(link);
    link.click();
    link.remove();
  }, `/stories/${id}/${language}`);
  for (const text of before) await text.waitForElementState('hidden');
  await writing.saved();
  return writing;
}

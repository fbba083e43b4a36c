import type { Language, Story } from '@broadsheet/types';
import type { Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { answerFor, newBrowser } from './browser.ts';
import { grantOf, hire, type Colleague } from './people.ts';
import { openWriting, startStory, WritingPage } from './writing-page.ts';

/** A writer at a new story of theirs. */
export interface Desk {
  person: Colleague;
  story: Story;
  writing: WritingPage;
}

/** A journalist in a browser of their own. */
export const writer = (): Promise<Colleague> => hire('Nona Sabir', [grantOf('journalist')]);

let atWork: { person: Colleague; page?: Page } | undefined;

afterAll(async () => {
  await atWork?.person.browser.close();
});

/**
 * A new story in the page that one journalist keeps open through all tests of a file, as on a working day: it costs
 * a second where a new browser takes five, and what one story leaves on the page would show at the next one. A test
 * that fails takes the page away with it.
 */
export async function deskAndStory(language: Language = 'en'): Promise<Desk> {
  atWork ??= { person: await hire('Nona Sabir', [grantOf('journalist')], newBrowser) };
  const { person, page } = atWork;
  const { browser } = person;
  answerFor(browser, async (hasFailed) => {
    const others = browser.pages().filter((one) => one !== atWork?.page);
    await Promise.all(others.map((one) => one.close()));
    if (!hasFailed) return;
    atWork = undefined;
    await browser.close();
  });
  const story = await startStory(person, language);
  const writing = page ? await goTo(page, story, language) : await openWriting(person, story, language);
  atWork.page = writing.page;
  return { person, story, writing };
}

/** The writing page of such a desk. */
export async function desk(): Promise<WritingPage> {
  return (await deskAndStory()).writing;
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

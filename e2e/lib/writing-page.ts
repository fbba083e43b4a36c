import { story, type CreateStoryInput, type Language, type Story } from '@broadsheet/types';
import type { Locator, Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Colleague } from './people.ts';

/** The page that one writes on, in the words that stand on it. */
export class WritingPage {
  readonly page: Page;
  readonly headline: Locator;
  readonly standfirst: Locator;
  readonly text: Locator;

  constructor(page: Page) {
    this.page = page;
    this.headline = page.getByRole('textbox', { name: 'Headline', exact: true });
    this.standfirst = page.getByRole('textbox', { name: 'Standfirst', exact: true });
    this.text = page.getByRole('textbox', { name: 'Text', exact: true });
  }

  /** Resolves once the page says that everything typed so far is stored. */
  async saved(): Promise<void> {
    await this.saveState('Saved').waitFor();
  }

  /** The save state, while it reads so. */
  saveState(words: string | RegExp): Locator {
    return this.page.getByRole('status').getByText(words, { exact: true });
  }

  /** Types at the end of a field. */
  async type(field: Locator, words: string): Promise<void> {
    await field.click();
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.type(words);
  }

  /** Selects these words of the text as dragging over them does. */
  async select(words: string): Promise<void> {
    await this.text.getByText(words).first().waitFor();
    await this.text.evaluate((field, wanted) => {
      const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        // the editor hears of it after this
        return new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      }
      return undefined;
    }, words);
  }

  /** A field's words without the names on other people's carets. */
  async words(field: Locator): Promise<string> {
    return field.evaluate((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      for (const caret of copy.querySelectorAll('.caret')) caret.remove();
      return [...copy.children].map((block) => block.textContent).join('\n');
    });
  }

  /** Loads the page anew and waits until it can be written on. */
  async reopen(): Promise<void> {
    await this.page.reload();
    await this.saved();
  }

  /** Takes a step that is not the primary one. */
  async takeStep(name: string): Promise<void> {
    await this.button('Other steps').click();
    await this.page.getByRole('menuitem', { name, exact: true }).click();
  }

  /** Takes the warnings that a step asks about as they are. */
  async goOn(): Promise<void> {
    await this.button('Go on all the same').click();
  }

  /** A field of the one picture in the text. */
  pictureField(name: string): Locator {
    return this.text.getByRole('textbox', { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
}

/** Starts a story of one's own through the API, so that a journey can begin where it is about something else. */
export async function startStory(
  person: Colleague,
  language: Language = 'en',
  input: Partial<CreateStoryInput> = {},
): Promise<Story> {
  return person.api.post('/stories', { language, ...input }, story);
}

/** Opens a story's language on the page one writes on, ready to write. */
export async function openWriting(
  person: Colleague,
  { id }: Pick<Story, 'id'>,
  language: Language = 'en',
): Promise<WritingPage> {
  const page = await person.browser.newPage();
  await page.goto(`${inject('editorUrl')}/stories/${id}/${language}`);
  const writing = new WritingPage(page);
  await writing.saved();
  return writing;
}

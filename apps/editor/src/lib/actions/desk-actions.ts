import { languageNames, languages } from '@broadsheet/types';
import { goto } from '$app/navigation';
import { singleKeys } from '#lib/desk/shortcuts.svelte.ts';
import { locale } from '#lib/locale/locale.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { mayManage, pagesFor } from '#lib/settings/settings-pages.ts';
import { session } from '#lib/session/session.svelte.ts';
import { theme } from '#lib/theme/theme.svelte.ts';
import { saveLocale } from '#lib/session/save-locale.ts';
import { beginStory } from '#lib/stories/to-begin.ts';
import { act, actions, type Action } from './actions.svelte.ts';
import { layers } from './layers.svelte.ts';

/** What can be done on every page of the desk. */
export function deskActions(): Action[] {
  return [
    act('palette', () => layers.toggle('palette')),
    act('shortcuts', () => layers.toggle('shortcuts')),
    act('sign-out', () => (layers.open = 'sign-out')),
    ...stories(),
    ...places(),
    ...appearance(),
  ];
}

/** The list of stories has these itself. */
function stories(): Action[] {
  const can = () => session.may('story.create') && location.pathname !== '/stories';
  return [
    act('story.new', () => beginStory('new'), { can }),
    act('story.find', findStory, { can: () => location.pathname !== '/stories' }),
    act('story.import', () => beginStory('import'), { can }),
  ];
}

/** In the list of stories, by what that does itself. */
async function findStory(): Promise<void> {
  await goto('/stories');
  await actions.all.find(({ id }) => id === 'list.find')?.run();
}

function places(): Action[] {
  const may = session.may.bind(session);
  return [
    act('go.stories', () => goto('/stories')),
    act('go.media', () => goto('/media'), { can: () => may('media.upload') }),
    act('go.settings', () => goto('/settings'), { can: () => mayManage(may) }),
    ...pagesFor(may).map(({ href, label }): Action => ({
      id: `go.${href}`,
      group: 'go',
      label: () => m.ways_settings_page({ page: label() }),
      run: () => goto(href),
    })),
    act('go.account', () => goto('/account')),
  ];
}

function appearance(): Action[] {
  return [
    act('theme.light', () => theme.choose('light'), { isOn: () => theme.chosen === 'light' }),
    act('theme.night', () => theme.choose('night'), { isOn: () => theme.chosen === 'night' }),
    act('theme.system', () => theme.choose(null), { isOn: () => theme.chosen === null }),
    ...languages.map((language): Action => ({
      id: `interface.${language}`,
      group: 'interface',
      label: () => m.ways_interface_in({ language: languageNames[language] }),
      words: 'language interface',
      run: () => saveLocale(language),
      isOn: () => locale.current === language,
    })),
    act('keys.single', () => (singleKeys.on = !singleKeys.on), { isOn: () => singleKeys.on }),
  ];
}

import type { Action, Words } from '#lib/actions/actions.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Part } from '#lib/saving/saved-record.svelte.ts';
import type { InspectorState, InspectorTab } from '../inspector.svelte.ts';
import type { OpenArticle } from '../open-article.svelte.ts';
import { articleParts, sourceUrlPart } from './article-parts.ts';
import { goToField, goToTab } from './go-to-field.ts';
import { storyParts } from './story-parts.ts';

const tabs: readonly [InspectorTab, Words][] = [
  ['story', m.write_tab_story],
  ['article', m.write_tab_article],
  ['seo', m.details_tab_seo],
  ['comments', m.comments_tab],
  ['history', m.write_tab_history],
  ['checks', m.checks_tab],
];

/** Leads to each tab of the inspector, and to each field in them, by its name. */
export function fieldActions(open: OpenArticle, inspector: InspectorState): Action[] {
  const lead = (
    { key, label }: Pick<Part<never, never, never>, 'key' | 'label'>,
    tab: InspectorTab,
  ): Action[] =>
    label
      ? [
          {
            id: `field.${key}`,
            group: 'article',
            label,
            words: tab === 'seo' ? m.details_tab_seo : '',
            run: () => goToField(inspector, tab, key),
            can: () => (tab === 'story' ? open.story?.may.edit : open.article?.may.write) ?? false,
          },
        ]
      : [];
  return [
    ...tabs.map(([tab, label]): Action => ({
      id: `tab.${tab}`,
      group: 'view',
      label,
      words: m.write_inspector,
      run: () => goToTab(inspector, tab),
    })),
    ...storyParts.flatMap((part) => lead(part, 'story')),
    // the address of a source is there with the source
    ...articleParts
      .filter((part) => part !== sourceUrlPart)
      .flatMap((part) => lead(part, part.key.startsWith('seo') ? 'seo' : 'article')),
  ];
}

import type { NewsroomAction, Role, ScopedAction } from '@broadsheet/types';

/**
 * Who may what, written by hand from the description of the product, not from the rule. The tests hold the rule, its
 * SQL and every route against this table: when they differ, one of the two is wrong, and a person decides which.
 */

/**
 * The stories that the columns stand for. The person has one grant for a section, a region and a language, and made
 * every story but the second.
 */
export const columns = [
  'own', // in the section, region and language of the grant
  'by another', // likewise, made by somebody else
  'two regions', // the first is foreign, the second the grant's
  'other language',
  'other section',
  'other region',
  'no region',
  'no section',
] as const;
export type Column = (typeof columns)[number];

type Rows<A extends string> = Record<Role, Record<A, string>>;

/** A grant for one section, one region and one language; an admin's is always for everything. */
export const narrow: Rows<ScopedAction> = {
  //                         own  by-another two-regions language section region no-region no-section
  contributor: {
    'story.read': /*        */ 'yes    no         yes        yes      no      no      no       no',
    'story.create': /*      */ 'yes    no         yes        no       no      no      no       no',
    'story.edit': /*        */ 'yes    no         yes        yes      no      no      no       no',
    'story.comment': /*     */ 'yes    no         yes        yes      no      no      no       no',
    'article.write': /*     */ 'yes    no         yes        no       no      no      no       no',
    'article.suggest': /*   */ 'no     no         no         no       no      no      no       no',
    'article.submit': /*    */ 'yes    no         yes        no       no      no      no       no',
    'article.send_back': /* */ 'no     no         no         no       no      no      no       no',
    'article.approve': /*   */ 'no     no         no         no       no      no      no       no',
    'article.publish': /*   */ 'no     no         no         no       no      no      no       no',
    'article.unpublish': /* */ 'no     no         no         no       no      no      no       no',
  },
  journalist: {
    'story.read': /*        */ 'yes    yes        yes        yes      no      no      no       no',
    'story.create': /*      */ 'yes    yes        yes        no       no      no      no       no',
    'story.edit': /*        */ 'yes    yes        yes        yes      no      no      no       no',
    'story.comment': /*     */ 'yes    yes        yes        yes      no      no      no       no',
    'article.write': /*     */ 'yes    yes        yes        no       no      no      no       no',
    'article.suggest': /*   */ 'yes    yes        yes        yes      no      no      no       no',
    'article.submit': /*    */ 'yes    yes        yes        no       no      no      no       no',
    'article.send_back': /* */ 'no     no         no         no       no      no      no       no',
    'article.approve': /*   */ 'no     no         no         no       no      no      no       no',
    'article.publish': /*   */ 'no     no         no         no       no      no      no       no',
    'article.unpublish': /* */ 'no     no         no         no       no      no      no       no',
  },
  translator: {
    'story.read': /*        */ 'yes    yes        yes        yes      no      no      no       no',
    'story.create': /*      */ 'no     no         no         no       no      no      no       no',
    'story.edit': /*        */ 'no     no         no         no       no      no      no       no',
    'story.comment': /*     */ 'yes    yes        yes        yes      no      no      no       no',
    'article.write': /*     */ 'yes    yes        yes        no       no      no      no       no',
    'article.suggest': /*   */ 'no     no         no         no       no      no      no       no',
    'article.submit': /*    */ 'yes    yes        yes        no       no      no      no       no',
    'article.send_back': /* */ 'no     no         no         no       no      no      no       no',
    'article.approve': /*   */ 'no     no         no         no       no      no      no       no',
    'article.publish': /*   */ 'no     no         no         no       no      no      no       no',
    'article.unpublish': /* */ 'no     no         no         no       no      no      no       no',
  },
  desk_editor: {
    'story.read': /*        */ 'yes    yes        yes        yes      no      no      no       no',
    'story.create': /*      */ 'yes    yes        yes        no       no      no      no       no',
    'story.edit': /*        */ 'yes    yes        yes        yes      no      no      no       no',
    'story.comment': /*     */ 'yes    yes        yes        yes      no      no      no       no',
    'article.write': /*     */ 'yes    yes        yes        no       no      no      no       no',
    'article.suggest': /*   */ 'yes    yes        yes        yes      no      no      no       no',
    'article.submit': /*    */ 'yes    yes        yes        no       no      no      no       no',
    'article.send_back': /* */ 'yes    yes        yes        no       no      no      no       no',
    'article.approve': /*   */ 'yes    yes        yes        no       no      no      no       no',
    'article.publish': /*   */ 'yes    yes        yes        no       no      no      no       no',
    'article.unpublish': /* */ 'yes    yes        yes        no       no      no      no       no',
  },
  editor_in_chief: {
    'story.read': /*        */ 'yes    yes        yes        yes      no      no      no       no',
    'story.create': /*      */ 'yes    yes        yes        no       no      no      no       no',
    'story.edit': /*        */ 'yes    yes        yes        yes      no      no      no       no',
    'story.comment': /*     */ 'yes    yes        yes        yes      no      no      no       no',
    'article.write': /*     */ 'yes    yes        yes        no       no      no      no       no',
    'article.suggest': /*   */ 'yes    yes        yes        yes      no      no      no       no',
    'article.submit': /*    */ 'yes    yes        yes        no       no      no      no       no',
    'article.send_back': /* */ 'yes    yes        yes        no       no      no      no       no',
    'article.approve': /*   */ 'yes    yes        yes        no       no      no      no       no',
    'article.publish': /*   */ 'yes    yes        yes        no       no      no      no       no',
    'article.unpublish': /* */ 'yes    yes        yes        no       no      no      no       no',
  },
  admin: {
    'story.read': /*        */ 'yes    yes        yes        yes      yes     yes     yes      yes',
    'story.create': /*      */ 'yes    yes        yes        yes      yes     yes     yes      yes',
    'story.edit': /*        */ 'yes    yes        yes        yes      yes     yes     yes      yes',
    'story.comment': /*     */ 'yes    yes        yes        yes      yes     yes     yes      yes',
    'article.write': /*     */ 'yes    yes        yes        yes      yes     yes     yes      yes',
    'article.suggest': /*   */ 'yes    yes        yes        yes      yes     yes     yes      yes',
    'article.submit': /*    */ 'yes    yes        yes        yes      yes     yes     yes      yes',
    'article.send_back': /* */ 'yes    yes        yes        yes      yes     yes     yes      yes',
    'article.approve': /*   */ 'yes    yes        yes        yes      yes     yes     yes      yes',
    'article.publish': /*   */ 'yes    yes        yes        yes      yes     yes     yes      yes',
    'article.unpublish': /* */ 'yes    yes        yes        yes      yes     yes     yes      yes',
  },
};

/** A grant for any section, region and language: what is left are the role, and whose story it is. */
export const wide: Record<Role, Partial<Record<ScopedAction, string>>> = {
  //                         own  by-another two-regions language section region no-region no-section
  contributor: {
    'story.read': /*        */ 'yes    no         yes        yes      yes     yes     yes      yes',
    'story.comment': /*     */ 'yes    no         yes        yes      yes     yes     yes      yes',
    'story.create': /*      */ 'yes    no         yes        yes      yes     yes     yes      yes',
    'article.write': /*     */ 'yes    no         yes        yes      yes     yes     yes      yes',
    'article.publish': /*   */ 'no     no         no         no       no      no      no       no',
  },
  journalist: {
    'story.read': /*        */ 'yes    yes        yes        yes      yes     yes     yes      yes',
    'article.write': /*     */ 'yes    yes        yes        yes      yes     yes     yes      yes',
    'article.approve': /*   */ 'no     no         no         no       no      no      no       no',
    'article.publish': /*   */ 'no     no         no         no       no      no      no       no',
  },
  translator: {
    'story.read': /*        */ 'yes    yes        yes        yes      yes     yes     yes      yes',
    'story.edit': /*        */ 'no     no         no         no       no      no      no       no',
    'story.comment': /*     */ 'yes    yes        yes        yes      yes     yes     yes      yes',
    'article.write': /*     */ 'yes    yes        yes        yes      yes     yes     yes      yes',
  },
  desk_editor: {
    'article.publish': /*   */ 'yes    yes        yes        yes      yes     yes     yes      yes',
    'article.send_back': /* */ 'yes    yes        yes        yes      yes     yes     yes      yes',
  },
  editor_in_chief: {
    'article.publish': /*   */ 'yes    yes        yes        yes      yes     yes     yes      yes',
    'article.unpublish': /* */ 'yes    yes        yes        yes      yes     yes     yes      yes',
  },
  admin: {
    'story.read': /*        */ 'yes    yes        yes        yes      yes     yes     yes      yes',
    'article.publish': /*   */ 'yes    yes        yes        yes      yes     yes     yes      yes',
  },
};

/** What is for the whole newsroom, whatever the scope of the grant. */
//                      contributor journalist translator desk_editor editor_in_chief admin
export const newsroom: Record<NewsroomAction, string> = {
  'media.upload': /*    */ 'yes         yes        yes        yes         yes             yes',
  'topic.manage': /*    */ 'no          no         no         yes         yes             yes',
  'author.manage': /*   */ 'no          no         no         no          yes             yes',
  'section.manage': /*  */ 'no          no         no         no          no              yes',
  'region.manage': /*   */ 'no          no         no         no          no              yes',
  'user.manage': /*     */ 'no          no         no         no          no              yes',
  'settings.manage': /* */ 'no          no         no         no          no              yes',
};

/** A line of a table as answers, in the order of its columns. */
export const answersOf = (line: string): boolean[] => line.split(/\s+/).map((word) => word === 'yes');

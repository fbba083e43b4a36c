export const roles = [
  'contributor',
  'journalist',
  'translator',
  'desk_editor',
  'editor_in_chief',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/** What a grant may allow. Scoped actions look at section, regions and language; the others are for the whole newsroom. */
export const scopedActions = [
  'story.read',
  'story.create',
  'story.edit',
  'story.comment',
  'article.write',
  'article.suggest',
  'article.submit',
  'article.send_back',
  'article.approve',
  'article.publish',
  'article.unpublish',
] as const;
export type ScopedAction = (typeof scopedActions)[number];

export const newsroomActions = [
  'media.upload',
  'topic.manage',
  'author.manage',
  'section.manage',
  'region.manage',
  'user.manage',
  'settings.manage',
] as const;
export type NewsroomAction = (typeof newsroomActions)[number];
export type Action = ScopedAction | NewsroomAction;

const write: Action[] = ['story.read', 'story.comment', 'article.write', 'article.submit', 'media.upload'];
const author: Action[] = [...write, 'story.create', 'story.edit'];
const reporter: Action[] = [...author, 'article.suggest'];
const desk: Action[] = [
  ...reporter,
  'article.send_back',
  'article.approve',
  'article.publish',
  'article.unpublish',
  'topic.manage',
];
const chief: Action[] = [...desk, 'author.manage'];

/**
 * What each role may do within its grant's scope. A contributor's scoped actions reach only stories
 * that the contributor created. `story.read` looks at section and regions alone: who may read a story
 * may read its every language, because a translator needs the source. `article.suggest` looks at them alone as well:
 * what somebody may not write in a language, they may propose; and so does `story.comment`.
 */
export const roleActions: Record<Role, readonly Action[]> = {
  contributor: author,
  journalist: reporter,
  translator: write,
  desk_editor: desk,
  editor_in_chief: chief,
  admin: [...chief, 'section.manage', 'region.manage', 'user.manage', 'settings.manage'],
};

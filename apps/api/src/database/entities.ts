import { ArticleAuthor } from '../articles/article-author.entity.ts';
import { Article } from '../articles/article.entity.ts';
import { OneTimeLink } from '../auth/one-time-link.entity.ts';
import { Session } from '../auth/session.entity.ts';
import { Author } from '../authors/author.entity.ts';
import { OutboxRow } from '../changes/outbox.entity.ts';
import { ArticleDocument } from '../collaboration/document.entity.ts';
import { DocumentUpdate } from '../collaboration/document-update.entity.ts';
import { Comment } from '../comments/comment.entity.ts';
import { CommentThread } from '../comments/comment-thread.entity.ts';
import { MediaCrop } from '../media/media-crop.entity.ts';
import { MediaUpload } from '../media/media-upload.entity.ts';
import { Media } from '../media/media.entity.ts';
import { StoryMedia } from '../media/story-media.entity.ts';
import { Notification } from '../notifications/notification.entity.ts';
import { PresenceProcess } from '../presence/presence-process.entity.ts';
import { PresentPerson } from '../presence/present-person.entity.ts';
import { PreviewLink } from '../preview/preview-link.entity.ts';
import { ArticleAddress } from '../publishing/article-address.entity.ts';
import { PublicationPeriod } from '../publishing/publication-period.entity.ts';
import { PublishedArticle } from '../publishing/published-article.entity.ts';
import { PublishedForMachines } from '../publishing/published-for-machines.entity.ts';
import { PublishedListing } from '../publishing/published-listing.entity.ts';
import { PublishedMedia } from '../publishing/published-media.entity.ts';
import { Redirect } from '../redirects/redirect.entity.ts';
import { Region } from '../regions/region.entity.ts';
import { NextRevisionWriter } from '../revisions/next-revision-writer.entity.ts';
import { RevisionName } from '../revisions/revision-name.entity.ts';
import { Revision } from '../revisions/revision.entity.ts';
import { SearchEntry } from '../search/search-entry.entity.ts';
import { SearchWord } from '../search/search-word.entity.ts';
import { Section } from '../sections/section.entity.ts';
import { SiteSettings } from '../settings/site-settings.entity.ts';
import { StoryRegion } from '../stories/story-region.entity.ts';
import { StoryTopic } from '../stories/story-topic.entity.ts';
import { Story } from '../stories/story.entity.ts';
import { Topic } from '../topics/topic.entity.ts';
import { UserGrant } from '../users/grant.entity.ts';
import { User } from '../users/user.entity.ts';
import { ArticleViewHour } from '../views/article-view-hour.entity.ts';
import { ArticleViews } from '../views/article-views.entity.ts';

/** Every table of the model. */
export const entities = [
  Article,
  ArticleAddress,
  ArticleAuthor,
  ArticleDocument,
  ArticleViewHour,
  ArticleViews,
  Author,
  Comment,
  CommentThread,
  DocumentUpdate,
  Media,
  MediaCrop,
  MediaUpload,
  Notification,
  OneTimeLink,
  OutboxRow,
  PresenceProcess,
  PresentPerson,
  PreviewLink,
  PublicationPeriod,
  PublishedArticle,
  PublishedForMachines,
  PublishedListing,
  PublishedMedia,
  Redirect,
  Region,
  Revision,
  NextRevisionWriter,
  RevisionName,
  SearchEntry,
  SearchWord,
  Section,
  Session,
  SiteSettings,
  Story,
  StoryMedia,
  StoryRegion,
  StoryTopic,
  Topic,
  User,
  UserGrant,
];

import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { ArticlesModule } from './articles/articles.module.ts';
import { AuthModule } from './auth/auth.module.ts';
import { CardsModule } from './cards/cards.module.ts';
import { ChangesModule } from './changes/changes.module.ts';
import { ChecksModule } from './checks/checks.module.ts';
import { CommentsModule } from './comments/comments.module.ts';
import { DeskEventsModule } from './desk-events/desk-events.module.ts';
import { NotificationsModule } from './notifications/notifications.module.ts';
import { PresenceModule } from './presence/presence.module.ts';
import { AuthorsModule } from './authors/authors.module.ts';
import { CollaborationModule } from './collaboration/collaboration.module.ts';
import { ProblemFilter } from './common/problem.filter.ts';
import { ShutdownLimit } from './common/shutdown-limit.service.ts';
import { DatabaseModule } from './database/database.module.ts';
import { EnvModule } from './env.module.ts';
import type { Env, Timings } from './env.ts';
import { ExportsModule } from './exports/exports.module.ts';
import { HealthModule } from './health/health.module.ts';
import { LinksModule } from './links/links.module.ts';
import { logging } from './logging.ts';
import { ImportsModule } from './imports/imports.module.ts';
import { MediaModule } from './media/media.module.ts';
import { PreviewModule } from './preview/preview.module.ts';
import { PublicModule } from './public/public.module.ts';
import { PublishingModule } from './publishing/publishing.module.ts';
import { RevisionsModule } from './revisions/revisions.module.ts';
import { StoriesModule } from './stories/stories.module.ts';
import { OutgoingModule } from './outgoing/outgoing.module.ts';
import { OpenApiModule } from './openapi/openapi.module.ts';
import { RedirectsModule } from './redirects/redirects.module.ts';
import { ReplacementsModule } from './replacements/replacements.module.ts';
import { RegionsModule } from './regions/regions.module.ts';
import { SearchModule } from './search/search.module.ts';
import { SectionsModule } from './sections/sections.module.ts';
import { SettingsModule } from './settings/settings.module.ts';
import { TopicsModule } from './topics/topics.module.ts';
import { UsersModule } from './users/users.module.ts';
import { ViewsModule } from './views/views.module.ts';

/** The list of features: the table of contents of the API. */
@Module({})
export class AppModule {
  static with(env: Env, timings?: Partial<Timings>): DynamicModule {
    return {
      module: AppModule,
      imports: [
        EnvModule.with(env, timings),
        LoggerModule.forRoot(logging(env)),
        DatabaseModule,
        AuthModule,
        CollaborationModule,
        ExportsModule,
        HealthModule,
        LinksModule,
        StoriesModule,
        RevisionsModule,
        PublishingModule,
        ImportsModule,
        MediaModule,
        PreviewModule,
        PublicModule,
        CardsModule,
        ChangesModule,
        ChecksModule,
        ArticlesModule,
        AuthorsModule,
        CommentsModule,
        DeskEventsModule,
        NotificationsModule,
        PresenceModule,
        OpenApiModule,
        OutgoingModule,
        RedirectsModule,
        ReplacementsModule,
        RegionsModule,
        SearchModule,
        SectionsModule,
        SettingsModule,
        TopicsModule,
        UsersModule,
        ViewsModule,
      ],
      providers: [ShutdownLimit, { provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}

import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.ts';
import { NotificationsModule } from '../notifications/notifications.module.ts';
import { Colleagues } from './colleagues.service.ts';
import { CommentNews } from './comment-news.service.ts';
import { CommentsController } from './comments.controller.ts';
import { CommentsService } from './comments.service.ts';
import { ThreadsService } from './threads.service.ts';

@Module({
  imports: [ArticlesModule, NotificationsModule],
  controllers: [CommentsController],
  providers: [Colleagues, CommentNews, CommentsService, ThreadsService],
})
export class CommentsModule {}

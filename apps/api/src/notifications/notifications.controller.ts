import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import {
  notificationListQuery,
  notificationPage,
  readNotificationsInput,
  unreadCount,
  type NotificationListQuery,
  type NotificationPage,
  type ReadNotificationsInput,
  type UnreadCount,
} from '@broadsheet/types';
import { Access, CurrentPerson, type Person } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { NotificationsService } from './notifications.service.ts';

@ApiTags('notifications')
@Controller('notifications')
export class NotificationsController {
  constructor(@Inject(NotificationsService) private readonly notifications: NotificationsService) {}

  @Get()
  @Access('signed-in')
  @Answers(notificationPage)
  list(
    @CurrentPerson() person: Person,
    @Query({ schema: notificationListQuery }) query: NotificationListQuery,
  ): Promise<NotificationPage> {
    return this.notifications.list(person, query);
  }

  @Get('unread')
  @Access('signed-in')
  @Answers(unreadCount)
  async unread(@CurrentPerson() person: Person): Promise<UnreadCount> {
    return { unread: await this.notifications.unread(person) };
  }

  @Post('read')
  @HttpCode(200)
  @Access('signed-in')
  @Answers(unreadCount)
  async read(
    @CurrentPerson() person: Person,
    @Body({ schema: readNotificationsInput }) { ids }: ReadNotificationsInput,
  ): Promise<UnreadCount> {
    return { unread: await this.notifications.read(person, ids) };
  }
}

import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import {
  id,
  invited,
  inviteInput,
  oneTimeLink,
  updateUserInput,
  user,
  userListQuery,
  userPage,
  type Invited,
  type InviteInput,
  type OneTimeLink,
  type UpdateUserInput,
  type User,
  type UserListQuery,
  type UserPage,
} from '@broadsheet/types';
import { Access } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { UsersService } from './users.service.ts';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(@Inject(UsersService) private readonly users: UsersService) {}

  @Get()
  @Access({ newsroom: 'user.manage' })
  @Answers(userPage)
  list(@Query({ schema: userListQuery }) query: UserListQuery): Promise<UserPage> {
    return this.users.list(query);
  }

  @Post()
  @Access({ newsroom: 'user.manage' })
  @Answers(invited, 201)
  invite(@Body({ schema: inviteInput }) input: InviteInput): Promise<Invited> {
    return this.users.invite(input);
  }

  @Patch(':id')
  @Access({ newsroom: 'user.manage' })
  @Answers(user)
  update(
    @Param('id', { schema: id }) userId: string,
    @Body({ schema: updateUserInput }) input: UpdateUserInput,
  ): Promise<User> {
    return this.users.update(userId, input);
  }

  @Post(':id/suspend')
  @HttpCode(200)
  @Access({ newsroom: 'user.manage' })
  @Answers(user)
  suspend(@Param('id', { schema: id }) userId: string): Promise<User> {
    return this.users.suspend(userId);
  }

  @Post(':id/reinstate')
  @HttpCode(200)
  @Access({ newsroom: 'user.manage' })
  @Answers(user)
  reinstate(@Param('id', { schema: id }) userId: string): Promise<User> {
    return this.users.reinstate(userId);
  }

  @Post(':id/reset-link')
  @HttpCode(200)
  @Access({ newsroom: 'user.manage' })
  @Answers(oneTimeLink)
  resetLink(@Param('id', { schema: id }) userId: string): Promise<OneTimeLink> {
    return this.users.resetLink(userId);
  }

  @Post(':id/invite-link')
  @HttpCode(200)
  @Access({ newsroom: 'user.manage' })
  @Answers(oneTimeLink)
  inviteLink(@Param('id', { schema: id }) userId: string): Promise<OneTimeLink> {
    return this.users.inviteLink(userId);
  }
}

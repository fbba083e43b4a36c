import { Module } from '@nestjs/common';
import { GrantsService } from './grants.service.ts';
import { UsersController } from './users.controller.ts';
import { UsersService } from './users.service.ts';

@Module({
  controllers: [UsersController],
  providers: [GrantsService, UsersService],
  exports: [UsersService],
})
export class UsersModule {}

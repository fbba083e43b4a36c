import { Module } from '@nestjs/common';
import { RedirectsModule } from '../redirects/redirects.module.ts';
import { AuthorsController, PublicAuthorsController } from './authors.controller.ts';
import { AuthorsService } from './authors.service.ts';

@Module({
  imports: [RedirectsModule],
  controllers: [AuthorsController, PublicAuthorsController],
  providers: [AuthorsService],
  exports: [AuthorsService],
})
export class AuthorsModule {}

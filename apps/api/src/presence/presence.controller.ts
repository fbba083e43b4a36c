import { Controller, Get, Inject } from '@nestjs/common';
import { presence, type Presence as PresenceAnswer } from '@broadsheet/types';
import { Access, CurrentPerson, type Person } from '../common/access.ts';
import { Answers } from '../common/answers.ts';
import { ApiTags } from '../common/api-description.ts';
import { Presence } from './presence.service.ts';

@ApiTags('stories')
@Controller('presence')
export class PresenceController {
  constructor(@Inject(Presence) private readonly presence: Presence) {}

  /** Who has which article open now, among the stories that one may read. */
  @Get()
  @Access('signed-in')
  @Answers(presence)
  async list(@CurrentPerson() person: Person): Promise<PresenceAnswer> {
    return { items: await this.presence.list(person) };
  }
}

import { Global, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD, ModulesContainer } from '@nestjs/core';
import { UnknownQueryGuard } from '../common/unknown-query.guard.ts';
import { AccessGuard } from './access.guard.ts';
import { AuthController } from './auth.controller.ts';
import { AuthService } from './auth.service.ts';
import { declaredRoutes, refuseUndeclared } from './declared-routes.ts';
import { LinksController } from './links.controller.ts';
import { OneTimeLinksService } from './one-time-links.service.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInLimits } from './sign-in-limits.ts';

@Global()
@Module({
  controllers: [AuthController, LinksController],
  providers: [
    AuthService,
    OneTimeLinksService,
    SessionsService,
    SignInLimits,
    { provide: APP_GUARD, useClass: AccessGuard },
    // after it: who may not ask is told nothing of what can be asked
    { provide: APP_GUARD, useClass: UnknownQueryGuard },
  ],
  exports: [SessionsService, OneTimeLinksService],
})
export class AuthModule implements OnModuleInit {
  constructor(@Inject(ModulesContainer) private readonly modules: ModulesContainer) {}

  onModuleInit(): void {
    refuseUndeclared(declaredRoutes(this.modules));
  }
}

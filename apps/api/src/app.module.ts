import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { AuthModule } from './auth/auth.module.ts';
import { CollaborationModule } from './collaboration/collaboration.module.ts';
import { ProblemFilter } from './common/problem.filter.ts';
import { DatabaseModule } from './database/database.module.ts';
import { EnvModule } from './env.module.ts';
import type { Env, Timings } from './env.ts';
import { HealthModule } from './health/health.module.ts';
import { logging } from './logging.ts';
import { UsersModule } from './users/users.module.ts';

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
        HealthModule,
        UsersModule,
      ],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}

import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ENV, type Env } from '../env.ts';
import { dataSourceOptions } from './data-source.ts';
import { Notices } from './notices.service.ts';
import { PublicPool } from './public-pool.service.ts';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [ENV],
      useFactory: async (env: Env) => ({
        ...(await dataSourceOptions(env.DATABASE_URL, env.DATABASE_POOL)),
        migrationsRun: false,
        retryAttempts: 5,
        retryDelay: 500,
      }),
    }),
  ],
  providers: [Notices, PublicPool],
  exports: [Notices, PublicPool],
})
export class DatabaseModule {}

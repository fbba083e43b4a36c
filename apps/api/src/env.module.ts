import { Global, Module, type DynamicModule } from '@nestjs/common';
import { defaultTimings, ENV, TIMINGS, type Env, type Timings } from './env.ts';

/** The parsed settings and the intervals, for every feature. */
@Global()
@Module({})
export class EnvModule {
  static with(env: Env, timings: Partial<Timings> = {}): DynamicModule {
    return {
      module: EnvModule,
      providers: [
        { provide: ENV, useValue: env },
        { provide: TIMINGS, useValue: { ...defaultTimings, ...timings } },
      ],
      exports: [ENV, TIMINGS],
    };
  }
}

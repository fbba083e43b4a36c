import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/domain-error.ts';
import { networkOf } from './client-address.ts';

/** Failures within this many milliseconds count. */
const window = 15 * 60_000;
const perAccount = 10;
const perNetwork = 50;
/** So that made-up accounts cannot fill the memory; the oldest are forgotten first. */
const mostKept = 20_000;

/** Slows guessing down: failed sign-ins are counted per account, known or not, and per network. Held by each process. */
@Injectable()
export class SignInLimits {
  private readonly attempts = new Map<string, number[]>();

  /**
   * Counts an attempt before the password is looked at, so that many at once cannot slip through.
   * @returns how to take it back when the attempt was right.
   * @throws DomainError TOO_MANY_REQUESTS
   */
  begin(email: string, address: string, now = Date.now()): () => void {
    const account = `account ${email}`;
    const network = `network ${networkOf(address)}`;
    if (this.recent(account, now).length >= perAccount || this.recent(network, now).length >= perNetwork)
      throw new DomainError(
        'TOO_MANY_REQUESTS',
        'Too many wrong attempts. Wait a quarter of an hour, or ask an admin for a link to set a new password.',
      );
    this.add(account, now);
    this.add(network, now);
    return () => {
      this.attempts.delete(account);
      this.takeBack(network, now);
    };
  }

  private recent(key: string, now: number): number[] {
    return (this.attempts.get(key) ?? []).filter((time) => time > now - window);
  }

  private add(key: string, now: number): void {
    const times = [...this.recent(key, now), now];
    this.attempts.delete(key);
    this.attempts.set(key, times);
    const oldest = this.attempts.keys().next();
    if (this.attempts.size > mostKept && !oldest.done) this.attempts.delete(oldest.value);
  }

  private takeBack(key: string, time: number): void {
    const times = this.attempts.get(key) ?? [];
    const index = times.indexOf(time);
    if (index >= 0) times.splice(index, 1);
    if (times.length === 0) this.attempts.delete(key);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ChangePasswordInput, Me, SignInInput, UpdateMeInput } from '@broadsheet/types';
import { DataSource } from 'typeorm';
import type { Person } from '../common/access.ts';
import { DomainError } from '../common/domain-error.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { refuseWeakPassword } from './password-strength.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInLimits } from './sign-in-limits.ts';

/** Where a request to sign in comes from. */
export interface Client {
  address: string;
  userAgent: string;
}

/** A session that was just started. */
export interface SignedIn {
  token: string;
  person: Person;
}

/** Signing in and out, and what people change about themselves. */
@Injectable()
export class AuthService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(SignInLimits) private readonly limits: SignInLimits,
  ) {}

  /**
   * The same answer in the same time for a wrong password, an unknown account, a suspended and an invited person.
   * @returns the token for the cookie, and whose it is.
   */
  async signIn({ email, password }: SignInInput, client: Client): Promise<SignedIn> {
    const takeBack = this.limits.begin(email, client.address);
    const rows: { id: string; password_hash: string | null; suspended: boolean }[] =
      await this.dataSource.query(
        `select id, password_hash, suspended_at is not null as suspended from "user" where email = $1`,
        [email],
      );
    const user = rows[0];
    const right = await verifyPassword(user?.password_hash ?? null, password);
    if (!user || !right || user.suspended) throw signInFailed();
    takeBack();
    const token = await this.dataSource.transaction(async (manager) => {
      const [, same]: [unknown, number] = await manager.query(
        'update "user" set last_seen_at = now() where id = $1 and password_hash = $2 and suspended_at is null',
        [user.id, user.password_hash],
      );
      // another password or a suspension came while this one was compared, and ended every session that there was
      if (same === 0) throw signInFailed();
      return this.sessions.start(manager, user.id, client.userAgent);
    });
    return this.signedIn(token);
  }

  /** The person of a session that was just started. */
  async signedIn(token: string): Promise<SignedIn> {
    const person = await this.sessions.find(token);
    if (!person) throw signInFailed();
    return { token, person };
  }

  async updateMe(person: Person, { name, locale }: UpdateMeInput): Promise<Me> {
    await this.dataSource.query(
      `update "user" set name = coalesce($2, name), locale = coalesce($3, locale),
              version = version + case when $2::text is null or name = $2 then 0 else 1 end
        where id = $1`,
      [person.id, name ?? null, locale ?? null],
    );
    return toMe({ ...person, name: name ?? person.name, locale: locale ?? person.locale });
  }

  /** Changes the own password and ends the person's other sessions; this one goes on. */
  async changePassword(
    person: Person,
    { currentPassword, newPassword }: ChangePasswordInput,
    client: Client,
  ): Promise<void> {
    const takeBack = this.limits.begin(person.email, client.address);
    const [row]: { password_hash: string | null }[] = await this.dataSource.query(
      'select password_hash from "user" where id = $1',
      [person.id],
    );
    if (!(await verifyPassword(row?.password_hash ?? null, currentPassword)))
      throw new DomainError('PASSWORD_WRONG', 'The present password is not right. It was not changed.', [
        { path: 'currentPassword', message: 'This is not your present password.' },
      ]);
    takeBack();
    refuseWeakPassword(newPassword, person);
    const hash = await hashPassword(newPassword);
    await this.dataSource.transaction(async (manager) => {
      await manager.query('update "user" set password_hash = $2 where id = $1', [person.id, hash]);
      await manager.query('delete from one_time_link where user_id = $1 and used_at is null', [person.id]);
      await this.sessions.endAll(manager, person.id, person.sessionId);
    });
  }

  async signOutEverywhere(person: Person): Promise<void> {
    await this.dataSource.transaction((manager) => this.sessions.endAll(manager, person.id));
  }
}

const signInFailed = () =>
  new DomainError(
    'SIGN_IN_FAILED',
    'The address or the password is not right. Check both, or ask an admin for a link to set a new password.',
  );

/** A person as they see themselves. */
export const toMe = ({ id, email, name, locale, colour, grants }: Person): Me => ({
  id,
  email,
  name,
  locale,
  colour,
  grants,
});

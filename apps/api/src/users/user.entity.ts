import type { Language } from '@broadsheet/types';
import { Check, Column, Entity, PrimaryColumn, Unique, VersionColumn } from 'typeorm';

/** A person with an account. Without a password hash the person was invited and has not yet come. */
@Entity('user')
@Unique('uq_user_email', ['email'])
@Check('ck_user_email', `email = lower(email) and position('@' in email) > 1`)
@Check('ck_user_colour', 'colour between 1 and 6')
@Check('ck_user_locale', `locale in ('az', 'ru', 'en', 'hy')`)
export class User {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text', { default: 'en' }) locale!: Language;
  @Column('smallint') colour!: number;
  @Column('text', { nullable: true }) passwordHash!: string | null;
  @Column('timestamptz', { nullable: true }) suspendedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) lastSeenAt!: Date | null;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @VersionColumn({ default: 1 }) version!: number;
}

import { z } from 'zod';
import { id, instant, lookedFor, pageOf, version } from './common.ts';
import { language } from './localized.ts';
import { grant, grantInput } from './grants.ts';

export const email = z.email().trim().toLowerCase().max(254);
export const personName = z.string().trim().min(1).max(120);
/** At least ten characters; length beats rules (NIST SP 800-63B). */
export const password = z.string().min(10, 'Use at least 10 characters.').max(200);

export const signInInput = z
  .strictObject({ email, password: z.string().min(1).max(200) })
  .meta({ id: 'SignInInput' });
export type SignInInput = z.infer<typeof signInInput>;

export const changePasswordInput = z
  .strictObject({ currentPassword: z.string().min(1).max(200), newPassword: password })
  .meta({ id: 'ChangePasswordInput' });
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

/** The person who is signed in. `colour` is 1–6: the same on avatar, caret and suggestion. */
export const me = z
  .object({
    id,
    email,
    name: personName,
    locale: language,
    colour: z.int().min(1).max(6),
    grants: z.array(grant),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof me>;

export const updateMeInput = z
  .strictObject({ name: personName.optional(), locale: language.optional() })
  .meta({ id: 'UpdateMeInput' });
export type UpdateMeInput = z.infer<typeof updateMeInput>;

/** What a one-time link is for: a new person's first password, a reset, or the newsroom's first admin. */
export const linkKind = z.enum(['invite', 'reset', 'first_admin']);
export type LinkKind = z.infer<typeof linkKind>;

export const linkInfo = z
  .object({ kind: linkKind, email: email.nullable(), name: personName.nullable(), expiresAt: instant })
  .meta({ id: 'LinkInfo' });
export type LinkInfo = z.infer<typeof linkInfo>;

/** `email` and `name` are needed for the first admin only. */
export const useLinkInput = z
  .strictObject({ password, name: personName.optional(), email: email.optional() })
  .meta({ id: 'UseLinkInput' });
export type UseLinkInput = z.infer<typeof useLinkInput>;

export const userState = z.enum(['invited', 'active', 'suspended']);

export const user = z
  .object({
    id,
    email,
    name: personName,
    colour: z.int().min(1).max(6),
    state: userState,
    grants: z.array(grant),
    lastSeenAt: instant.nullable(),
    inviteExpiresAt: instant.nullable(),
    version,
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof user>;
export const userPage = pageOf(user).meta({ id: 'UserPage' });
export type UserPage = z.infer<typeof userPage>;

export const userListQuery = z.strictObject({
  search: lookedFor(100).optional(),
  cursor: z.string().max(200).optional(),
});
export type UserListQuery = z.infer<typeof userListQuery>;

export const inviteInput = z
  .strictObject({ email, name: personName, grants: z.array(grantInput).min(1).max(50) })
  .meta({ id: 'InviteInput' });
export type InviteInput = z.infer<typeof inviteInput>;

export const updateUserInput = z
  .strictObject({
    version,
    name: personName.optional(),
    grants: z.array(grantInput).max(50).optional(),
  })
  .meta({ id: 'UpdateUserInput' });
export type UpdateUserInput = z.infer<typeof updateUserInput>;

/** A link that an admin hands over by hand; shown once, its token is stored only as a hash. */
export const oneTimeLink = z.object({ url: z.url(), expiresAt: instant }).meta({ id: 'OneTimeLink' });
export type OneTimeLink = z.infer<typeof oneTimeLink>;

export const invited = z.object({ user, link: oneTimeLink }).meta({ id: 'Invited' });
export type Invited = z.infer<typeof invited>;

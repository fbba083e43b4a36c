import { z } from 'zod';
import { id } from './common.ts';
import { language } from './localized.ts';
import { roles } from './permissions.ts';

export const role = z.enum(roles).meta({ id: 'Role' });

const scope = <T extends z.ZodType>(item: T) => z.union([z.literal('any'), z.array(item).min(1).max(100)]);

/** Role × sections × regions × languages, each "any" or a list. */
export const grantInput = z
  .strictObject({ role, sections: scope(id), regions: scope(id), languages: scope(language) })
  .meta({ id: 'GrantInput' });
export type GrantInput = z.infer<typeof grantInput>;

export const grant = grantInput.extend({ id }).meta({ id: 'Grant' });
export type Grant = z.infer<typeof grant>;

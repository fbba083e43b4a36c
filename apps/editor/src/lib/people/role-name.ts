import type { Role } from '@broadsheet/types';
import { m } from '#lib/paraglide/messages.js';

const names: Record<Role, () => string> = {
  contributor: m.role_contributor,
  journalist: m.role_journalist,
  translator: m.role_translator,
  desk_editor: m.role_desk_editor,
  editor_in_chief: m.role_editor_in_chief,
  admin: m.role_admin,
};

export function roleName(role: Role): string {
  return names[role]();
}

import type { Language, Me } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { notifyFault } from '#lib/components/notify.ts';
import { session } from './session.svelte.ts';

/** Chooses the language of the interface, wherever the person signs in. */
export async function saveLocale(locale: Language): Promise<void> {
  try {
    session.become(await api.patch<Me>('/auth/me', { locale }));
  } catch (error) {
    notifyFault(error);
  }
}

import { me, type Language } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { notifyFault } from '#lib/components/notify.ts';
import { session } from './session.svelte.ts';

/** Chooses the language of the interface, wherever the person signs in. */
export async function saveLocale(locale: Language): Promise<void> {
  try {
    session.become(await api.patch('/auth/me', { locale }, me));
  } catch (error) {
    notifyFault(error);
  }
}

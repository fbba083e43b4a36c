import type { Notification, NotificationListQuery, NotificationPage, UnreadCount } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { PagedList } from '#lib/api/paged-list.svelte.ts';
import { deskEvents } from '#lib/desk/desk-events.svelte.ts';

/** What this person is told of. Call `destroy` when done. */
export class Inbox {
  unread = $state(0);
  readonly list = new PagedList<Notification, NotificationListQuery>(async (query, cursor, signal) => {
    const page = await api.get<NotificationPage>('/notifications', { ...query, cursor }, signal);
    this.unread = page.unread;
    return page;
  });
  #isOpen = false;
  readonly destroy = deskEvents.on('inbox', () => this.#changed());

  /** The list is looked at, or no longer. */
  setOpen(isOpen: boolean): void {
    this.#isOpen = isOpen;
    if (isOpen) void this.list.show({});
  }

  /** Marks some as read, or all. */
  async read(ids?: string[]): Promise<void> {
    const answer = await api.post<UnreadCount>('/notifications/read', ids ? { ids } : {});
    this.unread = answer.unread;
    if (this.#isOpen) await this.list.again();
  }

  #changed(): void {
    if (this.#isOpen) void this.list.again();
    else
      void api.get<UnreadCount>('/notifications/unread').then(
        ({ unread }) => (this.unread = unread),
        // the next event asks again
        () => undefined,
      );
  }
}

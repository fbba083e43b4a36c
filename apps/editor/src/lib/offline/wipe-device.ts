import { DeviceStore } from './device-store.ts';
import { deleteAnswers } from './kept-answers.ts';

/** Takes everything of the newsroom from this device, but for words of other people that are nowhere else. */
export async function wipeDevice(personId: string): Promise<void> {
  await DeviceStore.wipe(personId).catch(() => undefined);
  await deleteAnswers();
  // words that the person was asked about: comments that were half written in this tab
  sessionStorage.clear();
}

import { DeviceStore } from './device-store.ts';
import { deleteAnswers } from './kept-answers.ts';

/** Takes everything of the newsroom from this device, but for words of other people that are nowhere else. */
export async function wipeDevice(personId: string): Promise<void> {
  await DeviceStore.wipe(personId).catch(() => undefined);
  await deleteAnswers();
}

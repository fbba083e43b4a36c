import type { Media } from '@broadsheet/types';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '#lib/api/api-error.ts';
import { toasts } from '#lib/components/toasts.svelte.ts';
import { FileUpload } from './upload-file.ts';
import { Uploads } from './uploads.svelte.ts';

const kept = { id: 'a', filename: 'ferry.jpg', kind: 'picture', duration: null } as unknown as Media;

/** An API that fails each file once when half of it has come, and remembers what it has begun and forgotten. */
class FailingApi {
  readonly begun: FileUpload[] = [];
  readonly forgotten: FileUpload[] = [];
  /** What it has already, as it says of each file that is whole. */
  same: Media | null = null;
  made = kept;

  constructor() {
    vi.spyOn(FileUpload.prototype, 'send').mockImplementation(this.#part());
    vi.spyOn(FileUpload.prototype, 'forget').mockImplementation(this.#forget());
    vi.spyOn(FileUpload.prototype, 'finish').mockImplementation(() =>
      Promise.resolve(
        this.same ? { media: null, duplicates: [this.same] } : { media: this.made, duplicates: [] },
      ),
    );
  }

  #part() {
    const { begun } = this;
    return function (this: FileUpload, { onprogress }: { onprogress: (part: number) => void }) {
      const isNew = !begun.includes(this);
      if (isNew) begun.push(this);
      onprogress(isNew ? 0.5 : 1);
      return isNew ? Promise.reject(new ApiError('STORAGE_FULL', 507, 'full')) : Promise.resolve();
    };
  }
  #forget() {
    const { forgotten } = this;
    return function (this: FileUpload) {
      forgotten.push(this);
      return Promise.resolve();
    };
  }
}

const ferry = () => new File(['A ferry'], 'ferry.jpg', { type: 'image/jpeg' });

describe('files on their way to the library', () => {
  let api: FailingApi;
  let browser: EventTarget;
  beforeEach(() => {
    browser = new EventTarget();
    vi.stubGlobal('addEventListener', browser.addEventListener.bind(browser));
    api = new FailingApi();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  /** One file that has failed in the middle. */
  const failing = async () => {
    const uploads = new Uploads();
    const arrived: Media[] = [];
    uploads.add([ferry()], (media) => arrived.push(media));
    await expect.poll(() => uploads.failed.length).toBe(1);
    return { uploads, arrived };
  };

  it('go on where they failed when they are tried again: nothing is begun anew', async () => {
    const { uploads, arrived } = await failing();
    expect(uploads.failed[0]?.part).toBe(0.5);
    uploads.retry();
    await expect.poll(() => uploads.doneCount).toBe(1);
    expect([api.begun.length, api.forgotten.length, arrived]).toEqual([1, 0, [kept]]);
  });

  it('are said to be shown still when they move', async () => {
    const told: string[] = [];
    vi.spyOn(toasts, 'tell').mockImplementation((show) =>
      show(((sentence: string) => told.push(sentence)) as never),
    );
    const { uploads, arrived } = await failing();
    uploads.retry();
    await expect.poll(() => arrived.length).toBe(1);
    expect(told).toEqual([]);
    api.made = { ...kept, filename: 'ferry.gif', duration: 3 };
    uploads.add([ferry()], (media) => arrived.push(media));
    await expect.poll(() => uploads.failed.length).toBe(1);
    uploads.retry();
    await expect.poll(() => arrived.length).toBe(2);
    expect(told).toEqual(['ferry.gif moves, but pages show only its first picture.']);
  });

  it('are forgotten by the server too when a failed one is taken off the list', async () => {
    const { uploads } = await failing();
    uploads.dismiss();
    expect(uploads.open).toEqual([]);
    expect(api.forgotten).toEqual(api.begun);
  });

  it('wait for a lost connection and count nothing meanwhile, until something is sent again', async () => {
    vi.useFakeTimers();
    let send: Parameters<FileUpload['send']>[0] | undefined;
    vi.mocked(FileUpload.prototype.send).mockImplementation((options) => {
      send = options;
      return new Promise(() => undefined);
    });
    const uploads = new Uploads();
    uploads.add([ferry()], () => undefined);
    const state = () => [uploads.isOffline, uploads.secondsLeft];
    vi.advanceTimersByTime(10_000);
    send?.onprogress(0.5);
    expect(state()).toEqual([false, 10]);
    send?.onlost?.();
    expect(state()).toEqual([true, null]);
    vi.advanceTimersByTime(60_000);
    send?.onprogress(0.5);
    expect(state()).toEqual([false, null]);
    vi.advanceTimersByTime(5000);
    send?.onprogress(0.75);
    expect(state()).toEqual([false, 5]);
  });

  it('say at once that the connection is gone when the browser notices it', () => {
    vi.mocked(FileUpload.prototype.send).mockReturnValue(new Promise(() => undefined));
    const uploads = new Uploads();
    uploads.add([ferry()], () => undefined);
    expect(uploads.isOffline).toBe(false);
    browser.dispatchEvent(new Event('offline'));
    expect(uploads.isOffline).toBe(true);
  });

  it.each([
    ['the browser notices that it is back', () => void browser.dispatchEvent(new Event('online'))],
    ['it is back unnoticed', () => void vi.advanceTimersByTime(5000)],
  ])('go on by themselves after the connection was away for long, when %s', async (_, comeBack) => {
    vi.useFakeTimers();
    vi.stubGlobal('navigator', { onLine: true });
    vi.mocked(FileUpload.prototype.send).mockRejectedValueOnce(new ApiError('UNREACHABLE', 0, 'no network'));
    vi.mocked(FileUpload.prototype.send).mockResolvedValueOnce();
    const uploads = new Uploads();
    const arrived: Media[] = [];
    uploads.add([ferry()], (media) => arrived.push(media));
    await vi.waitFor(() => expect(uploads.active.map(({ state }) => state)).toEqual(['offline']));
    expect([uploads.isOffline, uploads.failed]).toEqual([true, []]);
    comeBack();
    await vi.waitFor(() => expect(arrived).toEqual([kept]));
  });

  it('keep a question open about what the library has already, whatever is sent after', async () => {
    const { uploads } = await failing();
    api.same = kept;
    uploads.retry();
    await expect.poll(() => uploads.asking.length).toBe(1);
    uploads.add([ferry()], () => undefined);
    await expect.poll(() => uploads.failed.length).toBe(1);
    expect(uploads.asking.map(({ same }) => same)).toEqual([kept]);
  });
});

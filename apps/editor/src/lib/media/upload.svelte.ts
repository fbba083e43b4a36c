import type { Media } from '@broadsheet/types';
import { FileUpload } from './upload-file.ts';

type Arrived = (picture: Media) => void;

/**
 * `offline`: the connection is lost, it goes on by itself; `asking`: the library has the same content already;
 * `paused`: until somebody lets it go on.
 */
export type UploadState = 'waiting' | 'sending' | 'paused' | 'offline' | 'asking' | 'done' | 'failed';

/** One file on its way. */
export class Upload {
  readonly file: File;
  state = $state<UploadState>('waiting');
  /** 0 to 1. */
  part = $state(0);
  /** The connection is lost: nothing was sent since. */
  isCutOff = $state(false);
  reason = $state('');
  mayTryAgain = $state(true);
  /** What the library has already, while it asks. */
  same = $state.raw<Media | null>(null);
  readonly arrived: Arrived;
  readonly sent: FileUpload;
  stop = new AbortController();

  constructor(file: File, arrived: Arrived) {
    this.file = file;
    this.arrived = arrived;
    this.sent = new FileUpload(file);
  }
}

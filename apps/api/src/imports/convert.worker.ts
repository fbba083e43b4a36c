import { parentPort } from 'node:worker_threads';
import { convertFile } from './convert-file.ts';
import type { ConvertTask } from './converted-file.ts';

parentPort?.once('message', (task: ConvertTask) => {
  void convertFile(task).then((answer) => parentPort?.postMessage(answer));
});

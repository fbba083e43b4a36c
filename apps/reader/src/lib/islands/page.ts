/** The script of every page but an article's. */
import { registerWorker } from './register-worker.ts';
import { startRelativeTimes } from './relative-times.ts';
import { startSearchFields } from './search-fields.ts';
import { startTheme } from './theme.ts';

const root = document.documentElement;
startTheme(root);
startRelativeTimes(root.lang);
startSearchFields();
registerWorker();

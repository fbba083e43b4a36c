/** The script of an article's page. */
import { startPageTools } from './page-tools.ts';
import { registerWorker } from './register-worker.ts';
import { startRelativeTimes } from './relative-times.ts';
import { startSaving } from './save-story.ts';
import { startSearchFields } from './search-fields.ts';
import { startTextSize } from './text-size.ts';
import { startTheme } from './theme.ts';
import { startViewBeacon } from './view-beacon.ts';

const root = document.documentElement;
startTheme(root);
startRelativeTimes(root.lang);
startTextSize(root);
startPageTools(root);
startSaving();
startSearchFields();
registerWorker();
startViewBeacon();

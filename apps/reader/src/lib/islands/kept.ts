/** The script of the two pages that list what a device keeps. */
import { startKeptLists } from './kept-list.ts';
import { registerWorker } from './register-worker.ts';
import { startTheme } from './theme.ts';

const root = document.documentElement;
startTheme(root);
startKeptLists(root.lang);
registerWorker();

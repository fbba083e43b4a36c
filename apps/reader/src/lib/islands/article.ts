/** The script of an article's page. */
import { startPageTools } from './page-tools.ts';
import { startRelativeTimes } from './relative-times.ts';
import { startTextSize } from './text-size.ts';
import { startTheme } from './theme.ts';

const root = document.documentElement;
startTheme(root);
startRelativeTimes(root.lang);
startTextSize(root);
startPageTools();

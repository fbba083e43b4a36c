import { beforePaint } from './before-paint.ts';

/** What `app.html` leaves open: known for each page, and the same on all. */
export const languageMark = '%broadsheet.lang%';
export const headMark = '%broadsheet.head%';

export const beforePaintTag = `<script>${beforePaint}</script>`;

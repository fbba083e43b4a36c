import { languages, type Language } from '@broadsheet/types';

/**
 * The languages of journeys that are the same in all four: Armenian, whose words are the longest and whose letters are
 * the furthest from the others, and all of them in `npm run test:long`.
 */
export const triedLanguages: readonly Language[] = process.env.TEST_LONG ? languages : ['hy'];

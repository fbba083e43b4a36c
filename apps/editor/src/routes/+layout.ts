import { learn } from '#lib/locale/learn.ts';
import { locale } from '#lib/locale/locale.svelte.ts';
import type { LayoutLoad } from './$types';

export const ssr = false;
export const prerender = false;

/** Nothing can be said before the words are there. */
export const load: LayoutLoad = () => learn(locale.current);

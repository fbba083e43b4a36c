import type { PublicSite } from '@broadsheet/types';
import { beforePaintTag } from '#lib/page-marks.ts';
import { broken, broken_help, front_page } from '#lib/paraglide/messages.js';
import { spokenLanguage } from '#lib/site/spoken-language.ts';

/**
 * A whole page that needs neither the newsroom nor SvelteKit: for when the one or the other is away.
 * @param site as it was last known
 */
export function faultPage(
  address: string,
  status: number,
  styles: readonly string[],
  site: PublicSite | null,
): string {
  const locale = spokenLanguage(address, site);
  const links = styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('');
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${broken({}, { locale })}</title>${beforePaintTag}${links}</head>
<body class="inner"><main id="main"><div class="wrap grid lost"><p class="no c5" aria-hidden="true">${String(status)}</p>
<div class="c7"><h1>${broken({}, { locale })}</h1><p class="standfirst">${broken_help({}, { locale })}</p>
<p class="links"><a href="/${locale}/">${front_page({}, { locale })}</a></p></div></div></main></body></html>
`;
}

import { languages, type Language } from '@broadsheet/types';
import { beforePaintTag } from '#lib/page-marks.ts';
import { broken, broken_help, front_page } from '#lib/paraglide/messages.js';

/** The language that an address asks for, or English. */
function languageOf(address: string): Language {
  const prefix = address.split('/', 2)[1];
  return languages.find((language) => language === prefix) ?? 'en';
}

/** A whole page that needs neither the newsroom nor SvelteKit: for when the one or the other is away. */
export function faultPage(address: string, status: number, styles: readonly string[]): string {
  const locale = languageOf(address);
  const links = styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('');
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${broken({}, { locale })}</title>${beforePaintTag}${links}</head>
<body class="inner"><main id="main"><div class="wrap grid lost"><p class="no c5" aria-hidden="true">${String(status)}</p>
<div class="c7"><h1>${broken({}, { locale })}</h1><p class="standfirst">${broken_help({}, { locale })}</p>
<p class="links"><a href="/${locale}/">${front_page({}, { locale })}</a></p></div></div></main></body></html>
`;
}

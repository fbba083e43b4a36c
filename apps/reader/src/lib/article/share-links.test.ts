import { describe, expect, it } from 'vitest';
import { shareLinks } from './share-links.ts';

const address = 'https://ledger.example/az/news/korpu';
const links = shareLinks(address, 'Körpü & çay: “sual?”', 'E-poçt');

describe('the links to share a story', () => {
  it('lead to four networks and to a letter', () => {
    expect(links.map(({ label }) => label)).toEqual(['Facebook', 'X', 'Telegram', 'WhatsApp', 'E-poçt']);
  });

  it('carry address and headline whole, whatever signs a headline has', () => {
    const told = links.map(({ href }) => [...new URL(href).searchParams.values()].join(' '));
    for (const words of told) expect(words).toContain(address);
    for (const words of told.slice(1)) expect(words).toContain('Körpü & çay: “sual?”');
  });
});

import type { OutsideLink } from '#lib/site/site-view.ts';

/**
 * Plain links to the networks' own forms: nothing of theirs is loaded, and nothing is told them before the click.
 * @param email what the language calls a letter by e-mail
 */
export function shareLinks(address: string, headline: string, email: string): OutsideLink[] {
  const url = encodeURIComponent(address);
  const text = encodeURIComponent(headline);
  return [
    { label: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${url}` },
    { label: 'X', href: `https://x.com/intent/post?url=${url}&text=${text}` },
    { label: 'Telegram', href: `https://t.me/share/url?url=${url}&text=${text}` },
    { label: 'WhatsApp', href: `https://wa.me/?text=${text}%20${url}` },
    { label: email, href: `mailto:?subject=${text}&body=${text}%0A${url}` },
  ];
}

/** Where to go after sign-in. Only paths of this site are followed: a link must not send people elsewhere. */
export function placeAfterSignIn(wanted: string | null): string {
  const home = '/stories';
  if (!wanted?.startsWith('/')) return home;
  const base = 'http://newsroom.invalid';
  const url = URL.parse(wanted, base);
  return url?.origin === base ? url.pathname + url.search : home;
}

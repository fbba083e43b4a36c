/**
 * Posts and recordings of other sites. Of an address only an id of a known form is taken, and what readers load is
 * made from that id: never from the address itself.
 */

export const embedProviders = [
  'youtube',
  'x',
  'instagram',
  'facebook',
  'telegram',
  'tiktok',
  'vimeo',
  'spotify',
] as const;
export type EmbedProvider = (typeof embedProviders)[number];

/** The names that the sites go by, the same in every language. */
export const embedNames: Record<EmbedProvider, string> = {
  youtube: 'YouTube',
  x: 'X',
  instagram: 'Instagram',
  facebook: 'Facebook',
  telegram: 'Telegram',
  tiktok: 'TikTok',
  vimeo: 'Vimeo',
  spotify: 'Spotify',
};

/** The origin that each site's frame is loaded from: the whole of what a page's policy must allow. */
export const embedOrigins: Record<EmbedProvider, string> = {
  youtube: 'https://www.youtube-nocookie.com',
  x: 'https://platform.twitter.com',
  instagram: 'https://www.instagram.com',
  facebook: 'https://www.facebook.com',
  telegram: 'https://t.me',
  tiktok: 'https://www.tiktok.com',
  vimeo: 'https://player.vimeo.com',
  spotify: 'https://open.spotify.com',
};

export interface ParsedEmbed {
  provider: EmbedProvider;
  kind: 'video' | 'audio' | 'post';
  /** What the frame shows once a reader has asked for it. */
  frame: string;
  /** The page of the site itself, for a link. */
  link: string;
}

type Found = Omit<ParsedEmbed, 'provider'> | null;

const longestAddress = 2048;

/** What stands at an address of one of the known sites; null for any other address. */
export function parseEmbed(address: string): ParsedEmbed | null {
  if (address.length > longestAddress || !URL.canParse(address)) return null;
  const url = new URL(address);
  const isPlain = url.username === '' && url.password === '' && url.port === '';
  if (!isPlain || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  const provider = hosts.get(url.hostname.replace(/^(?:www|m|mobile)\./, ''));
  const found = provider && readers[provider](url);
  return provider && found ? { provider, ...found } : null;
}

const hosts = new Map<string, EmbedProvider>([
  ['youtube.com', 'youtube'],
  ['youtu.be', 'youtube'],
  ['youtube-nocookie.com', 'youtube'],
  ['x.com', 'x'],
  ['twitter.com', 'x'],
  ['instagram.com', 'instagram'],
  ['facebook.com', 'facebook'],
  ['t.me', 'telegram'],
  ['tiktok.com', 'tiktok'],
  ['vimeo.com', 'vimeo'],
  ['player.vimeo.com', 'vimeo'],
  ['open.spotify.com', 'spotify'],
]);

const readers: Record<EmbedProvider, (url: URL) => Found> = {
  youtube: (url) => {
    const path = /^\/(?:shorts|live|embed|v)\/([\w-]{11})\/?$/.exec(url.pathname)?.[1];
    const short = url.hostname === 'youtu.be' ? /^\/([\w-]{11})\/?$/.exec(url.pathname)?.[1] : undefined;
    const query = url.pathname === '/watch' ? /^[\w-]{11}$/.exec(url.searchParams.get('v') ?? '')?.[0] : null;
    const id = path ?? short ?? query;
    if (!id) return null;
    const start = secondsOf(url.searchParams.get('t') ?? url.searchParams.get('start') ?? '');
    return {
      kind: 'video',
      frame: `${embedOrigins.youtube}/embed/${id}${start ? `?start=${String(start)}` : ''}`,
      link: `https://www.youtube.com/watch?v=${id}${start ? `&t=${String(start)}` : ''}`,
    };
  },
  x: ({ pathname }) => {
    const [, user, id] = /^\/(\w{1,20})\/status(?:es)?\/(\d{1,20})(?:\/.*)?$/.exec(pathname) ?? [];
    if (!user || !id) return null;
    const frame = `${embedOrigins.x}/embed/Tweet.html?dnt=true&id=${id}`;
    return { kind: 'post', frame, link: `https://x.com/${user}/status/${id}` };
  },
  instagram: ({ pathname }) => {
    const [, form, id] = /^\/(?:[\w.]{1,30}\/)?(p|reel|tv)\/([\w-]{5,40})\/?/.exec(pathname) ?? [];
    if (!form || !id) return null;
    const link = `https://www.instagram.com/${form}/${id}/`;
    return { kind: 'post', frame: `${link}embed/`, link };
  },
  facebook: (url) => {
    const watched = /^\/watch\/?$/.test(url.pathname)
      ? /^\d{1,20}$/.exec(url.searchParams.get('v') ?? '')?.[0]
      : /^\/(?:reel|[\w.-]{1,80}\/videos(?:\/[\w.-]{1,80})?)\/(\d{1,20})\/?$/.exec(url.pathname)?.[1];
    if (watched) return facebook('video', `https://www.facebook.com/watch/?v=${watched}`);
    const [, page, post] = /^\/([\w.-]{1,80})\/posts\/(\w{1,100})\/?$/.exec(url.pathname) ?? [];
    return page && post ? facebook('post', `https://www.facebook.com/${page}/posts/${post}`) : null;
  },
  telegram: ({ pathname }) => {
    const [, channel, post] = /^\/(?:s\/)?([A-Za-z]\w{3,31})\/(\d{1,12})\/?$/.exec(pathname) ?? [];
    if (!channel || !post) return null;
    const link = `https://t.me/${channel}/${post}`;
    return { kind: 'post', frame: `${link}?embed=1`, link };
  },
  tiktok: ({ pathname }) => {
    const [, user, id] = /^\/@([\w.]{1,30})\/video\/(\d{1,20})\/?$/.exec(pathname) ?? [];
    if (!user || !id) return null;
    const link = `https://www.tiktok.com/@${user}/video/${id}`;
    return { kind: 'video', frame: `${embedOrigins.tiktok}/player/v1/${id}`, link };
  },
  vimeo: (url) => {
    const [, id, hash] = /^\/(?:video\/)?(\d{1,12})(?:\/([0-9a-f]{6,20}))?\/?$/.exec(url.pathname) ?? [];
    if (!id) return null;
    const key = hash ?? /^[0-9a-f]{6,20}$/.exec(url.searchParams.get('h') ?? '')?.[0];
    return {
      kind: 'video',
      frame: `${embedOrigins.vimeo}/video/${id}?dnt=1${key ? `&h=${key}` : ''}`,
      link: `https://vimeo.com/${id}${key ? `/${key}` : ''}`,
    };
  },
  spotify: ({ pathname }) => {
    const [, form, id] =
      /^\/(?:intl-[a-z]{2}\/)?(?:embed\/)?(track|album|playlist|episode|show|artist)\/([0-9A-Za-z]{22})\/?$/.exec(
        pathname,
      ) ?? [];
    if (!form || !id) return null;
    const frame = `${embedOrigins.spotify}/embed/${form}/${id}`;
    return { kind: 'audio', frame, link: `https://open.spotify.com/${form}/${id}` };
  },
};

const facebook = (kind: 'post' | 'video', link: string): Found => ({
  kind,
  frame: `${embedOrigins.facebook}/plugins/${kind}.php?show_text=true&href=${encodeURIComponent(link)}`,
  link,
});

/** `90`, `90s` and `1m30s` alike; 0 for anything else. */
function secondsOf(time: string): number {
  const [, hours, minutes, seconds] = /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?$/.exec(time) ?? [];
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

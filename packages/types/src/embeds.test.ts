import { describe, expect, it } from 'vitest';
import { embedOrigins, parseEmbed } from './embeds.ts';

const youtube = 'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ';
const post = 'https://www.facebook.com/plugins/post.php?show_text=true&href=';
const film = 'https://www.facebook.com/plugins/video.php?show_text=true&href=';

describe('an address of another site', () => {
  it.each([
    ['https://www.youtube.com/watch?v=aqz-KE-bpKQ&list=PL1', youtube],
    ['https://youtu.be/aqz-KE-bpKQ?si=abc', youtube],
    ['http://m.youtube.com/watch?v=aqz-KE-bpKQ&t=1m30s', `${youtube}?start=90`],
    ['https://www.youtube.com/shorts/aqz-KE-bpKQ', youtube],
    ['https://www.youtube.com/live/aqz-KE-bpKQ?t=45', `${youtube}?start=45`],
    ['https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1', youtube],
    [
      'https://x.com/ledger/status/1234567890123456789',
      'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1234567890123456789',
    ],
    [
      'https://mobile.twitter.com/ledger/status/12/photo/1',
      'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=12',
    ],
    ['https://www.instagram.com/p/CxYz_12-ab/?igsh=1', 'https://www.instagram.com/p/CxYz_12-ab/embed/'],
    ['https://www.instagram.com/ledger/reel/CxYz_12-ab/', 'https://www.instagram.com/reel/CxYz_12-ab/embed/'],
    [
      'https://www.facebook.com/ledger/posts/pfbid02abc',
      `${post}https%3A%2F%2Fwww.facebook.com%2Fledger%2Fposts%2Fpfbid02abc`,
    ],
    ['https://www.facebook.com/watch/?v=123', `${film}https%3A%2F%2Fwww.facebook.com%2Fwatch%2F%3Fv%3D123`],
    [
      'https://www.facebook.com/ledger/videos/123/',
      `${film}https%3A%2F%2Fwww.facebook.com%2Fwatch%2F%3Fv%3D123`,
    ],
    ['https://t.me/ledger/42', 'https://t.me/ledger/42?embed=1'],
    ['https://t.me/s/ledger/42?single', 'https://t.me/ledger/42?embed=1'],
    [
      'https://www.tiktok.com/@ledger.az/video/7234567890123456789',
      'https://www.tiktok.com/player/v1/7234567890123456789',
    ],
    ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1'],
    ['https://vimeo.com/76979871/abcdef1234', 'https://player.vimeo.com/video/76979871?dnt=1&h=abcdef1234'],
    [
      'https://player.vimeo.com/video/76979871?h=abcdef1234',
      'https://player.vimeo.com/video/76979871?dnt=1&h=abcdef1234',
    ],
    [
      'https://open.spotify.com/intl-de/episode/4uLU6hMCjMI75M1A2tKUQC?si=1',
      'https://open.spotify.com/embed/episode/4uLU6hMCjMI75M1A2tKUQC',
    ],
  ])('%s is framed as %s', (address, frame) => {
    const parsed = parseEmbed(address);
    expect(parsed?.frame).toBe(frame);
    expect(parsed && new URL(parsed.frame).origin).toBe(parsed && embedOrigins[parsed.provider]);
  });

  it('means the same when its own link is embedded again', () => {
    for (const address of [
      'https://youtu.be/aqz-KE-bpKQ?t=5',
      'https://t.me/s/ledger/42',
      'https://vimeo.com/1/abcdef12',
    ]) {
      const parsed = parseEmbed(address);
      expect(parseEmbed(parsed?.link ?? '')).toEqual(parsed);
    }
  });

  it.each([
    '',
    'x',
    'https://example.com/',
    'https://www.youtube.com/',
    'https://www.youtube.com/@ledger',
    'https://x.com/ledger',
    'https://t.me/ledger',
    `https://youtu.be/aqz-KE-bpKQ?${'a'.repeat(3000)}`,
  ])('%s shows nothing that could be framed', (address) => {
    expect(parseEmbed(address)).toBeNull();
  });
});

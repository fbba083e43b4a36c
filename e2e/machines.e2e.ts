import { languages } from '@broadsheet/types';
import { beforeAll, describe, expect, inject, it } from 'vitest';

interface Answer {
  status: number;
  type: string;
  body: string;
}

const site = inject('siteUrl');
const known = new Map<string, Promise<Answer>>();

/** Every address is asked for once, as a crawler does. */
function visit(address: string): Promise<Answer> {
  const before = known.get(address);
  if (before) return before;
  const asked = fetch(address, { redirect: 'manual' }).then(async (answer) => ({
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    body: await answer.text(),
  }));
  known.set(address, asked);
  return asked;
}

const decoded = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, found]) => decoded(found ?? ''));
const whole = (address: string) => new URL(address, site).href;

/** The `link` elements of a page as their attributes. */
const linksOf = (body: string): Record<string, string | undefined>[] =>
  [...body.matchAll(/<link ([^>]+)>/g)].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, decoded(value ?? '')]),
    ),
  );
const alternatesOf = (body: string) =>
  Object.fromEntries(
    linksOf(body).flatMap(({ hreflang, href }) => (hreflang && href ? [[hreflang, href]] : [])),
  );
const canonicalOf = (body: string) => linksOf(body).find(({ rel }) => rel === 'canonical')?.href;

/** Finds out what is wrong at each of these addresses, a few at a time. */
async function faultsOf(addresses: Iterable<string>, look: (address: string) => Promise<string[]>) {
  const waiting = [...new Set(addresses)];
  const faults: string[] = [];
  const walkers = Array.from({ length: 6 }, async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      faults.push(...(await look(next)));
  });
  await Promise.all(walkers);
  return faults;
}

/** What was taken over from elsewhere, and names its original for search engines. */
const isOthers = async (address: string) => {
  const canonical = canonicalOf((await visit(address)).body);
  return canonical !== undefined && !canonical.startsWith(site);
};

/** A page that says where it stands, whose versions name one another, and all of whose links to the site lead somewhere. */
async function faultsOfPage(address: string): Promise<string[]> {
  const { status, body } = await visit(address);
  if (status !== 200) return [`${address} answers ${status}`];
  const faults: string[] = [];
  if (canonicalOf(body) !== address) faults.push(`${address} says it is ${canonicalOf(body)}`);
  const own = JSON.stringify(alternatesOf(body));
  for (const other of new Set(Object.values(alternatesOf(body)))) {
    const there = JSON.stringify(alternatesOf((await visit(other)).body));
    if (there !== own) faults.push(`${address} and ${other} name different versions`);
  }
  const named = [
    ...linksOf(body).flatMap(({ href }) => href ?? []),
    ...all(body, /<meta property="og:image" content="([^"]+)"/g),
    ...all(body, /<a [^>]*href="([^"#]+)(?:#[^"]*)?"/g),
  ];
  for (const link of new Set(named.map(whole)))
    if (link.startsWith(site) && !link.includes('/search')) {
      const answer = await visit(link);
      if (answer.status !== 200) faults.push(`${address} leads to ${link}, which answers ${answer.status}`);
    }
  return faults;
}

const locs = (xml: string) => all(xml, /<loc>([^<]+)<\/loc>/g);

describe('a crawler and a feed reader on the demo site', () => {
  let pages: string[];

  beforeAll(async () => {
    const files = locs((await visit(`${site}/sitemap.xml`)).body);
    const parts = await Promise.all(files.map(visit));
    expect(parts.map(({ status, type }) => [status, type])).toEqual(
      files.map(() => [200, 'application/xml; charset=utf-8']),
    );
    pages = [...new Set(parts.flatMap(({ body }) => locs(body)))];
  });

  it('finds pages of every language in the sitemap, and each says the same of itself', async () => {
    for (const language of languages)
      expect(pages.filter((page) => page.startsWith(`${site}/${language}/news/`)).length).toBeGreaterThan(3);
    expect(await faultsOf(pages, faultsOfPage)).toEqual([]);
  });

  it('finds every picture of the sitemap, and in it the versions that the pages name', async () => {
    const faults = await faultsOf(locs((await visit(`${site}/sitemap.xml`)).body), async (file) => {
      const { body } = await visit(file);
      const wrong: string[] = [];
      for (const image of all(body, /<image:loc>([^<]+)</g)) {
        const { status, type } = await visit(image);
        if (status !== 200 || type !== 'image/jpeg') wrong.push(`${image} of ${file} answers ${status}`);
      }
      for (const url of body.match(/<url>[\s\S]*?<\/url>/g) ?? []) {
        const [loc = ''] = locs(url);
        const versions = [...url.matchAll(/hreflang="([\w-]+)" href="([^"]+)"/g)].map(([, ...each]) => each);
        if (versions.length === 0) continue;
        const page = alternatesOf((await visit(loc)).body);
        if (
          JSON.stringify(Object.fromEntries(versions.toSorted())) !==
          JSON.stringify(Object.fromEntries(Object.entries(page).toSorted()))
        )
          wrong.push(`${loc} has other versions in ${file}`);
      }
      return wrong;
    });
    expect(faults).toEqual([]);
  });

  it('follows every feed of every list in three formats, whose items are pages of the sitemap or of others', async () => {
    const lists = pages.filter((page) => !page.includes('/news/'));
    const topics = await Promise.all(pages.filter((page) => page.includes('/news/')).map(visit));
    const terms = topics
      .flatMap(({ body }) => all(body, /href="(\/\w\w\/(?:topic|author)\/[\w-]+)"/g))
      .map(whole);
    const faults = await faultsOf([...lists, ...terms], async (list) => {
      const wrong: string[] = [];
      const feeds = linksOf((await visit(list)).body).filter(
        ({ rel, type }) => rel === 'alternate' && /rss|atom|feed/.test(type ?? ''),
      );
      if (feeds.length !== 3) wrong.push(`${list} has ${feeds.length} feeds`);
      const items = await Promise.all(
        feeds.map(async ({ href = '' }) => {
          const { status, type, body } = await visit(href);
          if (status !== 200) wrong.push(`${href} answers ${status}`);
          if (type.includes('json'))
            return (JSON.parse(body) as { items: { url: string }[] }).items.map(({ url }) => url);
          return all(
            body,
            /(?:<item>.*?<link>|<entry>.*?<link rel="alternate" type="text\/html" href=")([^<"]+)/g,
          );
        }),
      );
      if (new Set(items.map((each) => each.join())).size !== 1) wrong.push(`the feeds of ${list} differ`);
      for (const item of items.flat())
        if (!pages.includes(item) && !(await isOthers(item)))
          wrong.push(`${item} in a feed of ${list} is unknown`);
      return wrong;
    });
    expect(faults).toEqual([]);
  });

  it('reads each article as Markdown and as ninjs', async () => {
    const articles = pages.filter((page) => page.includes('/news/'));
    const faults = await faultsOf(articles, async (address) => {
      const [markdown, ninjs] = await Promise.all([
        visit(`${address}.md`),
        visit(`${address}/article.ninjs.json`),
      ]);
      const item = JSON.parse(ninjs.body) as {
        renditions: { href: string }[];
        headlines: { value: string }[];
      };
      const isWhole =
        markdown.status === 200 && markdown.body.includes(`\nurl: ${JSON.stringify(address)}\n`);
      const isNinjs =
        item.renditions[0]?.href === address &&
        markdown.body.includes(JSON.stringify(item.headlines[0]?.value));
      const leads = all(markdown.body, /\]\((\/[^)]*)\)/g);
      return isWhole && isNinjs && leads.length === 0 ? [] : [`${address} is not the same for machines`];
    });
    expect(faults).toEqual([]);
    const llms = (await visit(`${site}/llms.txt`)).body;
    expect(
      await faultsOf(all(llms, /\]\((http[^)]+)\)/g), async (address) =>
        (await visit(address)).status === 200 ? [] : [address],
      ),
    ).toEqual([]);
  });
});

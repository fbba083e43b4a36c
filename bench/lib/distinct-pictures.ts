import type { BenchNewsroom } from './newsroom.ts';

/** Renditions of a picture that are uploaded as pictures of their own, in this order. */
const variants = ['3x2/1280.jpg', '16x9/1280.jpg', 'full/640.jpg', '3x2/640.jpg'];

/**
 * The ids of so many pictures of which no two are the same file: those of the demo, and where they are too few,
 * cuts of them.
 */
export async function distinctPictures(
  newsroom: BenchNewsroom,
  url: string,
  cookie: string,
  count: number,
): Promise<string[]> {
  const rows = await newsroom.query<{ id: string }>(
    `select min(id::text) as id from media where kind = 'picture' group by sha256 order by 1 limit $1`,
    [count],
  );
  const demo = rows.map(({ id }) => id);
  const wanted = variants.flatMap((variant) => demo.map((id) => `${url}/api/media/${id}/${variant}`));
  const made: string[] = [];
  for (const rendition of wanted.slice(0, count - demo.length))
    made.push(await upload(newsroom, url, cookie, await download(rendition, cookie)));
  return [...demo, ...made];
}

async function download(address: string, cookie: string): Promise<Blob> {
  const answer = await fetch(address, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.blob();
}

async function upload(newsroom: BenchNewsroom, url: string, cookie: string, file: Blob): Promise<string> {
  const body = new FormData();
  body.set('file', file, 'cut.jpg');
  const headers = { cookie, origin: newsroom.editor };
  const answer = await fetch(`${url}/api/media`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`A picture was not taken: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

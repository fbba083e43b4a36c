/** Word names every picture; only what ends as a file does is the name of one. */
const filename = /<pic:cNvPr\s[^>]*?\bname="([^"<]{1,200}\.(?:jpe?g|png|gif|webp|svg|avif|heic))"/i;

/** Finds what the file of a picture was called before it came into the document, by its content. */
export function namesOfPictures(
  parts: ReadonlyMap<string, Buffer>,
  main: string,
): (bytes: Buffer) => string | undefined {
  const links = text(parts.get(main.replace(/([^/]+)$/, '_rels/$1.rels')));
  const targets = new Map(
    [...links.matchAll(/<Relationship\s[^>]*>/g)].map(([link]) => [
      attribute(link, 'Id'),
      attribute(link, 'Target'),
    ]),
  );
  const named = text(parts.get(main))
    .split(/<pic:pic[\s>]/)
    .slice(1)
    .flatMap((picture) => {
      const name = filename.exec(picture)?.[1];
      const target = targets.get(attribute(picture, 'r:embed'));
      const part = target && (parts.get(`word/${target}`) ?? parts.get(target.replace(/^\//, '')));
      return name && part ? [{ name: plain(name), part }] : [];
    });
  return (bytes) => named.find(({ part }) => part.equals(bytes))?.name;
}

const text = (part: Buffer | undefined): string => part?.toString('utf8') ?? '';
const attribute = (tag: string, name: string): string =>
  new RegExp(String.raw`\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const letters: Readonly<Record<string, string>> = { amp: '&', apos: "'", quot: '"', lt: '<', gt: '>' };
const plain = (xml: string): string =>
  xml.replace(/&(\w+);/g, (whole, name: string) => letters[name] ?? whole);

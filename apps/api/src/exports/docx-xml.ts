/** Text as XML, without the letters that XML forbids. */
export const xml = (text: string): string =>
  text
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => (sign === '\t' || sign === '\n' ? sign : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${xml(text)}</w:t></w:r>`;

export const paragraph = (style: string, inner: string, more = ''): string =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${more}</w:pPr>${inner}</w:p>`;

/** Links, pictures and lists that a document refers to by number. */
export class DocxParts {
  readonly relations: string[] = [];
  readonly files = new Map<string, Buffer>();
  /** The first number of each ordered list. */
  readonly starts: number[] = [];
  private drawings = 0;

  link(address: string): string {
    return this.relate('hyperlink', address, ' TargetMode="External"');
  }

  picture(bytes: Buffer): { id: string; number: number } {
    this.drawings += 1;
    const name = `media/picture${String(this.drawings)}.jpg`;
    this.files.set(`word/${name}`, bytes);
    return { id: this.relate('image', name), number: this.drawings };
  }

  /** A number for an ordered list of its own; 1 is the one for all bulleted lists. */
  orderedList(start: number): number {
    return this.starts.push(start) + 1;
  }

  relate(kind: string, target: string, more = ''): string {
    const id = `rId${String(this.relations.length + 10)}`;
    const type = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
    this.relations.push(`<Relationship Id="${id}" Type="${type}" Target="${xml(target)}"${more}/>`);
    return id;
  }
}

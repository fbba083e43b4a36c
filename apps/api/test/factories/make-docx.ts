import { writeArchive } from '../../src/archives/write-archive.ts';

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const links = (inner: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

/** A Word document with a few words and one picture, whatever that is; `described`: twice, with its name and alt text. */
export function makeDocxWith(
  words: string,
  picture: Buffer,
  described?: { name: string; alt: string },
): Buffer {
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
  const alt = described ? `<wp:docPr id="1" name="Picture 1" descr="${described.alt}"/>` : '';
  const name = described ? `<pic:nvPicPr><pic:cNvPr id="1" name="${described.name}"/></pic:nvPicPr>` : '';
  const blip = `<w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing">${alt}<a:graphic xmlns:a="${drawing}/main"><a:graphicData><pic:pic xmlns:pic="${drawing}/picture">${name}<pic:blipFill><a:blip xmlns:r="${relation}" r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  return makeDocx(
    `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>${`<w:p><w:r>${blip}</w:r></w:p>`.repeat(described ? 2 : 1)}`,
    {
      'word/_rels/document.xml.rels': links(
        `<Relationship Id="rId9" Type="${relation}/image" Target="media/image1.png"/>`,
      ),
      'word/media/image1.png': picture,
    },
  );
}

/** A Word document of one's own parts, as Word would pack it. */
export function makeDocx(body: string, more: Record<string, string | Buffer> = {}): Buffer {
  const files: Record<string, string | Buffer> = {
    '[Content_Types].xml': types,
    '_rels/.rels': links(
      `<Relationship Id="rId1" Type="${relation}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${word} xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>${body}</w:body></w:document>`,
    ...more,
  };
  return writeArchive(new Map(Object.entries(files).map(([name, part]) => [name, Buffer.from(part)])));
}

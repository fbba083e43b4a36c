/** Datasets of IPTC's record 2 as old and new programs write them. */
export const iptcIn = (letters: 'latin1' | 'utf8', ...texts: [dataset: number, text: string][]): Buffer =>
  Buffer.concat(texts.map(([dataset, text]) => datasetOf(2, dataset, Buffer.from(text, letters))));

export const iptc = (...texts: [dataset: number, text: string][]): Buffer => iptcIn('utf8', ...texts);

const datasetOf = (record: number, dataset: number, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x1c, record, dataset, bytes.length >> 8, bytes.length & 255]), bytes]);

/** Says that all letters are UTF-8. */
export const utf8Mark = datasetOf(1, 90, Buffer.from('\x1b%G', 'latin1'));

/** A JPEG with IPTC in it, where Photoshop keeps it. */
export function withIptc(jpeg: Buffer, datasets: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(datasets.length);
  const padding = Buffer.alloc(datasets.length % 2);
  const content = Buffer.concat([
    Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1'),
    length,
    datasets,
    padding,
  ]);
  const head = Buffer.from([0xff, 0xed, (content.length + 2) >> 8, (content.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}
